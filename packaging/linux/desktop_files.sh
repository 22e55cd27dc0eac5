#!/usr/bin/env bash
# Puts what the desktop reads into a prefix: desktop file, file type, icons, metainfo, manual page.
#
#   packaging/linux/desktop_files.sh PREFIX      say build/deb/usr; the icons were drawn by packaging/build.py
set -euo pipefail
prefix=$1
cd "$(dirname "$0")/../.."
place() { install -D -m 644 "$1" "$prefix/share/$2"; }

place resources/desktop/dateline.desktop applications/dateline.desktop
place resources/desktop/zz-dateline-articles.desktop applications/zz-dateline-articles.desktop
place resources/desktop/dateline.xml mime/packages/dateline.xml
place resources/desktop/org.dateline.dateline.metainfo.xml metainfo/org.dateline.dateline.metainfo.xml
place resources/icons/dateline.svg icons/hicolor/scalable/apps/dateline.svg
for size in 16 22 24 32 48 64 128 256 512; do
    place "build/packaging/icons/dateline-$size.png" "icons/hicolor/${size}x$size/apps/dateline.png"
done
mkdir -p "$prefix/share/man/man1"
gzip -9n < resources/desktop/dateline.1 > "$prefix/share/man/man1/dateline.1.gz"
