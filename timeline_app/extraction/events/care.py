"""One sentence that no rule was made for costs no more than its own events: it is noted, and the rest is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


class Care:
    """Tries the work on one sentence after another; `strict` lets what goes wrong through, as tests want it.

    `missed` holds what went wrong, by the number of the sentence.
    """

    def __init__(self, *, strict: bool = True) -> None:
        self._strict = strict
        self.missed: dict[int, str] = {}

    def over(self, sentence: int, work: Callable[[], Result], otherwise: Result) -> Result:
        """What the work gives; `otherwise` where it cannot be done."""
        try:
            return work()
        except Exception as error:  # rules meet every sentence there is, and none may cost the article
            if self._strict:
                raise
            self.missed.setdefault(sentence, f"{type(error).__name__}: {error}")
            return otherwise
