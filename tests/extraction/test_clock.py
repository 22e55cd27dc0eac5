"""Nothing that is read depends on the clock of the machine, its time zone, or when a file was written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from timeline_app.resources import resource

ROOT = Path(__file__).parents[2]
#: One article of each format that keeps its date in its own way.
NAMES = ("albania-blames-iran.eml", "drone-over-syria.html", "eu-chips-act.md", "qatar-mediation.txt",
         "trump-indicted.docx", "us-senate-iraq-authorizations.pdf")  # fmt: skip
SURROUNDINGS = [
    (283996800, "Pacific/Kiritimati"),
    (1709164799, "America/Los_Angeles"),
    (2556143999, "Asia/Kathmandu"),
    (283996800, "UTC"),
]
SCRIPT = """
import datetime, json, sys, time
from pathlib import Path

now, real = float(sys.argv[1]), time.localtime

class Day(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(now)

class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(now, tz)
    today = utcnow = now

time.time, time.time_ns = lambda: now, lambda: int(now * 1e9)
time.localtime = lambda seconds=None: real(now if seconds is None else seconds)
datetime.date, datetime.datetime = Day, Moment

from timeline_app.extraction import Analyser, parse_date, read_article, to_json
from timeline_app.formats import read_file

analyser = Analyser(Path("no weights here"))
for name in sys.argv[2:]:
    article, _ = read_file(Path(name))
    print(json.dumps(to_json(read_article(article, analyser), Path(name).name), sort_keys=True))
print(parse_date("12 Nov 2023"))
"""


def read_under(clock, zone, folder):
    for name in NAMES:
        os.utime(folder / name, (clock, clock))
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", SCRIPT, str(clock), *(str(folder / name) for name in NAMES)],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "TZ": zone},
    )
    return done.stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    here = tmp_path_factory.mktemp("articles")
    for name in NAMES:
        (here / name).write_bytes(resource("sample", name).read_bytes())
    return here


def test_three_clocks_and_four_time_zones_give_the_same_bytes(folder):
    outcomes = {read_under(clock, zone, folder) for clock, zone in SURROUNDINGS}
    assert len(outcomes) == 1
    (lines,) = outcomes
    assert lines.count(b'"published": "20') == len(NAMES)
