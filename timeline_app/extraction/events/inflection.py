"""English verb forms that titles need."""

from __future__ import annotations

IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}


def third_person(base: str) -> str:
    """The form after he or she: releases, catches, carries."""
    if base in IRREGULAR:
        return IRREGULAR[base]
    if base.endswith(("s", "x", "z", "ch", "sh")) or (base.endswith("o") and base[-2:-1] not in "aeiou"):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"
