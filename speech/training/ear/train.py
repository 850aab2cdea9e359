"""Trains the network on damaged copies of the aligned speech: cross entropy, Adam, one rise and fall of the learning rate."""

import copy
import multiprocessing
import time

import numpy as np
import torch

import network

BATCH_OUTPUTS = 3000  # outputs of 30 ms in a step, padding included
LONGEST_OUTPUTS = 600  # longer utterances are cut, or one of 35 s would fill a batch alone
MASKED_FRAMES = 15
RISE = 0.15  # of the training, with the learning rate going up
LARGEST_GRADIENT = 5.0
AVERAGED = 0.99  # share of the weights' running mean that stays at each step
LONGEST_STEP_S = 5.0  # longer: the process was stopped meanwhile


class Copy:
    """One copy of the training speech (see features.py) with labels from an alignment."""

    def __init__(self, folder, number, labels):
        index = np.load(folder / f"copy{number}.npz")
        self.features = np.memmap(folder / f"copy{number}.f16", np.float16, "r").reshape(-1, 40)
        self.first = index["first"]
        self.labels = labels[index["where"]]
        lengths = np.diff(self.first)
        self.label_first = np.concatenate([[0], np.cumsum((lengths + 2) // 3)])
        # (utterance, first output, outputs): long utterances in pieces
        self.pieces = [(u, at, min(LONGEST_OUTPUTS, int(n) - at)) for u, n in enumerate((lengths + 2) // 3)
                       for at in range(0, int(n), LONGEST_OUTPUTS) if n >= 5]

    def batches(self, rng):
        """Pieces of like length together, in random order: lists of pieces."""
        lengths = np.array([n for _, _, n in self.pieces])
        order = np.argsort(lengths + rng.uniform(0, 12, len(lengths)))
        groups, group = [], []
        for i in order:
            group.append(self.pieces[i])
            if len(group) * group[-1][2] >= BATCH_OUTPUTS:
                groups.append(group)
                group = []
        groups += [group] if group else []
        rng.shuffle(groups)
        return groups

    def tensors(self, group, rng=None):
        """(B, LEFT + T + RIGHT, 40) features and (B, n) labels, -1 where there is none. With rng, hides a stretch of time."""
        most = max(n for _, _, n in group)
        x = np.empty((len(group), network.LEFT + 3 * most + network.RIGHT, 40), np.float32)
        y = np.full((len(group), most), -1, np.int64)
        for k, (u, at, n) in enumerate(group):
            begin, end = self.first[u], self.first[u + 1]
            rows = np.arange(3 * at - network.LEFT, 3 * (at + most) + network.RIGHT) + begin
            x[k] = self.features[np.clip(rows, begin, end - 1)]
            y[k, :n] = self.labels[self.label_first[u] + at:self.label_first[u] + at + n]
            if rng is not None and rng.random() < 0.3:
                s = rng.integers(0, x.shape[1])
                x[k, s:s + rng.integers(2, MASKED_FRAMES)] = x[k].mean(0)
        return torch.from_numpy(x), torch.from_numpy(y)


def accuracy(net, copy, most=60):
    """Share of outputs whose best class is the label; net in its use mode."""
    device, right, total = next(net.parameters()).device, 0, 0
    with torch.no_grad():
        for group in copy.batches(np.random.default_rng(0))[:most]:
            x, y = copy.tensors(group)
            best = net(x.to(device)).argmax(2).cpu()
            known = y >= 0
            right += (best[known] == y[known]).sum().item()
            total += known.sum().item()
    return right / total


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


def _work(rank, workers, net, passes, rate, seed, minutes, after_step=None, after_pass=None):
    """One worker's training: every `workers`-th batch of each pass. rate: share of the training done -> learning rate."""
    device = next(net.parameters()).device
    torch.manual_seed(seed + rank)
    order, noise = np.random.default_rng(seed), np.random.default_rng(seed + 100 + rank)  # all agree on the order of batches
    optimizer = torch.optim.AdamW(net.parameters(), weight_decay=1e-3)
    loss_of = torch.nn.CrossEntropyLoss(ignore_index=-1)
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
            x, y = data.tensors(group, noise)
            loss = loss_of(net(x.to(device)).flatten(0, 1), y.to(device).flatten())
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), LARGEST_GRADIENT)
            optimizer.step()
            losses.append(loss.item())
            if after_step:
                after_step()
            if after_pass and i % 50 == 0:
                print(f"  pass {number} step {i}/{len(groups)} loss {np.mean(losses[-50:]):.3f} {clock.active:.0f} s", flush=True)
        if after_pass:
            after_pass(number, f"loss {np.mean(losses[-300:]):.3f}, {clock.active:.0f} s")
        number += 1


def train(net, passes, dev, peak, seed, save, first_share=0.0, minutes=None, workers=1):
    """Trains net and returns the running mean of its weights.

    passes: callables that give the Copy of each pass (loaded late, for memory). save(net) is called with the running mean
    often, so that a good network lies there whenever the training is broken off.
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
    common = (net, passes, rate, seed, minutes)
    others = [multiprocessing.get_context("fork").Process(target=_work, args=(r, workers, *common)) for r in range(1, workers)]
    for process in others:
        process.start()

    def after_step():
        mean.add(net)
        if mean.steps % 100 == 0:
            save(mean.net)

    def after_pass(number, text):
        print(f"pass {number}: {text}, dev right {accuracy(mean.net, dev):.3f}", flush=True)
        save(mean.net)

    _work(0, workers, *common, after_step, after_pass)
    for process in others:
        process.join()
    save(mean.net)
    return mean.net.cpu()
