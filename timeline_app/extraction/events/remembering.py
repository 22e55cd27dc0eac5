"""What was said of a phrase once is not worked out again: titles and the doubts about them ask the same questions."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from timeline_app.extraction.analysis import Analysis

if TYPE_CHECKING:
    from timeline_app.extraction.events.participants import ActorIndex

P = ParamSpec("P")
T = TypeVar("T")


def remembered(
    function: Callable[Concatenate[Analysis, ActorIndex, P], list[T]],
) -> Callable[Concatenate[Analysis, ActorIndex, P], list[T]]:
    """A function of an analysis, its actors and token numbers that keeps its answers as long as the actors are kept.

    Every caller gets a list of its own.
    """
    name = function.__qualname__

    @wraps(function)
    def ask(a: Analysis, index: ActorIndex, /, *args: P.args, **kwargs: P.kwargs) -> list[T]:
        plain = tuple(tuple(arg) if isinstance(arg, (list, range)) else arg for arg in args)
        key = (name, plain, tuple(kwargs.items()))
        known = index.memo.get(key)
        if known is None:
            known = index.memo[key] = function(a, index, *args, **kwargs)
        return list(known)

    return ask
