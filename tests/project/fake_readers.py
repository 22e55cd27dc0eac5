"""Readers for tests, named by dotted name so that the worker processes find them."""

from __future__ import annotations

import os
import sys
import threading
import time

from tests.project.hand_built import reading
from timeline_app.project.worker import Answer


def read(task):
    """Every line of the file is one event; some first words make trouble."""
    text = task.path.read_text() if task.path else task.article.text
    word = text.split("\n")[0].strip()
    if word == "hang":
        while True:
            time.sleep(0.01)
    if word == "crash":
        os._exit(3)
    if word == "memory":
        return Answer(data=bytes(64 * 1024**3))
    if word == "stumble":
        raise ValueError("a strange letter")
    if word == "what is loaded":
        return Answer(sentence=str("spacy.language" in sys.modules), code=str(threading.active_count()))
    if word == "slow":
        time.sleep(0.4)
    if word == "refuse":
        return Answer(sentence=f"“{task.name}” is empty.", code="empty")
    if word == "unpicklable":
        return lambda: None
    made = reading(
        f"2023-10-20 | release | Hamas | Hamas does release {text.strip()}.", name=task.name, title=text.strip()
    )
    return Answer(made, text.encode())
