"""The timeline without a mouse: walked, zoomed and its lanes put in order by keys alone, as a hand presses them."""

from __future__ import annotations

import time

import pytest

from tests.stories.screen import ROOT, Running, Screen, skip_without_tools

pytestmark = [pytest.mark.xvfb, pytest.mark.slow]
SAMPLE = ROOT / "resources" / "sample"


@pytest.fixture
def screen():
    skip_without_tools()
    made = Screen(1280, 800)
    yield made
    made.close()


def test_all_by_keys(screen, tmp_path):
    app = Running(screen, tmp_path, SAMPLE / "qatar-mediation.txt", SAMPLE / "putin-wins-fourth-term.txt")

    def press(*keys):
        for key in keys:
            screen.hand("key", "--clearmodifiers", key)
            time.sleep(0.15)

    def until(test, what):
        return app.wait_for(test, what)

    def days(now):
        return now["range"][1] - now["range"][0]

    def at_rest():
        time.sleep(0.6)
        return app.state()

    try:
        until(lambda now: now["open"] and now.get("lanes") and not now["busy"], "the events")
        # No window manager is there to give the window the keyboard.
        screen.hand("search", "--onlyvisible", "--name", "Dateline", "windowfocus")
        for _ in range(16):
            if at_rest()["at_timeline"]:
                break
            press("Tab")
        assert app.state()["at_timeline"]

        press("Home")
        first = until(lambda now: now["chosen"], "the first event")["chosen"]
        press("Right")
        assert until(lambda now: now["chosen"] != first, "the next event")["inspector"]
        press("Left")
        until(lambda now: now["chosen"] == first, "the event before")
        press("End")
        last = until(lambda now: now["chosen"] != first, "the last event")["chosen"]
        press("Up", "Down", "comma", "period")

        before = at_rest()
        press("w")
        until(lambda now: days(now) < days(before) * 0.95, "a closer look")
        press("s")
        until(lambda now: abs(days(now) / days(before) - 1) < 0.01, "the look before")
        press("d")
        until(lambda now: now["range"][0] > before["range"][0], "later days")
        press("0")
        until(lambda now: days(now) > days(before), "everything")
        press("f", "Prior", "Next")

        press("End")
        until(lambda now: now["chosen"] == last, "the last event again")
        lanes = at_rest()["lanes"]
        press("c")
        until(lambda now: any(collapsed for _, collapsed, _ in now["lanes"]), "a collapsed lane")
        press("c", "p")
        until(lambda now: now["lanes"][0][2], "a lane kept at the top")
        press("p")
        until(lambda now: now["lanes"] == lanes, "the lanes as they were")
        press("h")
        until(lambda now: len(now["lanes"]) == len(lanes) - 1, "a hidden lane")
        until(lambda now: now["hidden"].startswith("1 lane hidden: "), "a sign that one is hidden")
        press("shift+h")
        until(lambda now: len(now["lanes"]) == len(lanes) and not now["hidden"], "all lanes")
        press("t")
        until(lambda now: now["at_tags"], "the cursor behind the tags")
        screen.hand("type", "release, truce")
        press("Return")
        until(lambda now: now["tags"] == ["release", "truce"], "tags")
        press("Escape")
        screen.hand("mousemove", 600, 170, "click", 1)
        until(lambda now: now["at_timeline"], "the timeline again")
        press("Escape")
        until(lambda now: not now["chosen"], "nothing chosen")
        press("ctrl+q")
    finally:
        app.close()
