"""What is made sure of every tree, whoever made it."""

from dataclasses import replace

from dateline.model import Token


def rooted(words: list[Token], base: int) -> list[Token]:
    """A sentence's tokens with one root: the first stays; what else has none, or one outside the sentence, hangs on it."""
    inside = range(base, base + len(words))
    root = next((i for i in inside if words[i - base].head == i), base)
    mended: list[Token] = []
    for i, token in zip(inside, words, strict=True):
        if i == root:
            mended.append(replace(token, head=root, deprel="root"))
        elif token.head == i or token.head not in inside:
            mended.append(replace(token, head=root, deprel="parataxis"))
        else:
            mended.append(token)
    return mended
