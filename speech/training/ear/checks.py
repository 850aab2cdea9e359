#!/usr/bin/env python3
"""Small checks of the parts where a mistake would only show as a bad model. Takes seconds, needs no data: `ear/checks.py`."""

import functools
import itertools

import numpy as np
import scipy.signal
import torch

import align
import classes
import damage
import gsm
import lexicon
import mfcc
import mmi
import network
import nnet3
import running
import train
import voices
import wordtree


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


def mobile_phones():
    """GSM 06.10 follows the wave of a voice, some 10 dB less well than G.711, but not that of noise; it adds no delay."""
    x = np.zeros(8123)
    x[::70] = 8000
    voice = scipy.signal.lfilter([1], [1, -1.6, 0.8], x)
    noise = np.random.default_rng(0).normal(0, 2000, 8123)
    ratio = lambda x: 10 * np.log10((x**2).mean() / ((x - gsm.full_rate(x)) ** 2).mean())
    assert 10 < ratio(voice) < 30 and 0 < ratio(noise) < 4, (ratio(voice), ratio(noise))
    assert len(gsm.full_rate(voice)) == len(voice) and gsm.full_rate(voice).dtype == np.float32


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


def blanks():
    """A graph for CTC takes a sound once or longer, then blanks of its own phone or none, and no blank of another."""
    known = classes.Classes([(p, "*") for p in classes.NAMES])
    ids = nnet3.TransitionIds(known, ctc=True)
    tree = wordtree.WordTree({"at": [("AE", "T")]}, 0.0, 0.0, ids.leaving, ids.blanks())
    (a, t), blank = (ids.leaving(p, "*") for p in ("AE_B", "T_E")), ids.blanks()
    assert len({*ids.stays.values()}) == len(ids.triples) and max(ids.stays.values()) < ids.count

    def taken(sounds):
        at = [(wordtree.HUB, 0)]
        for state, read in at:
            for source, target, sound, *_ in tree.arcs:
                if source == state and (sound == 0 or sounds[read:read + 1] == [sound]) and (target, read + (sound > 0)) not in at:
                    at.append((target, read + (sound > 0)))
        return (wordtree.END, len(sounds)) in at

    for fine in ([a, t], [a, a - 1, t, t - 1], [a, blank[a], blank[a], t, blank[t]], [a, a - 1, blank[a], t]):
        assert taken(fine), fine
    for wrong in ([a], [a, blank[t], t], [a, blank[a], a - 1, t], [blank[a], a, t]):
        assert not taken(wrong), wrong


def running_means():
    """Training takes the running mean off a piece as if nothing was before it, also in a batch with longer pieces."""
    usual = torch.randn(40)
    copy = train.Copy.__new__(train.Copy)
    copy.usual, copy.features = usual, torch.randn(2000, 40) * 10
    copy.first, copy.label_first, copy.labels = np.array([0, 1000, 2000]), np.array([0, 334, 668]), np.zeros(668, np.int64)
    x, _ = copy.tensors([(0, 10, 300), (1, 30, 70)])
    for piece, begin, frames in ((0, 30, 900), (1, 1090, 210)):
        wanted = running.normalized(copy.features[None, begin:begin + frames], usual)[0]
        found = x[piece, network.LEFT:network.LEFT + frames]
        assert torch.allclose(found, wanted, atol=1e-4)
        assert torch.allclose(x[piece, network.LEFT + frames:], wanted[-1:], atol=1e-4)  # Kaldi repeats the last frame
        assert torch.allclose(x[piece, :network.LEFT], wanted[:1], atol=1e-4)


def heard_before():
    """What was heard before a piece counts in its running mean as if it had been there, until it leaves the window."""
    usual, x, frames = torch.randn(40), torch.randn(2, 700, 40) * 10, torch.tensor([400, 650])
    before = running.Before(frames, torch.randn(2, 40) * 10)
    found = running.normalized(x, usual, before)
    for piece, n in enumerate(frames.tolist()):
        whole = torch.cat([before.mean[piece].expand(min(n, running.WINDOW), 40), x[piece]])[None]
        assert torch.allclose(found[piece], running.normalized(whole, usual)[0, -700:], atol=1e-3), n


def throats():
    """A throat as it is changes nothing; a shorter one moves a resonance up by as much."""
    same, shorter = voices.throats([1.0, 1.1])
    assert np.allclose(same, np.eye(mfcc.BINS))
    step = (mfcc.mel(mfcc.HIGH_HZ) - mfcc.mel(mfcc.LOW_HZ)) / (mfcc.BINS + 1)
    at = lambda hz: (mfcc.mel(hz) - mfcc.mel(mfcc.LOW_HZ)) / step - 1
    bump = np.exp(-(np.arange(mfcc.BINS) - at(1000)) ** 2 / 4)
    assert abs((bump @ shorter).argmax() - at(1100)) < 0.6, (bump @ shorter).argmax()


def sentences():
    """Both sums over paths are those that trying every path gives."""
    torch.manual_seed(0)
    count, lengths = 3, torch.tensor([4, 3])
    everything = mmi.Denominator.__new__(mmi.Denominator)
    everything.follows, everything.starts = torch.softmax(torch.randn(count, count), 1), torch.softmax(torch.randn(count), 0)
    scores = torch.randn(2, 4, count)
    moves = everything.follows + torch.eye(count)
    groups = [mmi.segments(np.array(labels)) for labels in ([0, 0, 1, 2], [1, 1, 2])]
    any_way, right_way = everything(scores, lengths), mmi.numerator(scores, groups, lengths)
    for b, (sounds, first, end) in enumerate(groups):
        n, total, right = int(lengths[b]), 0.0, 0.0
        for way in itertools.product(range(count), repeat=n):
            steps = [everything.starts[way[0]]] + [moves[i, j] for i, j in itertools.pairwise(way)]
            total += float(np.prod(steps)) * np.exp(sum(float(scores[b, t, c]) for t, c in enumerate(way)))
        for way in itertools.product(range(len(sounds)), repeat=n):
            if way[0] == 0 and way[-1] == len(sounds) - 1 and all(j - i in (0, 1) for i, j in itertools.pairwise(way)):
                far = [t < first[k] - mmi.TOLERANCE or t >= end[k] + mmi.TOLERANCE for t, k in enumerate(way)]
                right += np.exp(sum(float(scores[b, t, sounds[k]]) + far[t] * mmi.TOO_FAR for t, k in enumerate(way)))
        assert abs(float(any_way[b]) - np.log(total)) < 1e-4 and abs(float(right_way[b]) - np.log(right)) < 1e-4


def slopes():
    """What training follows are the true slopes of both sums."""
    torch.manual_seed(1)
    lengths, double = torch.tensor([6, 3, 1]), torch.float64
    everything = mmi.Denominator.__new__(mmi.Denominator)
    everything.follows = torch.softmax(torch.randn(4, 4, dtype=double), 1)
    everything.starts = torch.softmax(torch.randn(4, dtype=double), 0)
    groups = [mmi.segments(np.array(labels)) for labels in ([0, 2, 2, 0, 3, 3], [1, 1, 2], [3])]
    scores = torch.randn(3, 6, 4, dtype=double, requires_grad=True)
    assert torch.autograd.gradcheck(lambda s: everything(s, lengths), scores)
    assert torch.autograd.gradcheck(lambda s: mmi.numerator(s, groups, lengths), scores)


if __name__ == "__main__":
    for check in (folding, codecs, mobile_phones, features, alignment, numbering, blanks, running_means, heard_before, throats, sentences, slopes):
        check()
        print(f"{check.__name__}: fine")
