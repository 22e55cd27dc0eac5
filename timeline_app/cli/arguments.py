"""What can be asked for on the command line, and the help that says so. Nothing here loads more than the parser."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NoReturn

from timeline_app import __version__
from timeline_app.cli.manners import USAGE, complain

EXIT_CODES = """\
exit codes:
  0  all done
  1  an input could not be read or an output not be written; each has its sentence on standard error
  2  the command line was wrong
"""

OVERVIEW = f"""\
what to do:
  dateline [FILE…]                  open the window with these articles, folders or a project
  dateline --sample                 open the window with the sample project
  dateline extract FILE…            print what is in articles as JSON lines
  dateline render INPUT… -o FILE    draw a timeline as PDF, PNG or SVG, or write it as CSV or JSON

“dateline extract --help” and “dateline render --help” tell more. A file called “extract” is opened by
“dateline ./extract”. Nothing is ever sent to the network.

{EXIT_CODES}"""

EXTRACT_TEXT = """\
Print one JSON object a line for each article, in the order given: its title and date, date expressions, actors,
mentions and events with their passages. Text, Markdown, HTML, PDF, Word and e-mail are read, folders with all they
hold; *.jsonl and “-” (standard input) are JSON lines {"id", "text", "published"?, "title"?}, one article each.
Passages are characters [start, end) of the article’s text. The same input always gives the same output.
"""

RENDER_TEXT = """\
Draw the timeline of a project (*.dateline) or of articles (files, folders, JSON lines) into one file or several; the
ending says as what: pdf, png, svg, csv or json. Dates are ISO 8601 or words: 2023-10-07, 2023-10, "March 2012",
"44 BC". Only events that may have happened between --from and --to are drawn then. The main events are
drawn (some ten of an article of news); --all-events draws the small ones too.
"""


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one sentence that says where help is."""

    def error(self, message: str) -> NoReturn:
        complain(f"{message}. Try “{self.prog} --help”.")
        raise SystemExit(USAGE)


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = _Parser(
        prog="dateline",
        usage="dateline [FILE…] | dateline extract … | dateline render …",
        description="Dateline turns articles into a timeline one can trust.",
        epilog=OVERVIEW,
        formatter_class=raw,
    )
    parser.add_argument("--version", action="version", version=f"dateline {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="", help=argparse.SUPPRESS, prog="dateline")
    extract = commands.add_parser("extract", description=EXTRACT_TEXT, epilog=EXIT_CODES, formatter_class=raw)
    render = commands.add_parser("render", description=RENDER_TEXT, epilog=EXIT_CODES, formatter_class=raw)
    _add_extract(extract)
    _add_render(render)
    return parser


def _add_extract(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="an article, a folder, *.jsonl, or - for JSON lines")
    parser.add_argument("--format", choices=["jsonl"], default="jsonl", help="how to print (only JSON lines so far)")
    _add_workers(parser)


def _add_workers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--workers",
        type=_count,
        default=0,
        metavar="N",
        help="processes that read at the same time (default: as many as there are processors, for many articles)",
    )


def _add_render(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("inputs", nargs="+", metavar="INPUT", help="one project, or articles and folders")
    add("-o", "--output", action="append", required=True, type=Path, metavar="FILE", help="where to; may be repeated")
    add("--from", dest="first", metavar="DATE", help="leave out what happened before")
    add("--to", dest="last", metavar="DATE", help="leave out what happened after")
    add(
        "--lanes",
        choices=["actor", "article", "kind", "tag", "none"],
        default="actor",
        help="what a lane is (default: actor)",
    )
    add(
        "--all-events",
        action="store_true",
        help="every event, not only the main ones (important, checked, corrected or added by hand)",
    )
    add("--title", default="", help="the title above the timeline")
    add("--paper", choices=["A4", "Letter", "A3", "Legal", "Tabloid"], default="A4", help="size of the sheets")
    add("--landscape", action="store_true", help="hold the sheets sideways")
    add(
        "--poster",
        type=_sheets,
        default=1,
        metavar="N",
        help="one large drawing N sheets wide, with cut marks and an overlap, and as many sheets high as needed (PDF)",
    )
    add("--black-and-white", action="store_true", help="only black, white and greys")
    add("--no-list", action="store_true", help="only the timeline, without the list of events behind it")
    add("--no-passages", action="store_true", help="the list without the quoted passages")
    add("--list", action="store_true", help="put the list of events below a picture (PNG, SVG) as well")
    add("--dark", action="store_true", help="light on dark (PNG, SVG)")
    add("--width", type=_count, default=1400, metavar="PIXELS", help="width of a picture before scaling (1400)")
    add("--scale", type=_scale, default=2.0, metavar="X", help="pixels of a PNG for each of its width (2)")
    _add_workers(parser)


def _count(text: str) -> int:
    number = int(text) if text.isdigit() else 0
    if not 1 <= number <= 20_000:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 to 20000")
    return number


def _sheets(text: str) -> int:
    number = int(text) if text.isdigit() else 0
    if not 1 <= number <= 12:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of sheets from 1 to 12")
    return number


def _scale(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0.25 <= number <= 8:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 0.25 to 8")
    return number
