"""The network: what it says of a window does not hang on the other windows, and PyTorch's side of it says the same."""

import numpy as np
import pytest

from dateline.annotate.network import Network, Sizes, Window

SIZES = Sizes(
    vocabulary=20,
    layers=2,
    width=12,
    wide=24,
    heads=3,
    size=2,
    labels={"morph": 4, "name": 5, "relation": 3, "kind": 4, "part": 3, "status": 2},
)


def network(seed: int = 0) -> Network:
    """A small network with weights from chance."""
    chance = np.random.default_rng(seed)
    return Network(SIZES, {name: chance.normal(size=shape, scale=0.3) for name, shape in SIZES.all_shapes().items()})


def windows() -> list[Window]:
    return [
        Window(pieces=[1, 5, 6, 7, 2], traits=[0, 2, 2, 1, 0], firsts=[0, 1, 3]),
        Window(pieces=[1, 9, 2], traits=[0, 4, 0], firsts=[0, 1]),
    ]


def test_windows_do_not_see_each_other() -> None:
    both = network().read(windows())
    for window, seen in zip(windows(), both, strict=True):
        assert seen.words.shape == (len(window.firsts), SIZES.deep)
        assert seen.pieces.shape == (len(window.pieces), SIZES.width)
        alone = network().read([window])[0]
        np.testing.assert_allclose(alone.words, seen.words, atol=1e-5)
        np.testing.assert_allclose(alone.pieces, seen.pieces, atol=1e-5)


def test_a_window_is_cut_behind_a_word() -> None:
    whole = network().read(windows())[0]
    assert whole.begin(2).pieces.shape == whole.pieces.shape
    cut = whole.begin(1)
    assert (len(cut.words), len(cut.pieces), list(cut.firsts)) == (2, 3, [0, 1])


def test_a_word_hangs_on_its_context() -> None:
    one, other = windows()[0], Window(pieces=[1, 5, 6, 8, 2], traits=[0, 2, 2, 1, 0], firsts=[0, 1, 3])
    assert not np.allclose(network().read([one])[0].words[1], network().read([other])[0].words[1], atol=1e-3)


def test_scores_have_a_place_for_each_choice() -> None:
    words = network().read(windows())[0].words
    heads = np.array([0, 1])
    assert {kind: rows.shape for kind, rows in network().labels(words).items()} == {"morph": (2, 4), "name": (2, 5)}
    assert network().arcs(words).shape == (2, 3)
    assert network().relations(words, heads).shape == (2, 3)
    assert network().kinds(words[1:]).shape == (2, 4)
    assert network().parts(words[1:2], words[1:]).shape == (1, 2, 3)
    assert network().statuses(words[1:]).shape == (2, 2)
    np.testing.assert_allclose(network().parts(words[1:], words[1:]).sum(-1), 1, atol=1e-5)
    np.testing.assert_allclose(network().statuses(words[1:]).sum(-1), 1, atol=1e-5)


def test_pytorch_says_the_same() -> None:
    torch = pytest.importorskip("torch")
    from dateline.annotate.training.batches import padded
    from dateline.annotate.training.torch_network import Network as TorchNetwork

    ours, theirs = network(), TorchNetwork(SIZES).eval()
    theirs.take({name: ours.weights[name] for name in SIZES.shapes()})
    rows = windows()
    with torch.no_grad():
        inside = padded([[1] * len(w.pieces) for w in rows], 0).bool()
        words = theirs(
            padded([w.pieces for w in rows], 0), padded([w.traits for w in rows], 0), inside, padded([w.firsts for w in rows], 0)
        )
        arcs, relations = theirs.arcs(words), theirs.relations(words, torch.tensor([[0, 1], [0, 0]]))
    for k, seen in enumerate(ours.read(rows)):
        own, size = seen.words, len(seen.words)
        np.testing.assert_allclose(words[k, :size], own, atol=2e-2)  # the mask is in half precision
        events, others = words[k, 1:size].repeat_interleave(size - 1, 0), words[k, 1:size].repeat(size - 1, 1)
        kinds, parts = torch.softmax(theirs.kinds(words[k, 1:size]), -1), torch.softmax(theirs.parts(events, others), -1)
        np.testing.assert_allclose(kinds.detach(), ours.kinds(own[1:]), atol=2e-2)
        statuses = torch.softmax(theirs.statuses(words[k, 1:size]), -1)
        np.testing.assert_allclose(statuses.detach(), ours.statuses(own[1:]), atol=2e-2)
        np.testing.assert_allclose(parts.detach().view(size - 1, size - 1, -1), ours.parts(own[1:], own[1:]), atol=2e-2)
        np.testing.assert_allclose(arcs[k, : size - 1, :size], ours.arcs(own), atol=2e-2)
        np.testing.assert_allclose(relations[k, : size - 1], ours.relations(own, np.array([0, 1][: size - 1])), atol=2e-2)
