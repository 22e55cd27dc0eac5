"""How the command line speaks and ends: exit codes, complaints on standard error."""

from __future__ import annotations

import sys

#: Exit codes; 130 and 141 are those a shell expects after Ctrl-C and after a closed pipe.
DONE, SOME_FAILED, USAGE, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141


class UsageError(Exception):
    """The command line asks for what cannot be; the message says what to change."""


def complain(sentence: str) -> None:
    """Say on standard error what went wrong."""
    sys.stderr.write(f"dateline: {sentence}\n")
    sys.stderr.flush()
