"""What is missing from the system is installed where that is allowed, and named in one sentence where it is not."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from tests.source_tree import ROOT

SCRIPT = ROOT / "packaging" / "system_packages.sh"
TABLE = ROOT / "packaging" / "system-packages.txt"

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


@pytest.fixture
def machine(tmp_path):
    """A made-up machine: the script with a table of its own, and stand-ins for id, sudo and apt-get."""
    shutil.copy(SCRIPT, tmp_path)
    (tmp_path / "system-packages.txt").write_text(
        "# comment\n\nshell  sh  dash\ndraw  libnowhere.so.9  libnowhere9\ntest  no-such-tool  tool-package\n",
        encoding="utf-8",
    )

    def run(*purposes, user, sudo_works=False, apt_fails_first=False):
        stand_ins = tmp_path / "bin"
        stand_ins.mkdir()
        stale = f'[ "$1" = update ] || [ -e {tmp_path}/tried ] || {{ touch {tmp_path}/tried; exit 1; }}; '
        for name, body in {
            "id": f"echo {user}",
            "sudo": '[ "$1" = -n ] && shift; exec "$@"' if sudo_works else "exit 1",
            "apt-get": (stale if apt_fails_first else "") + f'echo "$*" >> {tmp_path}/apt.log',
        }.items():
            (stand_ins / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
            (stand_ins / name).chmod(0o755)
        done = subprocess.run(
            ["bash", tmp_path / SCRIPT.name, *purposes],
            env=os.environ | {"PATH": f"{stand_ins}{os.pathsep}{os.environ['PATH']}"},
            capture_output=True,
            text=True,
            check=False,
        )
        log = tmp_path / "apt.log"
        return done, log.read_text(encoding="utf-8").splitlines() if log.exists() else []

    return run


def test_nothing_is_done_where_nothing_is_missing(machine):
    done, installed = machine("shell", user=0)
    assert (done.returncode, done.stdout, done.stderr, installed) == (0, "", "", [])


def test_root_installs_what_is_missing(machine):
    done, installed = machine("shell", "draw", "test", user=0)
    assert done.returncode == 0
    assert installed == ["install -y --no-install-recommends libnowhere9 tool-package"]


def test_sudo_without_a_password_will_do(machine):
    done, installed = machine("draw", user=1000, sudo_works=True)
    assert done.returncode == 0
    assert installed == ["install -y --no-install-recommends libnowhere9"]


def test_the_list_of_packages_is_fetched_when_it_is_old(machine):
    done, installed = machine("draw", user=0, apt_fails_first=True)
    assert done.returncode == 0
    assert installed == ["update", "install -y --no-install-recommends libnowhere9"]


def test_others_are_told_in_one_sentence(machine):
    done, installed = machine("draw", "test", user=1000)
    assert done.returncode == 1
    assert installed == []
    assert done.stderr.splitlines() == [
        "Dateline needs system packages that are missing here; install them with: "
        "sudo apt-get install libnowhere9 tool-package"
    ]


def test_the_table_has_three_columns():
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert all(len(line.split()) == 3 for line in lines)
    assert {line.split()[0] for line in lines} == {"draw", "window", "venv", "build", "verify", "test"}
