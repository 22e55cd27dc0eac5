"""Where the installed application starts, and where each of its reading processes does."""

from __future__ import annotations

import multiprocessing
import signal
import sys

if __name__ == "__main__":
    # A reading process is this same program: it is told so by its arguments, and goes no further than this line.
    multiprocessing.freeze_support()
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:  # see interrupts.py
        signal.signal(signal.SIGINT, signal.default_int_handler)

    from timeline_app.__main__ import main

    sys.exit(main())
