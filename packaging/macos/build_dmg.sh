#!/usr/bin/env bash
# Builds dist/Dateline-<version>-<architecture>.dmg on a Mac with Python 3.11.
#
# SIGN_AS is the name of a Developer ID certificate in the keychain, NOTARY_PROFILE a profile kept by
# `xcrun notarytool store-credentials`; without them the bundle is signed for this machine only.
set -euo pipefail
cd "$(dirname "$0")/../.."
python=build/venv/bin/python
packaging/environment.sh "${PYTHON:-python3.11}" build/venv requirements/build.txt
"$python" packaging/build.py
version=$("$python" -c 'import timeline_app; print(timeline_app.__version__)')
app=dist/Dateline.app
dmg=dist/Dateline-$version-$(uname -m).dmg

# The bundle is the folder that build.py tried, in other places.
"$app/Contents/MacOS/dateline" render resources/sample -o build/sample.pdf
plutil -lint "$app/Contents/Info.plist"

hardened=()
[ -n "${SIGN_AS:-}" ] && hardened=(--options runtime --timestamp --entitlements packaging/macos/entitlements.plist)
codesign --force --deep ${hardened[@]+"${hardened[@]}"} --sign "${SIGN_AS:--}" "$app"
codesign --verify --deep --strict "$app"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
rm -f "$dmg"
hdiutil create -quiet -volname "Dateline $version" -srcfolder "$folder" -format UDZO "$dmg"
if [ -n "${SIGN_AS:-}" ] && [ -n "${NOTARY_PROFILE:-}" ]; then
    codesign --sign "$SIGN_AS" --timestamp "$dmg"
    xcrun notarytool submit "$dmg" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$dmg"
fi
ls "$dmg"
