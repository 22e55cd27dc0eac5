"""Contrast between two colours by the formula of WCAG 2, on "#rrggbb" texts."""

from __future__ import annotations

from functools import lru_cache

#: The least contrast of text that WCAG AA asks for.
READABLE = 4.5
#: On a ground brighter than this black stands out more, on a darker one white.
MIDDLE = 0.18


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255, of "#rrggbb"."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Relative luminance, 0 for black to 1 for white."""
    parts = [value / 255 for value in channels(colour)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 (the same) to 21 (black on white)."""
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=4096)
def mixed(colour: str, ground: str, share: float) -> str:
    """`colour` laid over `ground` with an opacity of `share`."""
    pairs = zip(channels(colour), channels(ground), strict=True)
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02x}" for over, under in pairs)


@lru_cache(maxsize=512)
def readable(colour: str, ground: str, least: float = READABLE) -> str:
    """`colour` moved towards black or white, as little as gives `least` contrast on `ground`."""
    target = "#000000" if luminance(ground) > MIDDLE else "#ffffff"
    for step in range(21):
        candidate = mixed(target, colour, step / 20)
        if contrast(candidate, ground) >= least:
            return candidate
    return target


@lru_cache(maxsize=512)
def palest(colour: str, ground: str, least: float) -> str:
    """`colour` moved towards the ground as far as leaves `least` contrast with it, or away from it until it has."""
    strong = readable(colour, ground, least)
    low, high = 0.0, 1.0
    for _ in range(10):
        middle = (low + high) / 2
        if contrast(mixed(strong, ground, middle), ground) >= least:
            high = middle
        else:
            low = middle
    return mixed(strong, ground, high)
