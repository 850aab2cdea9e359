"""Running mean normalization as Kaldi's OnlineCmvn does it with its defaults, and so Vosk where a model has am/global_cmvn.stats.

From every frame the mean of the last frames, itself the last of them, is taken off. As long as few were heard, the usual
mean of all speech stands for some more.
"""

import torch

WINDOW = 600  # frames of 10 ms
USUAL = 200  # frames that the usual mean counts for, as far as the window has room


def normalized(x, usual):
    """(B, T, 40) features from the begin of what is heard, without their running mean. usual: (40,) mean of all speech."""
    sums = x.double().cumsum(1)
    sums[:, WINDOW:] -= sums[:, :-WINDOW].clone()
    heard = torch.arange(1, x.shape[1] + 1, device=x.device).clamp(max=WINDOW)[:, None]
    lent = (WINDOW - heard).clamp(max=USUAL)
    return (x - (sums + lent * usual) / (heard + lent)).to(x.dtype)
