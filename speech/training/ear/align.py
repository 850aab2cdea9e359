"""Forced alignment: where each sound of a known text is, by the best path through its phones (Viterbi).

A text becomes a chain of words; each word offers its pronunciations side by side, and silence may be between words and
at both ends. Every phone lasts at least one frame of 30 ms.
"""

import multiprocessing

import numpy as np
import torch

import lexicon
import store

NEVER = -1e9
UNKNOWN = -2  # the phone of a frame whose utterance could not be aligned


class Chain:
    """The phones of a text as states. phone[s]: index into [SIL, *PHONES]; left[s]: the phone before within the word, or -1.
    before[s]: the states that may come before s, s itself first, filled up with a dead one."""

    def __init__(self, words, pronunciations):
        phone_ids = {p: i + 1 for i, p in enumerate(lexicon.PHONES)}
        self.phone, self.left, before = [0], [-1], [[]]  # state 0 is the silence in front
        starts, open_ends = {0}, [0]
        for w, word in enumerate(words):
            entry, open_ends = open_ends, []
            for phones in pronunciations[word]:
                last = None
                for i, p in enumerate(phones):
                    self.phone.append(phone_ids[p])
                    self.left.append(phone_ids[phones[i - 1]] if i else -1)
                    before.append(list(entry) if i == 0 else [last])
                    last = len(self.phone) - 1
                    if i == 0 and w == 0:
                        starts.add(last)
                open_ends.append(last)
            self.phone.append(0)
            self.left.append(-1)
            before.append(list(open_ends))
            open_ends = open_ends + [len(self.phone) - 1]
        self.phone, self.left = np.array(self.phone), np.array(self.left)
        self.starts, self.ends = sorted(starts), open_ends
        n, most = len(self.phone), max(len(b) for b in before) + 1
        self.before = np.full((n, most), n)
        for s, b in enumerate(before):
            self.before[s, :len(b) + 1] = [s, *b]


def best_path(chain, likelihoods):
    """(states, mean log likelihood a frame) of the best path; None when the text has more phones than there are frames."""
    frames, n = len(likelihoods), len(chain.phone)
    at = likelihoods[:, chain.phone]
    score = np.full(n + 1, NEVER, np.float32)
    score[chain.starts] = at[0, chain.starts]
    came = np.zeros((frames, n), np.int16)
    rows = np.arange(n)
    for t in range(1, frames):
        ways = score[chain.before]
        came[t] = ways.argmax(1)
        score[:n] = ways[rows, came[t]] + at[t]
    state = max(chain.ends, key=lambda s: score[s])
    total = score[state] / frames
    if score[state] < NEVER / 2:
        return None
    path = np.empty(frames, np.int32)
    for t in range(frames - 1, -1, -1):
        path[t] = state
        state = chain.before[state, came[t, state]]
    return path, float(total)


def align(text, pronunciations, likelihoods):
    """(phone, left) a frame, each int8 (frames,), and the score; None when it does not fit or a word has no sound.

    left is the phone before in the same word, -1 at its begin and for silence."""
    words = text.split()
    if any(w not in pronunciations for w in words) or not len(likelihoods):
        return None
    if not words:
        return np.zeros(len(likelihoods), np.int8), np.full(len(likelihoods), -1, np.int8), 0.0
    chain = Chain(words, pronunciations)
    found = best_path(chain, likelihoods)
    if found is None:
        return None
    path, score = found
    return chain.phone[path].astype(np.int8), chain.left[path].astype(np.int8), score


def _one(job):
    """Worker: (phones, lefts, score) of one utterance. Network and pronunciations are set by `align_store`."""
    utterance, samples = job
    likelihoods = _network(samples)
    nothing = np.full(len(likelihoods), UNKNOWN, np.int8)
    return align(utterance.text, _pronunciations, likelihoods) or (nothing, nothing, np.nan)


def align_store(folder, name, out, network, pronunciations, workers=2):
    """Aligns every utterance of a store and writes `out` (npz): phone, left (int8, all frames in a row, UNKNOWN where the
    text did not fit), first (where an utterance starts, plus the end), score (NaN where it did not fit)."""
    global _network, _pronunciations
    _network, _pronunciations = network, pronunciations  # forked workers inherit them
    sound = store.Store(folder, name)
    jobs = ((u, np.array(sound.samples(u))) for u in sound.utterances)
    torch.set_num_threads(1)  # before the fork: a worker each core, a thread a worker
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        found = list(pool.imap(_one, jobs, chunksize=20))
    scores = np.array([f[2] for f in found], np.float32)
    np.savez(out, phone=np.concatenate([f[0] for f in found]), left=np.concatenate([f[1] for f in found]),
             first=np.cumsum([0] + [len(f[0]) for f in found]), score=scores)
    print(f"{name}: {np.isfinite(scores).sum()} of {len(scores)} aligned, mean log likelihood a frame {np.nanmean(scores):.3f}")
