"""Running mean normalization as Kaldi's OnlineCmvn does it with its defaults, and so Vosk where a model has am/global_cmvn.stats.

From every frame the mean of the last frames, itself the last of them, is taken off. As long as few were heard, the usual
mean of all speech stands for some more. In a call the mean goes on from one utterance to the next, so training draws what
was heard before a piece: nothing, the same voice, or its line while nobody spoke.
"""

import collections

import numpy as np
import torch

import mfcc

WINDOW = 600  # frames of 10 ms
USUAL = 200  # frames that the usual mean counts for, as far as the window has room
NOTHING, VOICE, LINE = 0.4, 0.3, 0.25  # how often training draws which; the rest is digital silence
QUIET = 0.1  # share of a piece's frames that stand for its line

Before = collections.namedtuple("Before", "frames mean")  # (B,) of what was heard before, and (B, 40)


def normalized(x, usual, before=None):
    """(B, T, 40) features from the begin of what is heard, without their running mean. usual: (40,) mean of all speech."""
    sums = x.double().cumsum(1)
    sums[:, WINDOW:] -= sums[:, :-WINDOW].clone()
    heard = torch.arange(1, x.shape[1] + 1, device=x.device)[:, None]
    if before:
        left = (WINDOW - heard).clamp(min=0).minimum(before.frames[:, None, None])  # of them in the window
        sums = sums + left * before.mean[:, None]
        heard = (heard + left).clamp(max=WINDOW)
    heard = heard.clamp(max=WINDOW)
    lent = (WINDOW - heard).clamp(max=USUAL)
    return (x - (sums + lent * usual) / (heard + lent)).to(x.dtype)


def drawn(x, frames, rng):
    """What was heard before each piece of a padded batch (B, T, 40). frames: (B, 1), of each piece."""
    batch, kind = len(x), rng.random(len(x))
    put = lambda a: torch.from_numpy(a).to(x.device)
    loudness = torch.where(torch.arange(x.shape[1], device=x.device) < frames, x[..., 0], torch.inf)
    count = max(1, int(QUIET * int(frames.min())))
    line = x.gather(1, loudness.topk(count, 1, largest=False).indices[..., None].expand(-1, -1, x.shape[2])).mean(1)
    nothing = torch.from_numpy(mfcc.TELEPHONE(np.zeros(200)))[0].to(x.device)
    mean = torch.where(put(kind < NOTHING + VOICE)[:, None], x.mean(1), line)
    mean = torch.where(put(kind < NOTHING + VOICE + LINE)[:, None], mean, nothing)
    return Before(put(np.where(kind < NOTHING, 0, rng.integers(50, 700, batch))), mean)
