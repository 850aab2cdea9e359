"""Other lines and other voices, drawn anew for every piece of a batch of features."""

import numpy as np
import torch

import mfcc

MASKED_FRAMES = 15
MASKED_BANDS = 8
TILT = 0.6  # deviation of a line's frequency response, in nepers of power (0.6 = 2.6 dB)
WARPED = 0.7  # share of the pieces that get another throat
LONGEST_THROAT, SHORTEST_THROAT = 0.88, 1.14  # what the resonances' frequencies are multiplied by
BEND = 0.8  # share of the band's upper end up to which they are; above, they are pressed together or pulled apart

_TO_CEPSTRA = torch.from_numpy(mfcc.TELEPHONE.to_cepstra)
_TO_BANDS = torch.linalg.inv(_TO_CEPSTRA.double()).float()


def varied(x, rng):
    """Features (B, T, 40) of other voices on other lines, with stretches of time and bands of frequency replaced by their mean."""
    batch, time, bands = x.shape
    put = lambda a: torch.from_numpy(np.asarray(a, np.float32)).to(x.device)
    keep = put(_kept(batch, time, MASKED_FRAMES, 2, rng))[:, :, None] * put(_kept(batch, bands, MASKED_BANDS, 1, rng))[:, None]
    waves = np.cos(np.pi * np.arange(1, 4)[:, None] * (np.arange(bands) + 0.5) / bands)
    tilt = put(rng.normal(0, TILT, (batch, 3)) @ waves)[:, None]
    factors = np.where(rng.random(batch) < WARPED, rng.uniform(LONGEST_THROAT, SHORTEST_THROAT, batch), 1.0)
    x = (x @ _TO_BANDS.to(x.device)) @ put(throats(factors))
    mean = x.mean(1, keepdim=True)
    return (mean + (x - mean) * keep + tilt) @ _TO_CEPSTRA.to(x.device)


def _kept(batch, length, longest, shortest, rng):
    """(batch, length) of 1, and 0 in one stretch of 40 % of the rows."""
    at = np.arange(length)
    first = rng.integers(0, length, (batch, 1))
    end = first + rng.integers(shortest, longest, (batch, 1))
    return ~((at >= first) & (at < end) & (rng.random((batch, 1)) < 0.4))


def throats(factors):
    """(B, 40, 40): what turns the bands' energies into those of voices whose resonances are so many times as high."""
    bands, low, high = mfcc.BINS, mfcc.mel(mfcc.LOW_HZ), mfcc.mel(mfcc.HIGH_HZ)
    step = (high - low) / (bands + 1)
    hz = mfcc.hz(low + step * (np.arange(bands) + 1))[None]
    factors = np.asarray(factors)[:, None]
    bend = BEND * mfcc.HIGH_HZ * np.minimum(1, factors)  # of what is heard; where it was: bend / factor
    above = mfcc.HIGH_HZ - (mfcc.HIGH_HZ - hz) * (mfcc.HIGH_HZ - bend / factors) / (mfcc.HIGH_HZ - bend)
    was = np.clip((mfcc.mel(np.where(hz < bend, hz / factors, above)) - low) / step - 1, 0, bands - 1)
    return np.maximum(0, 1 - np.abs(np.arange(bands)[None, :, None] - was[:, None]))
