"""`dateline extract`: articles as JSON lines, each as soon as it is read."""

from __future__ import annotations

import argparse
import json
import sys

from timeline_app.cli.inputs import find_inputs, read_all, say_notices
from timeline_app.cli.manners import DONE, SOME_FAILED, complain
from timeline_app.extraction import to_json


def extract(options: argparse.Namespace) -> int:
    """Print what is in the articles named; the exit code."""
    code, said = DONE, set[str]()
    for source, outcome in read_all(find_inputs(options.files), options.workers):
        if outcome.reading is None:
            complain(outcome.sentence)
            code = SOME_FAILED
            continue
        say_notices(source.name, outcome.reading, said)
        line = json.dumps(to_json(outcome.reading, source.given_id), ensure_ascii=False)
        sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
        sys.stdout.buffer.flush()
    return code
