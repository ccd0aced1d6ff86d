"""Which of several media types a client wants (RFC 9110, section 12.5.1)."""

from collections.abc import Mapping


class NotAcceptable(Exception):
    """The client takes none of what there is."""


def choose(accept: str, offered: Mapping[str, str], default: str) -> str:
    """The best of the types offered, by all the names a client may say for each; the default where it does not matter."""
    best, chosen = 0.0, ""
    for media, quality in _ranges(accept or "*/*"):
        fitting = default if media == "*/*" else offered.get(media) or _first(media, offered, default)
        if fitting and quality > best:
            best, chosen = quality, fitting
    if not chosen:
        raise NotAcceptable(f"there is {', '.join(dict.fromkeys(offered.values()))}")
    return chosen


def _first(media: str, offered: Mapping[str, str], default: str) -> str:
    """What fits a range such as text/*."""
    if not media.endswith("/*"):
        return ""
    start = media[:-1]
    return default if default.startswith(start) else next((name for name in offered.values() if name.startswith(start)), "")


def _ranges(accept: str) -> list[tuple[str, float]]:
    found = []
    for part in accept.split(",")[:50]:
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            if parameter.startswith("q="):
                try:
                    quality = min(1.0, max(0.0, float(parameter[2:])))
                except ValueError:
                    quality = 0.0
        found.append((media, quality))
    return found
