"""Opens files in an installed Dateline as a person does, on a screen nobody sees; called by verify_deb.sh.

    python packaging/verify_window.py ROOT PICTURES

ROOT is a Debian root with Dateline, xdg-utils and a user "reader". Screen, window manager, hand and the program that
files are dragged from stand outside of it; they reach it only through the X server's socket.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from measure_start import count_in, events_in

ROOT = Path(sys.argv[1])
PICTURES = Path(sys.argv[2])
HOME = ROOT / "home" / "reader"
UNTITLED = HOME / ".local" / "share" / "Dateline" / "Dateline" / "untitled" / "Untitled 1.dateline"
DRAG_SOURCE = Path(__file__).resolve().parent.parent / "tests" / "stories" / "drag_source.py"
SIZE = (1600, 1000)
SOURCE_AT = (1380, 60)
PATIENCE = 60.0


def wait_for(what: str, question: Callable[[], object]) -> object:
    """The first answer that is one; ends the run where none comes."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if answer := question():
            return answer
        time.sleep(0.2)
    picture("failed")
    sys.exit(f"waited {PATIENCE:.0f} s for {what}")


def hand(*words: object) -> str:
    """What xdotool answers to a movement of mouse or keyboard."""
    done = subprocess.run(["xdotool", *map(str, words)], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def say(words: str) -> None:
    """A line for whoever reads along."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def picture(name: str) -> None:
    """The screen as it is now."""
    if shutil.which("import"):
        subprocess.run(["import", "-window", "root", str(PICTURES / f"{name}.png")], check=False)


def start(*command: str) -> subprocess.Popen[bytes]:
    """A program of the reader's."""
    environment = {
        "HOME": "/home/reader", "USER": "reader", "LOGNAME": "reader", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
        "DISPLAY": os.environ["DISPLAY"], "XDG_RUNTIME_DIR": "/tmp", "XDG_CURRENT_DESKTOP": "GNOME",
    }  # fmt: skip
    return subprocess.Popen(
        [
            "chroot",
            "--userspec=reader",
            str(ROOT),
            "env",
            "-i",
            *(f"{k}={v}" for k, v in environment.items()),
            *command,
        ],
        start_new_session=True,
    )


def windows() -> list[str]:
    """The windows of Dateline that are to be seen."""
    return hand("search", "--onlyvisible", "--class", "^Dateline$").split()


def titled(words: str) -> Callable[[], bool]:
    """Whether a window with these words in its title is to be seen."""
    return lambda: any(words in hand("getwindowname", window) for window in windows())


def quit_all() -> None:
    """Ctrl+Q, and wait for the windows to go."""
    hand("key", "--clearmodifiers", "ctrl+q")
    wait_for("the end of the application", lambda: not windows())
    time.sleep(1)


def drop(name: str) -> None:
    """Drag a file from another program onto the window."""
    other = subprocess.Popen(
        [sys.executable, str(DRAG_SOURCE), *map(str, SOURCE_AT), name],
        env=os.environ | {"QT_QPA_PLATFORM": "xcb"}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert other.stdout is not None
    try:
        assert other.stdout.readline().strip() == "ready"
        time.sleep(1)
        begin, end = (SOURCE_AT[0] + 60, SOURCE_AT[1] + 60), (600, 450)
        hand("mousemove", *begin)
        hand("mousedown", 1)
        for step in range(1, 16):
            hand("mousemove", *(a + (b - a) * step // 15 for a, b in zip(begin, end, strict=True)))
            time.sleep(0.05)
        time.sleep(1)
        picture("dropping")
        hand("mouseup", 1)
        assert other.stdout.readline().strip() == "CopyAction"
        time.sleep(2)
    finally:
        other.terminate()
        other.wait(10)


def walk() -> None:
    """The whole walk of a first afternoon."""
    start("gio", "open", "/home/reader/sample/drone-over-syria.html")
    wait_for("the window after opening an article", windows)
    first = wait_for("events of the article", lambda: events_in(UNTITLED))
    say(f"an article opened by double click: {first} events")
    hand("windowsize", windows()[0], 1300, 900, "windowmove", windows()[0], 0, 0)
    time.sleep(1)

    drop("/home/reader/sample/qatar-mediation.txt")
    more = wait_for("events of the dropped article", lambda: (now := events_in(UNTITLED)) > int(str(first)) and now)
    say(f"another one dropped: {more} events")

    start("xdg-open", "/home/reader/sample/us-senate-iraq-authorizations.pdf")
    last = wait_for("events of the second start", lambda: (now := events_in(UNTITLED)) > int(str(more)) and now)
    assert len(windows()) == 1, "a second double click opened a second window"
    say(f"a third by a second start, in the same window: {last} events")

    entry = "/usr/share/applications/zz-dateline-articles.desktop"
    several = [f"/home/reader/sample/{name}" for name in ("albania-blames-iran.eml", "trump-indicted.docx")]
    start("gio", "launch", entry, *several)
    wait_for("both articles of a start with two", lambda: articles_in(UNTITLED) == 5)
    assert len(windows()) == 1, "several files opened a second window"
    last = wait_for("their events", lambda: (now := events_in(UNTITLED)) > int(str(last)) and now)
    say(f"two more with “Open with”, in the same window: {last} events")
    time.sleep(2)
    picture("window")

    hand("key", "--clearmodifiers", "ctrl+p")
    wait_for("the window for printing", lambda: len(windows()) > 1)
    time.sleep(1)
    picture("printing")
    # To the file's name: Return on the list of printers would open the list.
    hand("key", "--clearmodifiers", "alt+f")
    hand("key", "Return")
    printed = wait_for("the printed PDF", printed_files)
    say(f"printed: {printed}")
    time.sleep(1)
    quit_all()

    shutil.copy(UNTITLED, HOME / "Story.dateline")
    shutil.copy(UNTITLED, HOME / "no-ending")
    for name in ("Story.dateline", "no-ending"):
        shutil.chown(HOME / name, 1000, 1000)
        asked = start_and_hear("gio", "info", "-a", "standard::content-type", f"/home/reader/{name}")
        assert "application/x-dateline" in asked, f"{name} is not known as a project: {asked}"
    start("xdg-open", "/home/reader/Story.dateline")
    wait_for("the project's window", titled("Story"))
    time.sleep(2)
    picture("project")
    assert events_in(HOME / "Story.dateline") == last
    say("a project opened by double click shows the same events")
    quit_all()


def articles_in(project: Path) -> int:
    """How many articles a project holds."""
    return count_in(project, "article")


def printed_files() -> list[str]:
    """PDF files with words that were not there before."""
    found = []
    for path in HOME.glob("*.pdf"):
        words = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=False).stdout
        if path.name != "sample.pdf" and words.strip():
            found.append(path.name)
    return found


def start_and_hear(*command: str) -> str:
    """What a program of the reader's prints."""
    command = ("chroot", "--userspec=reader", str(ROOT), "env", "HOME=/home/reader", *command)
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def main() -> None:
    """Make the screen, walk, and take the screen away."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[write], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    with os.fdopen(read) as answer:
        os.environ["DISPLAY"] = f":{answer.readline().strip()}"
    manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    try:
        walk()
    finally:
        manager.terminate()
        server.terminate()


if __name__ == "__main__":
    main()
