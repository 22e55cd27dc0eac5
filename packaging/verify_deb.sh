#!/usr/bin/env bash
# Tries the Debian package as a person would, on a bare Debian made for it: installs it, opens a project and an article
# by double click, drops a file, sees events, prints, removes it, and looks for anything left.
#
#   packaging/verify_deb.sh [PACKAGE]            as root; the default is the package in dist/
#
# VERIFY_SUITE is the Debian to try it on (default: bookworm, which is 12; trixie is 13).
# VERIFY_PYTHON is a Python with PySide6 for the program that files are dropped from (default: build/venv's).
# VERIFY_PICTURES is a folder for pictures of the screen (default: build/verify).
set -euo pipefail
cd "$(dirname "$0")/.."
shopt -s nullglob
packages=(dist/dateline_*_"$(dpkg --print-architecture)".deb)
deb=$(realpath "${1:-${packages[-1]:?build the package first: make deb}}")
python=$(realpath --no-symlinks "${VERIFY_PYTHON:-build/venv/bin/python}")
pictures=$(realpath -m "${VERIFY_PICTURES:-build/verify}")
suite=${VERIFY_SUITE:-bookworm}
[ "$(id -u)" -eq 0 ] || { echo "making a Debian root and changing into it needs root: sudo make verify" >&2; exit 1; }
say() { printf '\n== %s\n' "$*"; }

# Everything mounted and every process started below is gone when this script is.
if [ -z "${DATELINE_APART:-}" ]; then
    DATELINE_APART=yes exec unshare --mount --pid --fork --kill-child --propagation private -- "$0" "$deb"
fi
mount -t proc proc /proc
work=$(mktemp -d)
root=$work/root
trap 'umount -R "$root"/{proc,dev/shm,tmp/.X11-unix} 2>/dev/null || true; rm -rf --one-file-system "$work"' EXIT

say "What the desktop reads"
desktop-file-validate resources/desktop/*.desktop
appstreamcli validate --no-net --pedantic resources/desktop/*.metainfo.xml
say "lintian"
lintian --allow-root --fail-on error,warning --tag-display-limit 0 "$deb"
say "Size"
installed=$(dpkg-deb -f "$deb" Installed-Size)
echo "package: $(($(stat -c %s "$deb") / 1000000)) MB, installed: $((installed * 1024 / 1000000)) MB"
[ "$(stat -c %s "$deb")" -le 160000000 ] || { echo "the package is larger than 160 MB" >&2; exit 1; }
[ "$installed" -le 439453 ] || { echo "installed it is larger than 450 MB" >&2; exit 1; }

say "A bare Debian ($suite)"
# Where this machine's Debian comes from, the other one does too.
here=$(. /etc/os-release && echo "$VERSION_CODENAME")
mapfile -t sources < <(apt-get indextargets --format 'deb $(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' \
    "Origin: Debian" | grep -E " $here" | sed "s/ $here/ $suite/" | sort -u)
[ ${#sources[@]} -gt 0 ] || { echo "apt here knows no archive of Debian; run apt-get update first" >&2; exit 1; }
mirror=$(printf '%s\n' "${sources[@]}" | awk -v suite=$suite '$3 == suite {print $2; exit}')
debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$work/debootstrap.log" ||
    { tail "$work/debootstrap.log"; exit 1; }
printf '%s\n' "${sources[@]}" > "$root/etc/apt/sources.list"
apt-config dump | grep -E '^Acquire::https?::Proxy ' > "$root/etc/apt/apt.conf.d/90proxy" || true
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
mount -t proc proc "$root/proc"
mount -t tmpfs -o mode=1777 shm "$root/dev/shm"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
apt() { inside apt-get -q -y -o Dpkg::Use-Pty=0 "$@" >"$work/apt.log" 2>&1 || { tail -30 "$work/apt.log"; exit 1; }; }
apt update
# What every desktop has; shared-mime-info would stay for the sake of GLib.
apt install --no-install-recommends xdg-utils libglib2.0-bin shared-mime-info
inside useradd --create-home reader
files() { inside find / -xdev -not -path '/proc*' -not -path '/dev*' -not -path '/tmp*' -not -path '/home*' \
    -not -path '/var/cache/*' -not -path '/var/lib/apt/*' -not -path '/var/lib/dpkg/*' -not -path '/var/log/*' | sort; }
files > "$work/before"

say "Installing"
cp "$deb" "$root/tmp/dateline.deb"
apt install --no-install-recommends /tmp/dateline.deb
echo "with it came: $(grep -oP '^Setting up \K\S+' "$work/apt.log" | tr '\n' ' ')"
missing=$(inside sh -c 'find /usr/lib/dateline -name "*.so*" -type f -exec ldd {} + 2>/dev/null' | grep "not found" | sort -u || true)
[ -z "$missing" ] || { echo "libraries that nothing brings: $missing" >&2; exit 1; }
for made in usr/share/applications/mimeinfo.cache usr/share/mime/globs2; do
    grep -q dateline "$root/$made" || { echo "$made does not name Dateline after installing" >&2; exit 1; }
done

say "Articles stay with the programs they belong to"
printf '[Desktop Entry]\nType=Application\nName=Rival\nExec=true %%F\nMimeType=text/html;application/pdf;\n' \
    > "$root/usr/share/applications/thunderbird-rival.desktop"
inside update-desktop-database
for type in text/html application/pdf; do
    inside gio mime "$type" > "$work/handlers"
    head -1 "$work/handlers"
    { head -1 "$work/handlers" | grep -q rival && grep -q dateline "$work/handlers"; } ||
        { echo "Dateline takes $type from its program, or is not offered for it" >&2; exit 1; }
done
rm "$root/usr/share/applications/thunderbird-rival.desktop"
inside update-desktop-database

say "The command line, without a network"
cp -r resources/sample "$root/home/reader/sample"
chmod -R a+rX "$root/home/reader/sample"
as_reader() { unshare --net chroot --userspec=reader "$root" env -i HOME=/home/reader USER=reader LOGNAME=reader \
    LANG=C.UTF-8 PATH=/usr/bin:/bin "$@"; }
as_reader sh -ec 'cd; dateline --version; dateline extract --workers 2 sample > found.jsonl
    dateline render sample -o sample.pdf -o sample.png -o sample.svg -o sample.json'
ls -l "$root"/home/reader/{found.jsonl,sample.*}
[ -n "$(pdftotext "$root/home/reader/sample.pdf" -)" ] || { echo "the PDF has no words" >&2; exit 1; }

say "The window"
mkdir -p "$pictures" "$root/tmp/.X11-unix" /tmp/.X11-unix
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
unshare --net "$python" packaging/verify_window.py "$root" "$pictures"

say "Removing"
apt purge dateline
# Also what another package merely likes to have beside it: it came with Dateline.
apt autoremove --purge -o APT::AutoRemove::RecommendsImportant=false -o APT::AutoRemove::SuggestsImportant=false
files > "$work/after"
# What the system's own databases of types, applications and icons are kept in stays when their last entry goes.
left=$(comm -13 "$work/before" "$work/after" | grep -vE '^/(etc|usr/share)/(mime|icons|applications|fonts)(/|$)|^/etc/|/__pycache__' || true)
named=$(grep -rlIis dateline "$root"/{etc,usr/share,var/lib/dpkg/info,var/lib/dpkg/triggers} || true)
[ -z "$left$named" ] || { printf 'left behind:\n%s\n%s\n' "$left" "$named" >&2; exit 1; }
echo "nothing is left"
