"""Reads a model's network back out of am/final.mdl, as nnet3.py wrote it: to align with it, or to train it further."""

import re
import struct

import numpy as np
import torch

import classes
import mfcc
import network

_LAYER = re.compile(rb"<ComponentName> (\w+) <FixedAffineComponent> <LinearParams> CM2 ")
_EPSILON = 1e-5  # BatchNorm's


def _layers(data):
    """name -> (weights, bias), both float64."""
    found = {}
    for layer in _LAYER.finditer(data):
        low, span, rows, columns = struct.unpack_from("<ffii", data, layer.end())
        at = layer.end() + 16
        weights = np.frombuffer(data, "<u2", rows * columns, at).reshape(rows, columns) / 65535 * span + low
        at += 2 * rows * columns + len("<BiasParams> FV ") + 5
        found[layer[1].decode()] = weights, np.frombuffer(data, "<f4", rows, at).astype(float)
    return found


def read(folder):
    """The network of a model folder, equal to it in use; in training its normalizations find their own figures again.

    nnet3.py had folded the normalizations away. What they subtracted is in the next layers' bias: the smallest such
    values are taken back out of there."""
    layers = _layers((folder / "am/final.mdl").read_bytes())
    known = classes.Classes.read(folder / "words/classes.txt")
    width, bottleneck, last = (len(layers[name][1]) for name in ("enter", "narrow0", "last"))
    net = network.Network(len(known.pairs), width, bottleneck, last)
    state, taken = net.state_dict(), np.zeros(width)

    def keep(name, weights, bias=None):
        state[f"{name}.weight"] = torch.tensor(weights)
        if bias is not None:
            state[f"{name}.bias"] = torch.tensor(bias)

    def normalize(i, weights, bias, times):
        offset = np.linalg.lstsq(weights.reshape(len(bias), times, width).sum(1), bias, rcond=None)[0] - taken
        state[f"norms.{i}.running_mean"], state[f"norms.{i}.running_var"] = torch.tensor(-offset), torch.full((width,), 1 - _EPSILON)
        return taken + offset

    keep("enter", *layers["enter"])
    for i, (a, _) in enumerate(network.BLOCKS):
        taken = normalize(i, *layers[f"narrow{i}"], len(a))
        keep(f"narrow.{i}", layers[f"narrow{i}"][0])
        keep(f"widen.{i}", *layers[f"wide{i}"])
    normalize(len(network.BLOCKS), *layers["last"], 1)
    keep("last", layers["last"][0])
    keep("out", *layers["out"])
    net.load_state_dict(state)
    return net.eval()


class Aligner:
    """Log likelihoods of sounds by a model that is there, for align.align_store. Its scores need no priors (mmi.py)."""

    def __init__(self, folder):
        self.net = read(folder)
        self.known = classes.Classes.read(folder / "words/classes.txt")

    def __call__(self, samples):
        """(outputs of 30 ms, sounds) of int16 samples at 8 kHz."""
        features = mfcc.TELEPHONE(samples)
        if not len(features):
            return np.zeros((0, len(classes.NAMES)), np.float32)
        with torch.no_grad():
            return self.known.best_of_phones(torch.log_softmax(self.net(network.padded(features))[0], 1))
