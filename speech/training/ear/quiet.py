"""Sound without speech, for training the network to hear nothing in it: noise, silence, tones, music on hold."""

import pathlib
import wave

import numpy as np
import scipy.signal

import store

TRAIN_MUSIC = ["macroform-cold_day", "macroform-robot_dity", "macroform-the_simplicity"]
DEV_MUSIC = ["manolo_camp-morning_coffee", "reno_project-system"]
# (Hz, Hz, seconds on, seconds off): ring-back, busy, dial tones of several countries (ITU-T E.180)
TONES = [(440, 480, 2, 4), (425, 0, 1, 4), (400, 450, 0.4, 0.2), (480, 620, 0.5, 0.5), (425, 0, 0.5, 0.5), (350, 440, 9, 0), (425, 0, 9, 0)]
DTMF = ([697, 770, 852, 941], [1209, 1336, 1477, 1633])


def music(folder, name):
    """A hold music file of Debian's asterisk-moh-opsound-wav: float32 at 8 kHz."""
    with wave.open(str(pathlib.Path(folder) / f"{name}.wav")) as w:
        return np.frombuffer(w.readframes(w.getnframes()), "<i2").astype(np.float32)


def tones(seconds, rng):
    a, b, on, off = TONES[rng.integers(len(TONES))]
    t = np.arange(int(seconds * 8000)) / 8000
    x = np.sin(2 * np.pi * a * t) + (np.sin(2 * np.pi * b * t) if b else 0)
    return (x * ((t + rng.uniform(0, on + off)) % (on + off) < on) * 10 ** rng.uniform(2, 3.8)).astype(np.float32)


def keys(seconds, rng):
    """Telephone keys pressed now and then."""
    x = np.zeros(int(seconds * 8000), np.float32)
    for at in range(int(rng.uniform(0, 4000)), len(x) - 1600, int(rng.uniform(2400, 9000))):
        t = np.arange(int(rng.uniform(640, 1600))) / 8000
        x[at:at + len(t)] = 10 ** rng.uniform(2.5, 3.8) * sum(np.sin(2 * np.pi * group[rng.integers(4)] * t) for group in DTMF)
    return x


def chords(seconds, rng):
    """Made music: random chords of decaying harmonics, so that more than three recorded pieces are known."""
    x = np.zeros(int(seconds * 8000), np.float32)
    at, beat = 0, int(rng.uniform(0.2, 0.9) * 8000)
    while at < len(x):
        t = np.arange(min(beat * int(rng.integers(1, 4)), len(x) - at)) / 8000
        for _ in range(rng.integers(1, 4)):
            f = 110 * 2 ** (rng.integers(0, 36) / 12)
            tone = sum(np.sin(2 * np.pi * f * h * t) / h ** rng.uniform(0.7, 2) for h in range(1, 6) if f * h < 3900)
            x[at:at + len(t)] += (tone * np.exp(-t * rng.uniform(0.5, 5))).astype(np.float32)
        at += beat
    return x * 10 ** rng.uniform(2.3, 3.6)


def record(folder, name, split, harm, pieces, minutes, seed):
    """Store `name`: five kinds, so many minutes of each in utterances of about six seconds, transcript empty."""
    rng = np.random.default_rng(seed)
    def recorded(seconds, rng):
        piece = pieces[rng.integers(len(pieces))]
        at = rng.integers(0, len(piece) - int(seconds * 8000))
        return piece[at:at + int(seconds * 8000)] * 10 ** rng.uniform(-1.2, 0)
    kinds = {
        "quiet-noise": lambda s, r: harm.noise_alone(int(s * 8000), r),
        "quiet-silence": lambda s, r: np.zeros(int(s * 8000)) + r.normal(0, r.choice([0, 0.3, 1, 4, 15]), int(s * 8000)),
        "quiet-tones": lambda s, r: (tones if r.random() < 0.6 else keys)(s, r),
        "quiet-chords": chords,
        "quiet-music": recorded,
    }
    out = store.Writer(pathlib.Path(folder), name)
    for kind, make in kinds.items():
        left, i = minutes * 60, 0
        while left > 0:
            seconds = min(rng.uniform(4, 8), left + 1)
            out.add(f"{name}-{kind}-{i}", np.clip(make(seconds, rng), -32768, 32767).astype(np.int16), name, kind, split, "")
            left, i = left - seconds, i + 1
    out.close()
