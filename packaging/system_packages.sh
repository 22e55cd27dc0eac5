#!/usr/bin/env bash
# Finds which of the system's libraries and tools are missing, and installs them (as root, or with a sudo that asks for no
# password) or names them in one sentence.
#
#   packaging/system_packages.sh PURPOSE…        purposes: the first column of packaging/system-packages.txt
set -euo pipefail
table="$(dirname "$0")/system-packages.txt"
libraries=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true)

is_here() {
    case $1 in
        *.so.*) [[ $libraries == *"$1 "* ]] ;;
        module:*) "${PYTHON:-python3}" -c "import ${1#module:}" 2>/dev/null ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

missing=()
while read -r purpose sign package; do
    [[ " $* " == *" $purpose "* ]] || continue
    is_here "$sign" || missing+=("$package")
done < <(grep -v -e '^#' -e '^$' "$table")
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo -n)
    sudo -n true 2>/dev/null || as_root=(none)
fi
if [ "${as_root[*]}" = none ] || ! command -v apt-get >/dev/null; then
    echo "Dateline needs system packages that are missing here; install them with: sudo apt-get install ${missing[*]}" >&2
    exit 1
fi
echo "Installing system packages: ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; }
# The list of packages may be missing or old: then it is fetched, once.
if ! install >"$log" 2>&1 && ! { "${as_root[@]}" apt-get update >>"$log" 2>&1 && install >>"$log" 2>&1; }; then
    tail -5 "$log" >&2
    echo "These packages could not be installed: ${missing[*]}. Install them by hand and try again." >&2
    exit 1
fi
