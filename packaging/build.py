"""Makes the installed form of Dateline, a folder with everything in it: dist/dateline (on macOS also Dateline.app).

    python packaging/build.py [--system-libraries]

To be run with the Python of an environment made from requirements/build.txt. `--system-libraries` takes the build
machine's X, Wayland and font libraries along, for bundles that no package manager looks after (AppImage).
"""

from __future__ import annotations

import argparse
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
MADE = ROOT / "build" / "packaging"
DIST = ROOT / "dist"
ELF = b"\x7fELF"
TO_BE_LOADED = 1

VERSION_FILE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "The Dateline authors"),
      StringStruct("FileDescription", "Dateline"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("LegalCopyright", "The Dateline authors. MIT licence."),
      StringStruct("ProductName", "Dateline"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [1033, 1200])]),
  ],
)
"""


def version() -> str:
    """The version of the application."""
    sys.path.insert(0, str(ROOT))
    from timeline_app import __version__

    return __version__


def numbers(of: str) -> tuple[int, ...]:
    """A version as the four numbers that Windows wants: "0.1.0" is (0, 1, 0, 0)."""
    found = [int(part) for part in of.split(".") if part.isdigit()]
    return tuple([*found, 0, 0, 0, 0][:4])


def run(*command: str | Path, **environment: str) -> None:
    """One step; a failed one ends the build."""
    subprocess.run([str(part) for part in command], cwd=ROOT, env=os.environ | environment, check=True)


def prepare() -> None:
    """What the spec needs: icons, notices with all licence texts, the version for Windows."""
    shutil.rmtree(MADE, ignore_errors=True)
    MADE.mkdir(parents=True)
    run(sys.executable, HERE / "icons.py", MADE / "icons")
    run(sys.executable, HERE / "notices.py", "--full", "--output", MADE / "THIRD_PARTY_NOTICES.md")
    text = VERSION_FILE.format(numbers=numbers(version()), version=version())
    (MADE / "version.txt").write_text(text, encoding="utf-8")


def bundle(*, system_libraries: bool = False) -> Path:
    """Run PyInstaller; the folder it made."""
    shutil.rmtree(DIST / "dateline", ignore_errors=True)
    run(
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
        *("--distpath", DIST, "--workpath", ROOT / "build" / "pyinstaller", HERE / "dateline.spec"),
        DATELINE_BUILD=str(MADE),
        DATELINE_SYSTEM_LIBRARIES="inside" if system_libraries else "",
        # The same sources give the same bytes.
        PYTHONHASHSEED="0",
    )
    return DIST / "dateline"


def strip(folder: Path) -> None:
    """Take the debug symbols out of every library, and the right to be run from what is no program."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        is_program = path.parent == folder
        path.chmod(0o755 if is_program else 0o644)
        # The program carries its modules behind its own code, where strip would cut them off.
        if is_program or path.open("rb").read(4) != ELF:
            continue
        stripped = MADE / "stripped"
        run("strip", "--strip-unneeded", "-o", stripped, path)
        # Libraries that were patched after linking come out of it with pieces that the system refuses to load.
        if is_loadable(stripped.read_bytes()):
            path.write_bytes(stripped.read_bytes())


def is_loadable(library: bytes) -> bool:
    """Whether the pieces of a 64-bit library lie in the file as they are to lie in memory, page for page."""
    order = "<" if library[5] == 1 else ">"
    (table,) = struct.unpack_from(f"{order}Q", library, 0x20)
    size, count = struct.unpack_from(f"{order}HH", library, 0x36)
    for start in range(table, table + size * count, size):
        kind, _flags, offset, address = struct.unpack_from(f"{order}IIQQ", library, start)
        (page,) = struct.unpack_from(f"{order}Q", library, start + 0x30)
        if kind == TO_BE_LOADED and (offset - address) % max(page, 1):
            return False
    return True


def try_out(program: Path) -> None:
    """Have what was built read every sample article with its language model and draw them; ends the build where not."""
    sample, drawn = ROOT / "resources" / "sample", MADE / "sample.pdf"
    done = subprocess.run([program, "extract", "--workers", "2", sample], capture_output=True, check=False)
    articles = done.stdout.count(b"\n")
    expected = len([path for path in sample.iterdir() if path.name != "ATTRIBUTION"])
    if done.returncode or done.stderr or articles != expected:
        sys.exit(f"what was built read {articles} of {expected} sample articles: {done.stderr!r} ({done.returncode})")
    run(program, "render", sample, "-o", drawn)
    if not drawn.read_bytes().startswith(b"%PDF"):
        sys.exit("what was built drew no PDF")


def main() -> None:
    """Make it."""
    parser = argparse.ArgumentParser(description="Make the installed form of Dateline in dist/.")
    parser.add_argument("--system-libraries", action="store_true", help="take the system's libraries along")
    arguments = parser.parse_args()
    prepare()
    folder = bundle(system_libraries=arguments.system_libraries)
    if sys.platform == "linux":
        strip(folder)
    # On Windows the one with a terminal, where the other has nowhere to print to.
    programs = [folder / name for name in ("dateline-cli.exe", "dateline") if (folder / name).is_file()]
    try_out(programs[0])


if __name__ == "__main__":
    main()
