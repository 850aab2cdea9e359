"""The acoustic network: factorized TDNN with shortcuts, an output every 30 ms.

Input (B, T, 40) MFCC, output (B, n, classes) scores. The first layer looks at 11 frames around every third frame; every
block narrows to a bottleneck over two moments, widens over two moments, and is added to what went in. So parameters and
time stay small while the view is 0.9 s wide. Normalization has no weights of its own: `nnet3.py` folds it away.
"""

import torch

SPLICE = 5  # frames of 10 ms on each side of the first layer
STEP = 3
# (moments of the narrowing, moments of the widening), in steps of 30 ms. Later blocks look less ahead: that is latency.
BLOCKS = [((-1, 0), (0, 1)), ((-1, 0), (0, 1)), ((-1, 0), (0, 1)), ((-2, 0), (0, 2)), ((-2, 0), (0, 1)), ((-3, 0), (0, 1)), ((-3, 0), (0, 1)),
          ((-3, 0), (0,))]
LEFT_STEPS = sum(-a[0] for a, _ in BLOCKS)
RIGHT_STEPS = sum(b[-1] for _, b in BLOCKS)
LEFT, RIGHT = SPLICE + STEP * LEFT_STEPS, SPLICE + STEP * RIGHT_STEPS  # frames that an output looks at
DROPPED = 0.1  # share of values hidden in training


class Network(torch.nn.Module):
    def __init__(self, classes, width=512, bottleneck=128, last=160, mean=0.0, deviation=1.0):
        super().__init__()
        self.shape = dict(classes=classes, width=width, bottleneck=bottleneck, last=last)
        self.register_buffer("mean", torch.as_tensor(mean, dtype=torch.float32).expand(40).clone())
        self.register_buffer("deviation", torch.as_tensor(deviation, dtype=torch.float32).expand(40).clone())
        self.enter = torch.nn.Linear(40 * (2 * SPLICE + 1), width)
        self.narrow = torch.nn.ModuleList(torch.nn.Linear(width * len(a), bottleneck, bias=False) for a, _ in BLOCKS)
        self.widen = torch.nn.ModuleList(torch.nn.Linear(bottleneck * len(b), width) for _, b in BLOCKS)
        self.norms = torch.nn.ModuleList(torch.nn.BatchNorm1d(width, affine=False) for _ in range(len(BLOCKS) + 1))
        self.last = torch.nn.Linear(width, last, bias=False)
        self.out = torch.nn.Linear(last, classes)

    def _norm(self, i, x):
        x = torch.relu(x)
        x = self.norms[i](x.flatten(0, 1)).view(x.shape)
        return torch.nn.functional.dropout(x, DROPPED, self.training)

    def hidden(self, features):
        """(B, n, width) of (B, LEFT + T + RIGHT, 40), padded at both ends with the first and last frame as Kaldi does."""
        x = (features - self.mean) / self.deviation
        outputs = (features.shape[1] - LEFT - RIGHT + STEP - 1) // STEP
        n = outputs + LEFT_STEPS + RIGHT_STEPS
        spliced = torch.cat([x[:, o:o + STEP * (n - 1) + 1:STEP] for o in range(2 * SPLICE + 1)], 2)
        x = self._norm(0, self.enter(spliced))
        for i, (a, b) in enumerate(BLOCKS):
            left, right = -a[0], b[-1]
            m = x.shape[1] - left  # moments that the bottleneck can be computed at
            narrow = self.narrow[i](torch.cat([x[:, left + o:left + o + m] for o in a], 2))
            m -= right
            wide = self.widen[i](torch.cat([narrow[:, o:o + m] for o in b], 2))
            x = self._norm(i + 1, wide) + x[:, left:left + m]
        return x

    def forward(self, features):
        return self.out(self.last(self.hidden(features)))


def padded(features):
    """(1, LEFT + T + RIGHT, 40) tensor of one utterance's (T, 40) features."""
    x = torch.nn.functional.pad(torch.as_tensor(features, dtype=torch.float32).T[None], (LEFT, RIGHT), mode="replicate")
    return x.transpose(1, 2)


def parameters(network):
    return sum(p.numel() for p in network.parameters())
