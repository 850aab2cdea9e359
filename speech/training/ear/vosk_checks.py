#!/usr/bin/env python3
"""Checks by asking Vosk itself: vosk_checks.py --jar vosk-0.3.45.jar --scratch DIR. Takes seconds, needs no data."""

import argparse
import math
import pathlib

import numpy as np
import scipy.signal
import torch

import classes
import graph
import lexicon
import mfcc
import network
import nnet3
import openfst
import running
import vosk
import wordtree

SLOPE = 0.002  # of the score over the summed feature: confidences stay between 0 and 1
PASSING = 200.0  # lifts the feature over zero, so that the ReLU lets it pass as it is
NEVER = -1000.0


def write_scale(folder, coefficient, usual):
    """A model that weighs sound: it hears "more" or "less", with a confidence that tells the sum of one coefficient."""
    known = classes.Classes([(p, "*") for p in classes.NAMES])
    net = network.Network(len(known.pairs), width=1, bottleneck=1, last=1)
    more, less = known.of("AA", None), known.of("AE", None)
    with torch.no_grad():
        for weights in net.parameters():
            weights.zero_()
        net.enter.weight[0, 40 * network.SPLICE + coefficient] = 1.0
        net.enter.bias[0] = PASSING
        net.last.weight[0, 0] = 1.0
        net.out.weight[more, 0] = SLOPE
        net.out.bias.fill_(NEVER)
        net.out.bias[more], net.out.bias[less] = -SLOPE * PASSING, 0.0
    (folder / "am").mkdir(parents=True, exist_ok=True)
    nnet3.write_model(folder / "am/final.mdl", net.eval(), known, np.full(len(known.pairs), 1 / len(known.pairs)))
    nnet3.write_conf(folder / "conf", acoustic_scale=1.0, beam=1000.0, lattice_beam=500.0)
    if usual is not None:
        nnet3.write_usual_mean(folder / "am/global_cmvn.stats", usual)
    ids = nnet3.TransitionIds(known)
    tree = wordtree.WordTree({"more": [("AA",)], "less": [("AE",)]}, 0.0, 0.0, ids.leaving)
    graph.write_phones(folder / "graph", ids.count)
    graph.write_words(folder / "graph", tree.words)
    (folder / "graph/HCLr.fst").write_bytes(tree.file())
    one_word = [(0, 1, tree.number[w], tree.number[w], 0.0) for w in ("more", "less")]
    (folder / "graph/Gr.fst").write_bytes(openfst.const(one_word, {1: 0.0}, openfst.WORDS_TO_WORDS, "input"))


def weighed(ear, samples):
    """The sum of the model's coefficient over every third frame, as Vosk has it."""
    word, = ear.hear(samples)[0]
    odds = math.log(word["conf"] / (1 - word["conf"]))
    return (odds if word["word"] == "more" else -odds) / SLOPE


def running_mean(lib, scratch):
    """Vosk's features are ours, with and without the running mean, at every length: below, at and over its window."""
    rng = np.random.default_rng(0)
    loud = np.repeat([3000, 100, 400], [24000, 32000, 24000])  # steps, so that it matters which frames a mean is of
    sound = scipy.signal.lfilter([1, 0.5], [1, -0.7], rng.normal(0, loud)).clip(-32768, 32767).astype(np.int16)
    usual = rng.normal(0, 10, mfcc.BINS).astype(np.float32)
    worst, asked = {}, 0
    for name, mean in (("none", None), ("running mean", torch.from_numpy(usual))):
        for coefficient in (0, 1, 7, 39):
            folder = scratch / f"scale-{name.replace(' ', '-')}-{coefficient}"
            write_scale(folder, coefficient, None if mean is None else usual)
            ear = vosk.Ear(lib, folder)
            for frames in (20, 150, 400, 599, 700, 950):
                samples = sound[:200 + 80 * (frames - 1)]
                x = torch.from_numpy(mfcc.TELEPHONE(samples))[None]
                x = x if mean is None else running.normalized(x, mean)
                wanted = float(x[0, ::3, coefficient].double().sum())
                if abs(wanted) * SLOPE < 8:  # nearer to 0 or 1 a confidence of six places tells nothing
                    asked += 1
                    worst[name] = max(worst.get(name, 0), abs(weighed(ear, samples) - wanted) / len(x[0, ::3]))
    print(f"{asked} sums asked; differ by up to, a frame: " + ", ".join(f"{name} {d:.1e}" for name, d in worst.items()))
    assert asked > 20 and all(d < 5e-3 for d in worst.values()), worst


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--jar", type=pathlib.Path, required=True)
    ask.add_argument("--scratch", type=pathlib.Path, required=True)
    use = ask.parse_args()
    running_mean(vosk.library(use.jar, use.scratch), use.scratch)
    print("running_mean: fine")


if __name__ == "__main__":
    main()
