"""Keeping and loading the network, and using it to align."""

import numpy as np
import torch

import classes
import mfcc
import network

# A class that training hardly had (NG at the begin of a word) counts as if it had this share of all frames: divided by its true
# share, it would score well in every sound, and [unk] would swallow all speech.
LEAST_PRIOR = 3e-4
PRIOR_POWER = 0.7  # full division by the priors (1.0) lets rare sounds win in pauses


def flattened(priors):
    """What scores are divided by: priors floored and flattened, summing to one."""
    flat = np.maximum(priors, LEAST_PRIOR) ** PRIOR_POWER
    return flat / flat.sum()


def save(net, priors, file):
    state = {k: v.cpu() for k, v in net.state_dict().items()}
    torch.save({"state": state, "shape": net.shape, "priors": priors}, file.with_suffix(".new"))
    file.with_suffix(".new").rename(file)  # whoever reads it finds a whole one


def load(file):
    """(network, priors)."""
    kept = torch.load(file, map_location="cpu")
    net = network.Network(**kept["shape"])
    net.load_state_dict(kept["state"])
    return net.eval(), kept["priors"]


class Aligner:
    """8 kHz samples to (outputs, 40) log likelihoods of phones: the best class of each phone, divided by its share."""

    def __init__(self, file, known):
        self.net, priors = load(file)
        self.log_priors = np.log(flattened(priors)).astype(np.float32)
        self.phones = known.phones()

    @torch.no_grad()
    def __call__(self, samples):
        noise = np.random.default_rng(len(samples)).normal(0, 1, len(samples))
        x = network.padded(mfcc.TELEPHONE(samples.astype(np.float32) + noise.astype(np.float32)))
        scores = torch.log_softmax(self.net(x)[0], 1).numpy() - self.log_priors
        out = np.full((len(scores), len(classes.NAMES)), -1e4, np.float32)
        np.maximum.at(out.T, self.phones, scores.T)
        return out
