#!/usr/bin/env bash
# Makes the virtual environment with the locked dependencies, each checked by its hash, and the `dateline` command in it.
#
#   packaging/environment.sh PYTHON FOLDER LOCK_FILE
set -euo pipefail
python=$1 folder=$2 lock=$3
cd "$(dirname "$0")/.."

if [ -z "$python" ]; then
    echo "Dateline needs Python 3.11 or newer; install it with: sudo apt-get install python3 python3-venv" >&2
    exit 1
fi
if ! "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))'; then
    echo "Dateline needs Python 3.11 to 3.14, and $python is $("$python" --version): name another with 'make PYTHON=…'." >&2
    exit 1
fi
if [ ! -x "$folder/bin/pip" ]; then
    rm -rf "$folder"
    "$python" -m venv "$folder"
fi

echo "Installing what $lock names into $folder …"
"$folder/bin/python" -m pip install --quiet --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r "$lock"

# The checkout itself is not copied: the command runs the code that stands here.
packages=$("$folder/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
pwd > "$packages/dateline-checkout.pth"
cat > "$folder/bin/dateline" <<COMMAND
#!$PWD/$folder/bin/python
import sys

from timeline_app.__main__ import main

if __name__ == "__main__":  # worker processes load this file too
    sys.exit(main())
COMMAND
chmod +x "$folder/bin/dateline"
