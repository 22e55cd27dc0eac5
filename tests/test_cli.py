from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from timeline_app import __version__, cli
from timeline_app.cli import inputs
from timeline_app.project import Project

ATTACK = "Hamas attacked southern Israel on 7 October 2023. Qatar condemned the attack on 8 October 2023.\n"
TALKS = "Qatar hosted talks in Doha on 25 November 2023. The United States welcomed the talks on Monday.\n"
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "attack.txt").write_text(ATTACK, encoding="utf-8")
    (folder / "talks.txt").write_text(TALKS, encoding="utf-8")
    return folder


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "articles.jsonl"
    rows = [
        {"id": "one", "text": ATTACK, "published": "2023-10-09"},
        {"id": "two", "text": TALKS, "published": "2023-11-28", "title": "Talks in Doha"},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    return path


def start(*arguments, **more):
    return subprocess.run(
        [sys.executable, "-m", "timeline_app", *map(str, arguments)],
        check=False,
        capture_output=True,
        timeout=120,
        env=ENVIRONMENT,
        cwd=Path(__file__).parent.parent,
        **more,
    )


def printed(capsys):
    output, errors = capsys.readouterr()
    return [json.loads(line) for line in output.splitlines()], errors


# ----------------------------------------------------------------------------------------------------- manners


def test_version_and_help_come_at_once():
    begin = time.monotonic()
    done = start("--version")
    assert done.stdout.decode() == f"dateline {__version__}\n"
    assert done.returncode == 0
    # Generous, for a busy machine: loading the language model or Qt would take longer.
    assert time.monotonic() - begin < 1.5


@pytest.mark.parametrize("arguments", [["--help"], ["extract", "--help"], ["render", "--help"]])
def test_help_tells_the_exit_codes(capsys, arguments):
    assert cli.main(arguments) == 0
    text = capsys.readouterr().out
    assert "exit codes:" in text
    assert text.startswith("usage: dateline")


def test_the_parser_loads_nothing_heavy():
    check = "import sys, timeline_app.cli as c; c.main(['--version']); print([n for n in sys.modules if n in HEAVY])"
    heavy = "HEAVY = {'PySide6', 'spacy', 'numpy', 'apsw', 'lxml', 'pebble', 'timeline_app.model'};"
    done = subprocess.run([sys.executable, "-c", heavy + check], capture_output=True, check=True, text=True)
    assert done.stdout.splitlines()[1] == "[]"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "say what to do"),
        (["paint"], "invalid choice"),
        (["--frob"], "unrecognized arguments: --frob"),
        (["extract"], "the following arguments are required: FILE"),
        (["extract", "--workers", "0", "a.txt"], "“0” is not a number from 1"),
        (["render", "a.txt"], "-o/--output"),
        (["render", "a.txt", "-o", "a.docx"], "Choose one of: pdf, png, svg, csv, json."),
        (["render", "a.txt", "-o", "a.txt"], "would be overwritten"),
        (["render", "a.txt", "-o", "a.pdf", "--from", "when pigs fly"], "--from:"),
        (["render", "a.txt", "-o", "a.pdf", "--from", "2024", "--to", "2023"], "--from lies after --to"),
        (["render", "a.txt", "-o", "a.pdf", "--from", "before 2020"], "the date of --from has no day"),
        (["render", "a.dateline", "b.txt", "-o", "a.pdf"], "either one project or articles"),
        (["render", "a.txt", "-o", "a.png", "--scale", "99"], "“99” is not a number from 0.25"),
        (["render", "a.txt", "-o", "a.png", "--paper", "B5"], "invalid choice"),
        (["render", "a.txt", "-o", "a.pdf", "--poster", "0"], "“0” is not a number of sheets"),
    ],
)
def test_a_wrong_command_line_is_one_sentence_and_2(capsys, arguments, sentence):
    assert cli.main(arguments) == 2
    output, errors = capsys.readouterr()
    assert output == ""
    assert sentence in errors
    assert errors.startswith("dateline: ")
    assert errors.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["extract", "a"], True),
        (["render"], True),
        (["--version"], True),
        (["-h"], True),
        ([], False),
        (["a.txt"], False),
        (["./extract"], False),
    ],
)
def test_commands_are_told_from_files_for_the_window(arguments, expected):
    assert cli.is_command(arguments) is expected


# ----------------------------------------------------------------------------------------------------- extract


def test_extract_prints_a_line_an_article_in_the_order_given(capsys, articles, lines):
    code = cli.main(["extract", str(articles / "talks.txt"), str(lines), str(articles / "attack.txt")])
    rows, errors = printed(capsys)
    assert (code, errors) == (0, "")
    assert [row["id"] for row in rows] == ["talks.txt", "one", "two", "attack.txt"]
    assert rows[2]["published"] == "2023-11-28"
    assert rows[2]["published_from"] == "metadata"
    first = rows[1]
    dates = {ATTACK[time["start"] : time["end"]]: time["value"] for time in first["times"]}
    assert dates["7 October 2023"] == "2023-10-07"
    assert any(event["date"] and event["date"]["edtf"] == "2023-10-07" for event in first["events"])
    assert {"id", "title", "published", "published_from", "language", "times", "actors", "mentions", "events"} <= set(
        first
    )


def test_extract_reads_standard_input(capsys, monkeypatch, lines):
    class Input:
        buffer = io.BytesIO(lines.read_bytes())

    monkeypatch.setattr(sys, "stdin", Input)
    assert cli.main(["extract", "-"]) == 0
    assert [row["id"] for row in printed(capsys)[0]] == ["one", "two"]


def test_what_cannot_be_read_is_said_and_the_rest_is_printed(capsys, tmp_path, articles, lines):
    (articles / "broken.pdf").write_bytes(b"%PDF-1.4 and nothing more")
    (tmp_path / "none").mkdir()
    with lines.open("a") as more:
        more.write('{"id": "three"}\nno json\n\n{"id": "four", "text": "It rained on 3 May 1999."}\n')
    code = cli.main(["extract", str(articles), str(tmp_path / "gone.txt"), str(lines), str(tmp_path / "none")])
    rows, errors = printed(capsys)
    assert code == 1
    assert [row["id"] for row in rows] == ["attack.txt", "talks.txt", "one", "two", "four"]
    said = errors.splitlines()
    assert len(said) == 5
    for line, expected in zip(said, ["broken.pdf", "gone.txt", "Line 3", "Line 4", "none"], strict=True):
        assert line.startswith("dateline: ")
        assert expected in line


def test_a_missing_list_of_lines_is_said(capsys, tmp_path):
    assert cli.main(["extract", str(tmp_path / "gone.jsonl")]) == 1
    assert "gone.jsonl" in printed(capsys)[1]


def test_more_workers_print_the_same(capsys, lines, articles):
    (articles / "empty.txt").write_bytes(b"")
    files = [str(articles / "attack.txt"), str(lines), str(articles / "empty.txt"), str(articles / "talks.txt")]
    assert cli.main(["extract", "--workers", "1", *files]) == 1
    alone = capsys.readouterr()
    assert cli.main(["extract", "--workers", "2", *files]) == 1
    assert capsys.readouterr() == alone
    assert alone.out.count("\n") == 4


@pytest.mark.parametrize(("count", "workers", "pooled"), [(2, 0, False), (9, 0, True), (9, 1, False), (2, 3, True)])
def test_other_processes_are_started_where_that_is_worth_it(monkeypatch, count, workers, pooled):
    monkeypatch.setattr(inputs, "_read_here", lambda given: ((each, "here") for each in given))
    monkeypatch.setattr(inputs, "_read_in", lambda _pool, given: ((each, "pool") for each in given))
    many = [inputs.Input(str(number), sentence="x") for number in range(count)]
    outcomes = list(inputs.read_all(iter(many), workers))
    assert [each.name for each, _ in outcomes] == [str(number) for number in range(count)]
    assert {str(where) for _, where in outcomes} == {"pool" if pooled else "here"}


def test_a_reader_that_goes_away_ends_it_quietly(lines):
    shell = f"{sys.executable} -m timeline_app extract {' '.join([str(lines)] * 3)} --workers 1 | head -c 20"
    done = subprocess.run(
        ["bash", "-c", f"{shell}; exit ${{PIPESTATUS[0]}}"],
        check=False,
        capture_output=True,
        env=ENVIRONMENT,
        cwd=Path(__file__).parent.parent,
    )
    assert done.stderr == b""
    assert done.returncode in (0, 141)


def has_readers(pid):
    """Whether a process has started others that read for it; the first ones look after shared memory."""
    lists = Path(f"/proc/{pid}/task").glob("*/children")
    return sum(len(each.read_text().split()) for each in lists) >= 2


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
@pytest.mark.parametrize(("workers", "patience"), [("1", 0), ("2", 3), ("2", 0)])
def test_ctrl_c_ends_it_quietly(workers, patience):
    """Also while the reading processes are still starting."""
    command = [sys.executable, "-m", "timeline_app", "extract", "-", "--workers", workers]
    running = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        cwd=Path(__file__).parent.parent,
        start_new_session=True,
        # Whoever starts the tests in the background has them ignore Ctrl+C, and what they start would too.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 – no threads here
    )
    assert running.stdin
    assert running.stdout
    running.stdin.write(json.dumps({"id": "one", "text": ATTACK}).encode() + b"\n")
    running.stdin.flush()
    if workers == "1":
        assert running.stdout.readline().startswith(b'{"id": "one"')
    else:
        while not has_readers(running.pid):
            time.sleep(0.01)
        time.sleep(patience)
    os.killpg(running.pid, signal.SIGINT)
    _, errors = running.communicate(timeout=30)
    assert errors == b""
    assert running.returncode == 130


# ------------------------------------------------------------------------------------------------------ render


def test_render_works_without_a_display(tmp_path, articles):
    targets = [tmp_path / f"timeline.{ending}" for ending in ("pdf", "png", "svg", "csv", "json")]
    outputs = [part for target in targets for part in ("-o", target)]
    done = start("render", articles, *outputs, "--title", "A small crisis")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert [target.read_bytes()[:4] for target in targets] == [b"%PDF", b"\x89PNG", b"<?xm", b"\xef\xbb\xbfN", b'{\n "']
    exported = json.loads(targets[-1].read_bytes())
    assert exported["title"] == "A small crisis"
    assert "2023-10-07" in [event["date"] and event["date"]["edtf"] for event in exported["events"]]
    assert "A small crisis" in targets[2].read_text(encoding="utf-8")


def test_a_range_lanes_and_paper_are_taken(tmp_path, qapp, articles):
    target = tmp_path / "timeline.json"
    arguments = ["render", str(articles), "-o", str(target), "-o", str(tmp_path / "t.pdf"), "--lanes", "article"]
    arguments += [
        "--paper",
        "Letter",
        "--poster",
        "2",
        "--landscape",
        "--black-and-white",
        "--from",
        "November 2023",
        "--to",
        "2023",
    ]
    assert cli.main(arguments) == 0
    exported = json.loads(target.read_bytes())
    assert exported["range"] == {"first": "2023-11-01", "last": "2023-12-31"}
    assert all((event["date"]["latest"] or "9") >= "2023-11-01" for event in exported["events"])
    assert exported["title"] == "Timeline of 2 articles"


def test_main_events_are_drawn_or_all(tmp_path, qapp, articles):
    some, every = tmp_path / "some.json", tmp_path / "every.json"
    assert cli.main(["render", str(articles), "-o", str(some)]) == 0
    assert cli.main(["render", str(articles), "-o", str(every), "--all-events"]) == 0
    main, all_events = (json.loads(path.read_bytes())["events"] for path in (some, every))
    assert 0 < len(main) < len(all_events)
    assert {event["id"] for event in main} <= {event["id"] for event in all_events}


def test_a_project_is_drawn_as_it_stands(tmp_path, articles):
    with Project.create(tmp_path / "Case.dateline") as project:
        outcomes = [outcome for _, outcome in inputs.read_all(inputs.find_inputs([str(articles)]), 1)]
        project.take_in([(outcome.reading, None) for outcome in outcomes if outcome.reading])
        event = project.events()[0].id
        project.retitle(event, "The attack as I call it")
    assert cli.main(["render", str(tmp_path / "Case.dateline"), "-o", str(tmp_path / "case.csv")]) == 0
    assert "The attack as I call it" in (tmp_path / "case.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("name", ["gone.dateline", "text.dateline", "gone.txt"])
def test_nothing_to_draw_is_said(capsys, tmp_path, name):
    (tmp_path / "text.dateline").write_text("no project")
    assert cli.main(["render", str(tmp_path / name), "-o", str(tmp_path / "out.csv")]) == 1
    assert name in capsys.readouterr().err
    assert not (tmp_path / "out.csv").exists()


def test_what_cannot_be_written_is_said_and_the_rest_is_written(capsys, tmp_path, articles):
    good, bad = tmp_path / "out.csv", tmp_path / "nowhere" / "out.csv"
    assert cli.main(["render", str(articles), "-o", str(bad), "-o", str(good)]) == 1
    assert "could not be written" in capsys.readouterr().err
    assert good.exists()


def test_one_bad_article_leaves_the_others_on_the_timeline(capsys, tmp_path, articles):
    assert cli.main(["render", str(articles), str(tmp_path / "gone.txt"), "-o", str(tmp_path / "out.json")]) == 1
    assert "gone.txt" in capsys.readouterr().err
    assert len(json.loads((tmp_path / "out.json").read_bytes())["articles"]) == 2
