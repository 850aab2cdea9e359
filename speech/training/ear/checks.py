#!/usr/bin/env python3
"""Small checks of the parts where a mistake would only show as a bad model. Takes seconds, needs no data: `ear/checks.py`."""

import functools

import numpy as np
import torch

import align
import classes
import damage
import lexicon
import mfcc
import network
import nnet3


def folding():
    """The layers that are exported give the same scores as the network, over the same view of time."""
    torch.manual_seed(0)
    net = network.Network(50, mean=torch.randn(40), deviation=torch.rand(40) * 10 + 5)
    for norm in net.norms:
        norm.running_mean.normal_(0, 0.3)
        norm.running_var.uniform_(0.5, 2)
    x = network.padded(torch.randn(100, 40) * 10)
    wanted = net.eval()(x).detach().numpy()[0]
    layers = {name: (w, b) for name, w, b, _ in nnet3.folded(net)}
    frames = x[0].numpy()

    @functools.lru_cache(None)
    def node(name, t):
        kind, i = name.rstrip("0123456789"), int("0" + name.lstrip("abcdefghijklmnopqrstuvwxyz"))
        before = f"sum{i - 1}" if i else "enter"
        if kind == "sum":
            return node(f"wide{i}", t) + node(before, t)
        reads = {
            "enter": lambda: [frames[t + network.LEFT + o] for o in range(-network.SPLICE, network.SPLICE + 1)],
            "narrow": lambda: [node(before, t + network.STEP * o) for o in network.BLOCKS[i][0]],
            "wide": lambda: [node(f"narrow{i}", t + network.STEP * o) for o in network.BLOCKS[i][1]],
            "last": lambda: [node(f"sum{len(network.BLOCKS) - 1}", t)],
            "out": lambda: [node("last", t)],
        }[kind]()
        w, b = layers[name]
        y = w @ np.concatenate(reads) + b
        return np.maximum(y, 0) if kind in ("enter", "wide") else y

    worst = max(np.abs(node("out", network.STEP * k) - wanted[k]).max() for k in (0, 11, len(wanted) - 1))
    assert worst < 1e-4, f"exported layers differ by {worst}"


def codecs():
    """G.711 at a middling level keeps about 37 dB, and its values are its own fixed points."""
    x = np.random.default_rng(0).normal(0, 2000, 80000).astype(np.float32)
    for codec in (damage.mu_law, damage.a_law):
        y = codec(x)
        assert 35 < 10 * np.log10((x**2).mean() / ((x - y) ** 2).mean()) < 40, codec.__name__
        assert np.array_equal(codec(y), y), codec.__name__


def features():
    """A tone's frames are alike; twice the amplitude moves only the first coefficient, by ln 4 times the filters' share."""
    x = 1000 * np.sin(2 * np.pi * 1000 / 8000 * np.arange(8000))
    a, b = mfcc.TELEPHONE(x), mfcc.TELEPHONE(2 * x)
    assert a.shape == (98, 40)
    assert np.allclose(b[:, 0] - a[:, 0], np.log(4) * np.sqrt(mfcc.BINS), atol=0.05)
    assert np.abs(b[:, 1:] - a[:, 1:]).max() < 0.2


def alignment():
    """The best path goes through the pronunciation and the pause that the likelihoods favour."""
    phones = [0, 0, 1, 1, 2, 0, 0, 3, 3]  # SIL AA AE, pause, AH
    likelihoods = np.full((len(phones), len(classes.NAMES)), -5, np.float32)
    likelihoods[np.arange(len(phones)), phones] = 0
    spoken = {"x": [("B", "AA"), ("AA", "AE")], "y": [("AH",)]}
    phone, left, score = align.align("x y", spoken, likelihoods)
    assert phone.tolist() == phones and score == 0
    assert left.tolist() == [-1, -1, -1, -1, 1, -1, -1, -1, -1]


def numbering():
    """Every phone in every context has its transition, begins apart from insides."""
    known = classes.Classes([("SIL", "*")] + [(p, c) for p in lexicon.PHONES for c in ("*", "#")] + [("AA", "K")])
    ids = nnet3.TransitionIds(known)
    assert ids.leave("AA_I", known.of("AA", "K")) != ids.leave("AA_I", known.of("AA", "B"))
    assert ids.leave("AA_B", known.of("AA", None)) and ids.leave("SIL", 0) == 2


if __name__ == "__main__":
    for check in (folding, codecs, features, alignment, numbering):
        check()
        print(f"{check.__name__}: fine")
