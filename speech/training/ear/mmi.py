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
        return _AllPaths.apply(scores, lengths, self.follows, self.starts)


def _backwards(lengths, most):
    """(B, most) moments from each sequence's last to its first; behind that the first again."""
    return (lengths[:, None] - 1 - torch.arange(most, device=lengths.device)).clamp(min=0)


class _AllPaths(torch.autograd.Function):
    """Sum over the paths of a Denominator. Its slope is how likely each class is at each moment, from a pass over time in both
    directions at once: on a GPU many times as fast as what autograd makes of the same sums."""

    @staticmethod
    def forward(ctx, scores, lengths, follows, starts):
        (batch, time, count), moves = scores.shape, follows + torch.eye(len(follows), dtype=follows.dtype, device=follows.device)
        peak, back = scores.amax(2), _backwards(lengths, time)
        like = torch.exp(scores - peak[..., None])
        both = torch.stack([like, like.gather(1, back[..., None].expand(like.shape))])
        ways = torch.stack([moves, moves.T])
        ahead = scores.new_empty(time, 2, batch, count)  # before the moment's own score
        ahead[0] = torch.stack([starts.expand(batch, count), torch.ones_like(like[:, 0])])
        here, norms = torch.empty_like(ahead), scores.new_empty(time, 2, batch, 1)
        for t in range(time):
            if t > 0:
                torch.bmm(here[t - 1], ways, out=ahead[t])
            torch.mul(ahead[t], both[:, :, t], out=here[t])
            torch.sum(here[t], 2, keepdim=True, out=norms[t])
            here[t].div_(norms[t])
        inside = torch.arange(time, device=scores.device) < lengths[:, None]
        total = torch.where(inside, norms[:, 0, :, 0].T.log() + peak, 0.0).sum(1)
        from_end = here[:, 1].transpose(0, 1).gather(1, back[..., None].expand(like.shape))
        share = ahead[:, 0].transpose(0, 1) * from_end
        ctx.save_for_backward(torch.where(inside[..., None], share / share.sum(2, keepdim=True), 0.0))
        return total

    @staticmethod
    def backward(ctx, slope):
        return slope[:, None, None] * ctx.saved_tensors[0], None, None, None


def segments(labels):
    """(class, first, end) of the successive sounds of (n,) labels; arrays."""
    first = np.concatenate([[0], np.flatnonzero(np.diff(labels)) + 1])
    return labels[first], first, np.append(first[1:], len(labels))


def numerator(scores, groups, lengths):
    """(B,) log sums over the paths through each utterance's `segments`."""
    most = max(len(c) for c, _, _ in groups)
    sound, first, end = np.zeros((len(groups), most), np.int64), np.zeros((len(groups), most)), np.full((len(groups), most), -1e6)
    for k, (c, f, e) in enumerate(groups):
        sound[k, :len(c)], first[k, :len(c)], end[k, :len(c)] = c, f, e
    put = lambda x: torch.from_numpy(x).to(scores.device)
    t = torch.arange(scores.shape[1], device=scores.device)[None, :, None]
    far = (t < put(first)[:, None] - TOLERANCE) | (t >= put(end)[:, None] + TOLERANCE)
    last = torch.tensor([len(c) - 1 for c, _, _ in groups], device=scores.device)
    return _RightPaths.apply(scores, lengths, put(sound), last, far * TOO_FAR)


class _RightPaths(torch.autograd.Function):
    """Sum over the paths through one sequence of sounds each, with its slope, as _AllPaths; in logarithms."""

    @staticmethod
    def forward(ctx, scores, lengths, sound, last, price):
        batch, time, count = scores.shape
        sounds = sound[:, None].expand(-1, time, -1)
        at = scores.gather(2, sounds) + price
        back, mirrored = _backwards(lengths, time), _backwards(last + 1, sound.shape[1])
        flip = lambda x: x.gather(1, back[..., None].expand(x.shape)).gather(2, mirrored[:, None].expand(x.shape))
        both = torch.cat([at, flip(at)]).transpose(0, 1).contiguous()
        way = at.new_full((time, 2 * batch, sound.shape[1] + 1), NEVER)  # in front a sound that is never said
        way[0, :, 1] = both[0, :, 0]
        for t in range(1, time):
            torch.logaddexp(way[t - 1, :, 1:], way[t - 1, :, :-1], out=way[t, :, 1:])
            way[t, :, 1:] += both[t]
        way = way[..., 1:].transpose(0, 1)
        rows = torch.arange(batch, device=scores.device)
        total = way[rows, lengths - 1, last]
        inside = (torch.arange(time, device=scores.device) < lengths[:, None])[..., None]
        inside = inside & (torch.arange(sound.shape[1], device=scores.device) <= last[:, None])[:, None]
        share = torch.where(inside, torch.exp(way[:batch] + flip(way[batch:]) - at - total[:, None, None]), 0.0)
        ctx.save_for_backward(torch.zeros_like(scores).scatter_add_(2, sounds, share))
        return total

    @staticmethod
    def backward(ctx, slope):
        return slope[:, None, None] * ctx.saved_tensors[0], None, None, None, None
