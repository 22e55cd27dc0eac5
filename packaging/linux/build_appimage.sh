#!/usr/bin/env bash
# Makes dist/Dateline.AppDir of dist/dateline (built with packaging/build.py --system-libraries), and packs it as
# dist/Dateline-<version>-<architecture>.AppImage where appimagetool is on the path.
#
#   packaging/linux/build_appimage.sh PYTHON     the Python of the build environment
set -euo pipefail
python=$1
cd "$(dirname "$0")/../.."
version=$("$python" -c 'import timeline_app; print(timeline_app.__version__)')
folder=dist/Dateline.AppDir

rm -rf "$folder"
mkdir -p "$folder/usr"/{bin,lib}
cp -a dist/dateline "$folder/usr/lib/dateline"
ln -s ../lib/dateline/dateline "$folder/usr/bin/dateline"
packaging/linux/desktop_files.sh "$folder/usr"
cp "$folder/usr/share/applications/dateline.desktop" "$folder/usr/share/icons/hicolor/256x256/apps/dateline.png" "$folder/"
ln -s dateline.png "$folder/.DirIcon"
cat > "$folder/AppRun" <<'RUN'
#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/usr/lib/dateline/dateline" "$@"
RUN
chmod +x "$folder/AppRun"

if ! command -v appimagetool >/dev/null; then
    echo "$folder is ready; install appimagetool and run this again to pack it into one file" >&2
    exit 0
fi
ARCH=$(uname -m) VERSION=$version appimagetool --no-appstream "$folder" "dist/Dateline-$version-$(uname -m).AppImage"
