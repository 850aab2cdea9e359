"""MFCC as Kaldi (and so Vosk) computes them.

`TELEPHONE` is what the network hears. Its numbers are those that `nnet3.py` writes into conf/mfcc.conf: the two must
agree, or the network hears something else than it learnt.
"""

import numpy as np
import scipy.fft

RATE_HZ = 8000
BINS = 40  # mel filters; as many coefficients are kept
SHIFT_S, WINDOW_S = 0.010, 0.025
PREEMPHASIS = 0.97
LIFTER = 22.0
FLOOR = 1.1920929e-07  # float epsilon, Kaldi's smallest energy of a bin


def mel(hz):
    return 1127.0 * np.log(1.0 + hz / 700.0)


def hz(mel):
    return 700.0 * (np.exp(mel / 1127.0) - 1.0)


class Mfcc:
    def __init__(self, rate_hz, low_hz, high_hz):
        self.window, self.shift = int(rate_hz * WINDOW_S), int(rate_hz * SHIFT_S)
        self.fft = 1 << (self.window - 1).bit_length()
        n = np.arange(self.window)
        self.povey = np.power(0.5 - 0.5 * np.cos(2 * np.pi * n / (self.window - 1)), 0.85).astype(np.float32)
        self.filters = self._filters(rate_hz, low_hz, high_hz).T.astype(np.float32).copy()
        k, n = np.arange(BINS)[:, None], np.arange(BINS)[None, :]
        dct = np.sqrt(2.0 / BINS) * np.cos(np.pi / BINS * (n + 0.5) * k)
        dct[0] = np.sqrt(1.0 / BINS)
        self.to_cepstra = (dct.T * (1.0 + 0.5 * LIFTER * np.sin(np.pi * np.arange(BINS) / LIFTER))).astype(np.float32)

    def _filters(self, rate_hz, low_hz, high_hz):
        """(BINS, FFT/2): triangles, evenly spaced on the mel scale."""
        low, high = mel(low_hz), mel(high_hz)
        step = (high - low) / (BINS + 1)
        at = mel(rate_hz / self.fft * np.arange(self.fft // 2))
        filters = np.zeros((BINS, self.fft // 2))
        for b in range(BINS):
            left, centre, right = low + b * step, low + (b + 1) * step, low + (b + 2) * step
            rise, fall = (at - left) / (centre - left), (right - at) / (right - centre)
            filters[b] = np.where((at > left) & (at < right), np.where(at <= centre, rise, fall), 0)
        return filters

    def __call__(self, samples):
        """(frames, 40) float32 of samples in int16 units. No dither: whoever wants noise adds it to the samples."""
        x = np.asarray(samples, np.float32)
        if len(x) < self.window:
            return np.zeros((0, BINS), np.float32)
        frames = np.lib.stride_tricks.sliding_window_view(x, self.window)[::self.shift].copy()
        frames -= frames.mean(1, keepdims=True)
        frames[:, 1:] -= PREEMPHASIS * frames[:, :-1].copy()
        frames[:, 0] *= 1 - PREEMPHASIS
        frames *= self.povey
        power = np.abs(scipy.fft.rfft(frames, self.fft)) ** 2
        return np.log(np.maximum(power[:, :self.fft // 2] @ self.filters, FLOOR)) @ self.to_cepstra


# A telephone carries 300 to 3400 Hz; the slopes beside that still tell channels apart.
LOW_HZ, HIGH_HZ = 40, 3800
TELEPHONE = Mfcc(RATE_HZ, LOW_HZ, HIGH_HZ)
