"""`dateline` and `python -m timeline_app`: a command without a window, or the window with the files named."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the arguments (without the program's name) ask for; the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    from timeline_app import cli

    if cli.is_command(given) and given != ["--sample"]:
        return cli.main(given)
    if given == ["--sample"]:
        from timeline_app.resources import resource

        given = [str(resource("sample"))]
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # Until the window hears it, Ctrl+C just ends the start: Qt's modules abort when it falls into their loading.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from timeline_app.desktop.application import run

    return run(given)


# Worker processes import this module under another name: they must not open a window.
if __name__ == "__main__":
    sys.exit(main())
