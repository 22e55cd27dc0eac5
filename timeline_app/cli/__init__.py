"""`dateline …` without a window: articles become JSON lines or drawn timelines.

Only the argument parser is loaded at once, so that help and version are there immediately; a command loads the rooms
it needs when it runs.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence

from timeline_app.cli.arguments import make_parser
from timeline_app.cli.manners import INTERRUPTED, PIPE_CLOSED, USAGE, UsageError, complain

COMMANDS = ("extract", "render")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command (arguments without the program's name); the exit code. Raises nothing a user could cause."""
    parser = make_parser()
    try:
        options = parser.parse_args(argv)
        if options.command is None:
            parser.error("say what to do, extract or render")
        code = _run(options)
        sys.stdout.flush()
    except UsageError as error:
        complain(str(error))
        return USAGE
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # What is still buffered cannot be written either, and Python would complain of it while it ends.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    return code


def is_command(arguments: Sequence[str]) -> bool:
    """Whether these arguments are for the command line and not files for the window."""
    return bool(arguments) and (arguments[0] in COMMANDS or arguments[0].startswith("-"))


def _run(options: argparse.Namespace) -> int:
    if options.command == "extract":
        from timeline_app.cli.extract import extract

        return extract(options)
    from timeline_app.cli.render import render

    return render(options)
