#!/usr/bin/env bash
# Packs dist/dateline (made by packaging/build.py) as dist/dateline_<version>_amd64.deb.
#
#   packaging/linux/build_deb.sh PYTHON          the Python of the build environment
#
# DATELINE_MAINTAINER is who stands as maintainer; SOURCE_DATE_EPOCH is the date of all files (default: the last commit's).
set -euo pipefail
python=$1
cd "$(dirname "$0")/../.."
version=$("$python" -c 'import timeline_app; print(timeline_app.__version__)')
architecture=$(dpkg --print-architecture)
maintainer=${DATELINE_MAINTAINER:-The Dateline authors <maintainers@dateline.invalid>}
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)}
export SOURCE_DATE_EPOCH

root=build/deb
rm -rf "$root"
mkdir -p "$root"/DEBIAN "$root"/usr/{bin,lib}
umask 022

cp -a dist/dateline "$root/usr/lib/dateline"
ln -s ../lib/dateline/dateline "$root/usr/bin/dateline"
packaging/linux/desktop_files.sh "$root/usr"

documents=$root/usr/share/doc/dateline
mkdir -p "$documents" "$root/usr/share/lintian/overrides"
cp packaging/linux/copyright "$documents/copyright"
ln -s ../../../lib/dateline/_internal/resources/THIRD_PARTY_NOTICES.md "$documents/THIRD_PARTY_NOTICES.md"
cp packaging/linux/lintian-overrides "$root/usr/share/lintian/overrides/dateline"
{
    printf 'dateline (%s) stable; urgency=medium\n\n' "$version"
    printf '  * Version %s. What is new is said in CHANGELOG.md.\n\n' "$version"
    printf ' -- %s  %s\n' "$maintainer" "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n > "$documents/changelog.gz"

# What the system has to bring is read from the libraries themselves; those that lie inside are told apart by their folders.
mkdir -p build/shlibdeps/debian
printf 'Source: dateline\n\nPackage: dateline\nArchitecture: any\n' > build/shlibdeps/debian/control
inside=$(cd "$root/usr/lib/dateline" && pwd)
mapfile -t folders < <(find "$inside" -name '*.so*' -printf '-l%h\n' | sort -u)
mapfile -t libraries < <(find "$inside" \( -name '*.so*' -o -path "$inside/dateline" \) -type f | sort)
depends=$(cd build/shlibdeps && dpkg-shlibdeps -O --warnings=0 "${folders[@]}" "${libraries[@]}" | sed -n 's/^shlibs:Depends=//p')
# The databases of types, of applications and of icons are brought up to date by these, on installing and on removing.
depends="$depends, desktop-file-utils, hicolor-icon-theme, shared-mime-info"

cat > "$root/DEBIAN/control" <<CONTROL
Package: dateline
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -sk --apparent-size "$root/usr" | cut -f1)
Depends: $depends
Recommends: xdg-utils
Section: text
Priority: optional
Description: turn articles into a timeline one can trust
 Drop articles on the window: a moment later the events in them stand on a
 zoomable timeline, with the people, organisations and countries who took part.
 Each event opens the exact words it came from, says how its date is known, can
 be corrected, and can be printed.
 .
 Text, Markdown, HTML, PDF, Word documents and e-mail are read. Dateline never
 opens a network connection.
CONTROL
find "$root" -type d -exec chmod 755 {} +
find "$root/usr/share" -type f -exec chmod 644 {} +
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) > "$root/DEBIAN/md5sums"
find "$root" -newermt "@$SOURCE_DATE_EPOCH" -print0 | xargs -0r touch --no-dereference --date="@$SOURCE_DATE_EPOCH"

deb=dist/dateline_${version}_${architecture}.deb
dpkg-deb --root-owner-group -Zxz -z6 --build "$root" "$deb" >/dev/null
rm -rf "$root" build/shlibdeps
ls "$deb"
