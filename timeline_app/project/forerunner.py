"""Loads all that reading needs; imported by the process that the reading processes are forked from, on Linux.

So the weights are loaded once and not by each of them, and lie in memory once.
"""

from __future__ import annotations

import contextlib
import gc
import sys

from timeline_app.project import worker

worker.stay_on_one_core()
# A process that is asked for just before the application ends finds nothing there any more; nobody need hear of it.
sys.excepthook = lambda *_: None
# Whatever fails here fails again in the reading process, which can say so.
with contextlib.suppress(Exception):
    worker.warm(worker.DEFAULT_READER, None)
# What is never freed need not be looked at again: looking would copy it into each process.
gc.collect()
gc.freeze()
