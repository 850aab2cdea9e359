"""Trains the network on damaged copies of the aligned speech: Adam, one rise and fall of the learning rate.

Two losses: `cross_entropy` of every output alone, and `WholeSentences`, which goes on from there (see mmi.py).
"""

import copy
import multiprocessing
import time

import numpy as np
import torch

import mmi
import network
import running
import voices

LONGEST_OUTPUTS = 300  # longer utterances are cut, or one of 35 s would fill a batch alone
TIGHT = 0.25  # share of the pieces that are cut where the sounds begin and end
TIGHTER = 3  # an alignment begins some 70 ms early: up to so many outputs more are cut, less one
RISE = 0.15  # of the training, with the learning rate going up
LARGEST_GRADIENT = 5.0
AVERAGED = 0.99  # share of the weights' running mean that stays at each step
LONGEST_STEP_S = 5.0  # longer: the process was stopped meanwhile
BESIDE = 0.1  # weight of the cross entropy that keeps whole sentences from running away
SMALL_SCORES = 1e-5  # weight of the scores' squares


def batch_outputs(device):
    """Outputs of 30 ms in a step, padding included."""
    return 16000 if device.type == "cuda" else 3000


class Copy:
    """One copy of the training speech (see features.py) with labels from an alignment. On a GPU it lies there whole.

    usual: mean of all speech, where the running mean is to be taken off (running.py). batch: outputs in a step."""

    def __init__(self, folder, number, labels, device=torch.device("cpu"), usual=None, batch=None):
        self.usual, self.batch = usual, batch or batch_outputs(device)
        index = np.load(folder / f"copy{number}.npz")
        kept = torch.from_numpy(np.memmap(folder / f"copy{number}.f16", np.float16, "c").reshape(-1, 40))
        self.features = kept.to(device)
        self.first = index["first"]
        self.labels = labels[index["where"]].astype(np.int64)
        lengths = np.diff(self.first)
        self.label_first = np.concatenate([[0], np.cumsum((lengths + 2) // 3)])
        self._segments = {}
        # (utterance, first output, outputs): long utterances in pieces
        whole = [(u, at, min(LONGEST_OUTPUTS, int(n) - at)) for u, n in enumerate((lengths + 2) // 3)
                 for at in range(0, int(n), LONGEST_OUTPUTS) if n - at >= 5]
        rng = np.random.default_rng(number + 1)
        self.pieces = [self._tight(piece, rng) if rng.random() < TIGHT else piece for piece in whole]

    def _tight(self, piece, rng):
        """The piece without its silence at both ends: callers and recordings begin and end in the middle of a sound too."""
        said = np.flatnonzero(self.labels_of(piece))
        u, at, n = piece
        if len(said) == 0 or said[-1] - said[0] < 5 + TIGHTER:
            return piece
        begin, end = int(said[0] + rng.integers(TIGHTER)), int(said[-1]) + 1
        return u, at + begin, end - begin

    def batches(self, rng, most=None):
        """Pieces of like length together, in random order: lists of pieces. most: outputs in one."""
        most = most or self.batch
        lengths = np.array([n for _, _, n in self.pieces])
        order = np.argsort(lengths + rng.uniform(0, 12, len(lengths)))
        groups, group, longest = [], [], 0
        for i in order:
            group.append(self.pieces[i])
            longest = max(longest, group[-1][2])
            if len(group) * longest >= most:
                groups.append(group)
                group, longest = [], 0
        groups += [group] if group else []
        rng.shuffle(groups)
        return groups

    def labels_of(self, piece):
        """(n,) labels of a piece, -1 where the alignment has none."""
        u, at, n = piece
        return self.labels[self.label_first[u] + at:self.label_first[u] + at + n]

    def segments_of(self, piece):
        """The sounds of a piece, see mmi.segments; None where some output has no label."""
        if piece not in self._segments:
            labels = self.labels_of(piece)
            self._segments[piece] = mmi.segments(labels) if (labels >= 0).all() else None
        return self._segments[piece]

    def tensors(self, group, rng=None):
        """(B, LEFT + T + RIGHT, 40) features and (B, n) labels, -1 where there is none. With rng, as other lines and voices."""
        u, at, outputs = np.array(group).T
        most, device = outputs.max(), self.features.device
        put = lambda x: torch.from_numpy(np.asarray(x)).to(device)[:, None]
        # a piece is heard for itself, as the last words of a call are: the frames around it stay unknown
        begin = put(self.first[u] + 3 * at)
        frames = put(np.minimum(self.first[u + 1], self.first[u] + 3 * (at + outputs))) - begin
        rows = torch.arange(-network.LEFT, 3 * most + network.RIGHT, device=device).expand(len(group), -1)
        rows = rows.clamp(min=0).minimum(frames - 1)
        x = self.features[begin + rows].float()
        places = self.label_first[u][:, None] + at[:, None] + np.arange(most)
        y = np.where(np.arange(most) < outputs[:, None], self.labels[np.minimum(places, len(self.labels) - 1)], -1)
        x = x if rng is None else voices.varied(x, rng)
        if self.usual is not None:
            before = rng and running.drawn(x, frames, rng)
            x = running.normalized(x[:, network.LEFT:-network.RIGHT], self.usual.to(device), before).gather(1, rows[..., None].expand(x.shape))
        return x, torch.from_numpy(y).to(device)


def accuracy(net, data, most=60):
    """Share of outputs whose best class is the label; net in its use mode."""
    right = total = 0
    with torch.no_grad():
        for group in data.batches(np.random.default_rng(0), 3000)[:most]:
            x, y = data.tensors(group)
            best, known = net(x).argmax(2), y >= 0
            right += (best[known] == y[known]).sum().item()
            total += known.sum().item()
    return right / total


def _scores(net, x):
    with torch.autocast(x.device.type, torch.bfloat16, enabled=x.is_cuda):
        return net(x)


def cross_entropy(net, data, group, rng):
    """Loss of a batch: every output alone."""
    x, y = data.tensors(group, rng)
    return torch.nn.functional.cross_entropy(_scores(net, x).flatten(0, 1).float(), y.flatten(), ignore_index=-1)


class WithBeside(torch.nn.Module):
    """The network with its old last layers beside new ones, which begin with the old scores, divided by the priors."""

    def __init__(self, net, flat_priors, scale):
        super().__init__()
        self.net = net
        self.beside = torch.nn.Sequential(copy.deepcopy(net.last), copy.deepcopy(net.out))
        with torch.no_grad():
            net.out.bias -= torch.from_numpy(np.log(flat_priors)).float()
            net.out.bias *= scale
            net.out.weight *= scale

    def forward(self, features):
        hidden = self.net.hidden(features)
        return self.net.out(self.net.last(hidden)), self.beside(hidden)


class WholeSentences:
    """Loss of a batch: the right sequence of sounds against all others."""

    def __init__(self, denominator):
        self.denominator = denominator

    def __call__(self, net, data, group, rng):
        group = [piece for piece in group if data.segments_of(piece)]
        if not group:
            return None
        x, y = data.tensors(group, rng)
        scores, beside = (s.float() for s in _scores(net, x))
        lengths = torch.tensor([n for _, _, n in group], device=x.device)
        right = mmi.numerator(scores, [data.segments_of(piece) for piece in group], lengths)
        missed = (self.denominator(scores, lengths) - right).sum() / lengths.sum()
        alone = torch.nn.functional.cross_entropy(beside.flatten(0, 1), y.flatten(), ignore_index=-1)
        return missed + BESIDE * alone + SMALL_SCORES * scores.square().sum(2).mean()


def rate_at(share, peak):
    """Learning rate: up over the first 15 % of the training, then down along a cosine to almost nothing."""
    return peak * (share / RISE if share < RISE else 0.5 * (1 + np.cos(np.pi * (share - RISE) / (1 - RISE)))) + 1e-6


class Average:
    """A running mean of a network's weights: as good as a network whose learning rate has fallen, at any moment."""

    def __init__(self, net):
        self.net, self.steps = copy.deepcopy(net).eval(), 0

    @torch.no_grad()
    def add(self, net):
        self.steps += 1
        keep = min(AVERAGED, 1 - 1 / self.steps)
        for mean, now in zip(self.net.state_dict().values(), net.state_dict().values()):
            if mean.dtype.is_floating_point:
                mean.lerp_(now, 1 - keep)


class Clock:
    """How much of a training is done, 0 to 1: by steps; or by minutes, not counting stretches in which the process was stopped."""

    def __init__(self, passes, minutes):
        self.passes, self.minutes, self.active, self.before = passes, minutes, 0.0, time.time()

    def share(self, passes_done):
        self.active, self.before = self.active + min(time.time() - self.before, LONGEST_STEP_S), time.time()
        return self.active / (60 * self.minutes) if self.minutes else passes_done / self.passes


def _work(rank, workers, net, loss_of, passes, rate, seed, minutes, after_step=None, after_pass=None):
    """One worker's training: every `workers`-th batch of each pass. rate: share of the training done -> learning rate."""
    torch.manual_seed(seed + rank)
    order, noise = np.random.default_rng(seed), np.random.default_rng(seed + 100 + rank)  # all agree on the order of batches
    optimizer = torch.optim.AdamW(net.parameters(), weight_decay=1e-3)
    clock, number, share = Clock(len(passes), minutes), 0, 0.0
    while share < 1 and (minutes or number < len(passes)):
        data, losses = passes[number % len(passes)](), []
        groups = data.batches(order)[rank::workers]
        for i, group in enumerate(groups):
            share = clock.share(number + i / len(groups))
            if share >= 1:
                break
            for g in optimizer.param_groups:
                g["lr"] = rate(share)
            loss = loss_of(net, data, group, noise)
            if loss is None:
                continue
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), LARGEST_GRADIENT)
            optimizer.step()
            losses.append(loss.detach())
            if after_step:
                after_step()
        if after_pass and losses:
            after_pass(number, f"loss {torch.stack(losses[-300:]).mean().item():.3f}, {clock.active:.0f} s")
        number += 1


def train(net, loss_of, passes, peak, seed, save, report, first_share=0.0, minutes=None, workers=1):
    """Trains net and returns the running mean of its weights.

    passes: callables that give the Copy of each pass (loaded late, for memory). save(net) is called with the running mean
    often, so that a good network lies there whenever the training is broken off; report(net) gives a text after each pass.
    first_share: where on the learning rate's rise and fall to begin, 0 to 1, for a network that is already trained.
    minutes: ends by the clock instead of after the passes, which then go round; for a machine that others use too.
    workers: without a GPU, so many processes of one thread each change the same weights without waiting for each other
    (Hogwild). Threads that wait for each other lose most of a core that another program uses half. With more than one, or
    with minutes, two runs differ.
    """
    torch.set_flush_denormal(True)
    if torch.cuda.is_available():
        net, workers = net.cuda(), 1
    else:
        torch.set_num_threads(1)
        net.share_memory()
    net.train()
    mean = Average(net)
    rate = lambda share: rate_at(first_share + (1 - first_share) * share, peak)
    common = (net, loss_of, passes, rate, seed, minutes)
    others = [multiprocessing.get_context("fork").Process(target=_work, args=(r, workers, *common)) for r in range(1, workers)]
    for process in others:
        process.start()

    def after_step():
        mean.add(net)
        if mean.steps % 500 == 0:
            save(mean.net)

    def after_pass(number, text):
        print(f"pass {number}: {text}, {report(mean.net)}", flush=True)
        save(mean.net)

    _work(0, workers, *common, after_step, after_pass)
    for process in others:
        process.join()
    save(mean.net)
    return mean.net.cpu()
