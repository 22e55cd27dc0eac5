"""Changes of the project that may fail: what went wrong is said as a sentence, and the window goes on."""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.project import ProjectError
from timeline_app.views.notice_bar import NoticeBar, Tone


class Guard:
    """Runs a change and says what the project said, if it could not be made."""

    def __init__(self, notices: NoticeBar) -> None:
        self.notices = notices
        #: Takes the last step of the project back; set by whoever does the undoing.
        self.take_back: Callable[[], None] = lambda: None

    def do(self, change: Callable[[], object]) -> bool:
        """Whether the change was made."""
        try:
            change()
        except ProjectError as error:
            self.notices.say(error.sentence, Tone.WARNING)
            return False
        except LookupError:
            # A click can be older than the project: undo may have taken the thing away in between.
            self.notices.say("This is no longer in the project, so nothing was changed.", Tone.WARNING)
            return False
        return True

    def tell_done(self, sentence: str, steps: int = 1) -> None:
        """Says what was done just now, in so many steps, and offers to take it back until something else is changed."""

        def take_back() -> None:
            for _ in range(steps):
                self.take_back()

        self.notices.say(sentence, offers=(("Undo", take_back),), until_change=True)
