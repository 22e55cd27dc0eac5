"""The agency that signs a dateline is nobody in the article; in a sentence it is somebody."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("HAVANA (AP) -- The boy went home.", False),
        ("THE HAGUE, Netherlands (AP)_ The court met.", False),
        ("NEWARK, N.J. (Reuters) - A man was held.", False),
        ("The Associated Press asked the mayor.", True),
        ("NATO (AP) said no.", True),
    ],
)
def test_the_agency_of_a_dateline(find, text, named):
    assert any(name in ("Associated Press", "Reuters") for name in find(text).names) is named
