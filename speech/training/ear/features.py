"""Copies of the training speech as features, every copy damaged in another way.

Copy 0 is a good line at the natural speed; the others are slower or faster, noisy, filtered. A copy is two files:
`copyN.f16`, (frames of 10 ms, 40); and `copyN.npz`: `first`, where utterances begin (plus the end), and for every third
frame `where` it was in the alignment of the whole store, so that a new alignment needs no new features.
"""

import multiprocessing

import numpy as np

import damage
import mfcc
import store

SPEEDS = (0.9, 1.0, 1.1)
STEP = 3  # frames of 10 ms an output of the network


def speed(x, factor):
    """Faster speech by linear interpolation; pitch goes along."""
    return np.interp(np.arange(0, len(x) - 1, factor), np.arange(len(x)), x).astype(np.float32) if factor != 1.0 else x


def _one(job):
    samples, first, end, seed, heavy = job
    rng = np.random.default_rng(seed)
    factor = SPEEDS[rng.integers(len(SPEEDS))] if heavy else 1.0
    shift = int(rng.integers(0, 240)) if heavy else 0  # the network must not know where a frame begins
    x = speed(samples.astype(np.float32), factor)[shift:]
    f = mfcc.TELEPHONE((_damage.heavy if heavy else _damage.light)(x, rng))
    outputs = (len(f) + STEP - 1) // STEP
    was = ((np.arange(outputs) * STEP * 80 + shift) * factor / (STEP * 80)).round().astype(int)
    return f.astype(np.float16), np.minimum(first + was, end - 1)


def make_copy(folder, number, sources, harm, workers=2, times=lambda utterance: 1):
    """Writes copy `number`. sources: (store, split, first frames of its alignment); where counts through all of them.

    times: how often an utterance is in it, damaged in another way each time."""
    global _damage
    _damage = harm

    def jobs():
        offset = 0
        for s, (sound, split, firsts) in enumerate(sources):
            for i, u in enumerate(sound.utterances):
                if u.split == split and firsts[i + 1] > firsts[i]:
                    for again in range(times(u)):
                        yield np.array(sound.samples(u)), offset + firsts[i], offset + firsts[i + 1], (number % 1000, s, i, again), number > 0
            offset += firsts[-1]

    first, where = [0], []
    with open(folder / f"copy{number}.f16", "wb") as out, multiprocessing.get_context("fork").Pool(workers) as pool:
        for f, was in pool.imap(_one, jobs(), chunksize=20):
            out.write(f.tobytes())
            first.append(first[-1] + len(f))
            where.append(was)
    np.savez(folder / f"new{number}.npz", first=np.array(first), where=np.concatenate(where).astype(np.int32))
    (folder / f"new{number}.npz").rename(folder / f"copy{number}.npz")  # whoever waits for it finds a whole one
    print(f"copy {number}: {len(where)} utterances, {first[-1] / 360000:.2f} hours")
