"""The prototype's network (../shared/ear/net.pt): it finds where the sounds of a known text are, for the first training."""

import numpy as np
import scipy.signal
import torch

import mfcc

LEFT, RIGHT = 15, 9  # frames of 10 ms that an output looks at, before and after
_features = mfcc.Mfcc(16000, 20, 7600)


class Prototype:
    def __init__(self, file):
        kept = torch.load(file, map_location="cpu")
        self.weights, self.mean, self.deviation = kept["sd"], kept["mu"], kept["sdv"]
        self.log_priors = np.log(np.maximum(kept["pri"], 1e-4)).astype(np.float32)

    def _layer(self, i, parts):
        w = self.weights
        x = torch.relu(torch.nn.functional.linear(torch.cat(parts, 1), w[f"l{i}.weight"], w[f"l{i}.bias"]))
        return (x - w[f"bn.{i - 1}.running_mean"]) / torch.sqrt(w[f"bn.{i - 1}.running_var"] + 1e-5)

    @torch.no_grad()
    def __call__(self, samples):
        """(frames of 30 ms, 40 phones, silence first): log likelihoods, up to a constant a frame, of 8 kHz samples."""
        rng = np.random.default_rng(len(samples))
        wide = scipy.signal.resample_poly(samples.astype(np.float32), 2, 1)
        f = _features(wide + rng.normal(0, 1, len(wide)).astype(np.float32))
        outputs = (len(f) + 2) // 3
        f = np.pad(f, ((LEFT + 3, RIGHT + 6), (0, 0)), mode="edge")
        x = torch.from_numpy(((f - self.mean) / self.deviation).astype(np.float32))
        # x[t + 18] is frame t. Layer 1 is wanted at every frame from -13 on, layer 2 at -12, -9, ...
        n1 = 3 * (outputs + 6)
        h = self._layer(1, [x[3 + o:3 + o + n1] for o in range(5)])  # first at frame -13
        h = self._layer(2, [h[0::3], h[1::3], h[2::3]])  # at -12 + 3k
        h = self._layer(3, [h[:-2], h[1:-1], h[2:]])  # at -9 + 3k
        h = self._layer(4, [h[:-2], h[1:-1], h[2:]])  # at -6 + 3k
        h = self._layer(5, [h[:-2], h[1:-1], h[2:]])  # at 3k
        out = torch.nn.functional.linear(h, self.weights["o.weight"], self.weights["o.bias"])[:outputs]
        return torch.log_softmax(out, 1).numpy() - self.log_priors
