"""Keeping and loading the network, and using it to align."""

import multiprocessing

import numpy as np
import torch

import align
import network

# A class that training hardly had (NG at the begin of a word) counts as if it had this share of all frames: divided by its true
# share, it would score well in every sound, and [unk] would swallow all speech.
LEAST_PRIOR = 3e-4
PRIOR_POWER = 0.7  # full division by the priors (1.0) lets rare sounds win in pauses


def flattened(priors, power=PRIOR_POWER):
    """What scores are divided by: priors floored and flattened, summing to one."""
    flat = np.maximum(priors, LEAST_PRIOR) ** power
    return flat / flat.sum()


def save(net, priors, file):
    """As arrays without Python objects, so that any version of the libraries reads them."""
    state = {f"state.{k}": v.cpu().numpy() for k, v in net.state_dict().items()}
    shape = {f"shape.{k}": v for k, v in net.shape.items()}
    np.savez(file.with_suffix(".new.npz"), priors=priors, **state, **shape)
    file.with_suffix(".new.npz").rename(file)  # whoever reads it finds a whole one


def load(file):
    """(network, priors)."""
    kept = np.load(file)
    part = lambda name: {k.removeprefix(name): kept[k] for k in kept.files if k.startswith(name)}
    net = network.Network(**{k: int(v) for k, v in part("shape.").items()})
    net.load_state_dict({k: torch.from_numpy(v) for k, v in part("state.").items()})
    return net.eval(), kept["priors"]


def _one(job):
    text, likelihoods, where = job
    return where, align.align(text, _spoken, likelihoods)


def align_copy(net, priors, known, copy, texts, where, into, spoken, workers):
    """Aligns the utterances of a Copy at natural speed and writes the classes into the labels `into`.

    texts: of each utterance; where: an array of each utterance's places in `into`. Returns how many did not fit."""
    global _spoken
    _spoken = spoken
    log_priors = torch.from_numpy(np.log(flattened(priors))).float()

    def jobs():
        for u, text in enumerate(texts):
            features = copy.features[copy.first[u]:copy.first[u + 1]]
            with torch.no_grad():  # here: the pool asks for jobs in a thread of its own
                scores = torch.log_softmax(net(network.padded(features))[0].cpu(), 1) - log_priors
            yield text, known.best_of_phones(scores), where[u]

    bad = 0
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        for places, found in pool.imap(_one, jobs(), chunksize=20):
            into[places] = -1 if found is None else known.labels(found[0], found[1])
            bad += found is None
    return bad
