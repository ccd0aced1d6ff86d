"""Which language a text is written in. py3langid's one home."""

from functools import cache
from typing import Any

# A short English headline full of names can look like a creole or a Philippine language; only a sure answer skips a text.
SURE = 0.8
NOT_ENGLISH = 0.02
SAMPLE = 3000  # characters: more changes no answer


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language(text: str) -> str:
    """The ISO 639 code of a text's language: "en" unless another one is sure."""
    ranked = _identifier().rank(text[:SAMPLE])
    best, probability = ranked[0]
    english = next(p for code, p in ranked if code == "en")
    return best if probability >= SURE and english <= NOT_ENGLISH else "en"
