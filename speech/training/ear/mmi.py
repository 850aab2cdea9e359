"""Training on whole sentences (lattice-free MMI, Povey et al. 2016): the right sequence of sounds against all sequences.

Numerator: the sounds of the alignment, each a little earlier or later than it says. Denominator: any sequence of classes,
as likely as classes follow each other in training. Both are sums over all paths; how long a sound lasts costs nothing, here
as in decoding. Scores need no priors afterwards, and their scale in decoding is 1.
"""

import numpy as np
import torch

import classes

TOLERANCE = 2  # outputs of 30 ms that a sound may begin earlier or end later than aligned
TOO_FAR = -8.0  # score of a moment farther away
NEVER = -1e30
SMOOTHING = 3.0  # counts added to each class's successors, spread as the allowed classes occur


class Denominator:
    """Which class follows which. follows: (C, C) probabilities, row after row; starts: (C,)."""

    def __init__(self, known, sequences):
        """sequences: class indices of the successive sounds of each utterance, an array each."""
        count = len(known.pairs)
        pairs, single, starts = np.zeros((count, count)), np.ones(count), np.full(count, 0.1)
        for s in sequences:
            np.add.at(pairs, (s[:-1], s[1:]), 1)
            np.add.at(single, s, 1)
            starts[s[0]] += 1
        guess = self._allowed(known) * single
        pairs += SMOOTHING * guess / guess.sum(1, keepdims=True)
        self.follows = torch.tensor(pairs / pairs.sum(1, keepdims=True), dtype=torch.float32)
        self.starts = torch.tensor(starts / starts.sum(), dtype=torch.float32)

    @staticmethod
    def _allowed(known):
        phone = [p for p, _ in known.pairs]
        allowed = np.zeros((len(phone), len(phone)), bool)
        for i, before in enumerate(phone):
            allowed[i, 0] = i > 0  # silence after any sound, not after itself
            for name in classes.NAMES[1:]:
                allowed[i, known.of(name, None)] = True
                if i > 0:
                    allowed[i, known.of(name, before)] = True
        return allowed

    def to(self, device):
        self.follows, self.starts = self.follows.to(device), self.starts.to(device)
        return self

    def __call__(self, scores, lengths):
        """(B,) log sums over all paths. scores: (B, T, C) float32; lengths: (B,) outputs that count."""
        peak = scores.detach().amax(2)
        like = torch.exp(scores - peak[..., None])
        moves = self.follows + torch.eye(len(self.follows), device=scores.device)
        alpha, total = self.starts * like[:, 0], peak[:, 0]
        for t in range(1, scores.shape[1]):
            inside = t < lengths
            norm = alpha.sum(1)
            ahead = (alpha / norm[:, None]) @ moves * like[:, t]
            alpha = torch.where(inside[:, None], ahead, alpha)
            total = total + torch.where(inside, torch.log(norm) + peak[:, t], 0.0)
        return total + torch.log(alpha.sum(1))


def segments(labels):
    """(class, first, end) of the successive sounds of (n,) labels; arrays."""
    first = np.concatenate([[0], np.flatnonzero(np.diff(labels)) + 1])
    return labels[first], first, np.append(first[1:], len(labels))


def numerator(scores, groups, lengths):
    """(B,) log sums over the paths through each utterance's `segments`."""
    device, (batch, time, _) = scores.device, scores.shape
    most = max(len(c) for c, _, _ in groups)
    sound, first, end = np.zeros((batch, most), np.int64), np.zeros((batch, most)), np.full((batch, most), -1e6)
    for k, (c, f, e) in enumerate(groups):
        sound[k, :len(c)], first[k, :len(c)], end[k, :len(c)] = c, f, e
    sound = torch.from_numpy(sound).to(device)
    first, end = (torch.from_numpy(x.astype(np.float32)).to(device)[:, None] for x in (first, end))
    at = scores.gather(2, sound[:, None].expand(-1, time, -1))
    t = torch.arange(time, device=device, dtype=torch.float32)[None, :, None]
    at = at + torch.where((t < first - TOLERANCE) | (t >= end + TOLERANCE), TOO_FAR, 0.0)
    closed = torch.full((batch, 1), NEVER, device=device)
    alpha = torch.cat([at[:, 0, :1], closed.expand(-1, most - 1)], 1)
    for t in range(1, time):
        ahead = torch.logaddexp(alpha, torch.cat([closed, alpha[:, :-1]], 1)) + at[:, t]
        alpha = torch.where((t < lengths)[:, None], ahead, alpha)
    last = torch.tensor([len(c) - 1 for c, _, _ in groups], device=device)
    return alpha.gather(1, last[:, None])[:, 0]
