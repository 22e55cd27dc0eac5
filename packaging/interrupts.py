"""Runs before all else in the installed application: until it can hear Ctrl+C, that ends it without a word.

Qt's modules are loaded before our first line, and being interrupted there they abort as if the program had crashed.
"""

import signal

if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
