"""Training on sequences without times (CTC, Graves et al. 2006): the sounds of a piece in their order, wherever they are.

Class 0, silence, is CTC's blank: it may lie before, between and behind all sounds. A class said twice in a row without a blank
is once. The alignment only says which pronunciation was used and where long recordings are cut.
"""

import numpy as np
import torch

BLANK = 0


def sounds(segments):
    """The classes of successive sounds (mmi.segments), without blanks."""
    order = segments[0]
    return order[order != BLANK]


def loss(net, data, group, rng):
    """Loss of a batch, for each output."""
    group = [piece for piece in group if data.segments_of(piece)]
    if not group:
        return None
    x, _ = data.tensors(group, rng)
    scores = torch.log_softmax(net(x).float(), 2).transpose(0, 1)
    said = [sounds(data.segments_of(piece)) for piece in group]
    lengths = torch.tensor([n for _, _, n in group])
    missed = torch.nn.functional.ctc_loss(scores, torch.from_numpy(np.concatenate(said)), lengths, torch.tensor([len(s) for s in said]),
                                          BLANK, reduction="sum", zero_infinity=True)
    return missed / lengths.sum()


@torch.no_grad()
def shares(net, data, batches=100):
    """(classes,) how much of the outputs' probability each class takes over all: what CTC's scores are divided by."""
    total = 0
    for group in data.batches(np.random.default_rng(0))[:batches]:
        x, y = data.tensors(group)
        total = total + torch.softmax(net(x), 2)[y >= 0].double().sum(0)
    return (total / total.sum()).numpy()
