"""Strings of digits, put together from people's single ones: callers say numbers digit by digit, and few people in the corpus do."""

import collections

import numpy as np

import phrases
import store

LONGEST = 9  # digits
LEAST = 5  # recordings of digits that a speaker must have
GAP_S = 0.25  # longest silence between two digits; callers say many without any
FADE = 40  # samples, so that a cut does not click


def _faded(x):
    x, ramp = x.astype(np.float32), np.linspace(0, 1, FADE, dtype=np.float32)
    x[:FADE] *= ramp
    x[-FADE:] *= ramp[::-1]
    return x


def record(folder, how_many, seed):
    """Store `strings`: so many, from what the store `human` has for training, each by one speaker, all speakers alike often."""
    rng, human, of = np.random.default_rng(seed), store.Store(folder, "human"), collections.defaultdict(list)
    for u in human.utterances:
        if u.split == "train" and u.text in phrases.DIGITS and u.samples > 2 * FADE:
            of[u.speaker].append(u)
    speakers = [s for s in sorted(of) if len(of[s]) >= LEAST]
    out = store.Writer(folder, "strings")
    for i in range(how_many):
        speaker = speakers[rng.integers(len(speakers))]
        said = [of[speaker][k] for k in rng.integers(len(of[speaker]), size=rng.integers(2, LONGEST + 1))]
        parts = [np.zeros(int(rng.choice([0, 0.05, 0.3]) * 8000))]
        for u in said:
            parts += [_faded(human.samples(u)), rng.normal(0, 1, int(8000 * max(0, rng.uniform(-0.1, GAP_S))))]
        out.add(f"string-{i}", np.concatenate(parts).astype(np.int16), speaker, "strings", "train", " ".join(u.text for u in said))
    out.close()
    print(f"strings: {how_many} of {len(speakers)} speakers, {out.at / 8000 / 3600:.2f} hours")
