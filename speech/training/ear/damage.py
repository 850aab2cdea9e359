"""What telephones do to a voice, as NumPy functions on samples at 8 kHz (float32, int16 units)."""

import wave

import numpy as np
import scipy.signal

import gsm
import opus8k

MU_BIAS, MU_CLIP = 132, 32635
GSM_SHARE = 0.15  # of the bad lines


def mu_law(x):
    """To G.711 mu-law and back."""
    x = np.clip(x, -MU_CLIP, MU_CLIP).astype(np.int32)
    magnitude = np.abs(x) + MU_BIAS
    exponent = np.clip(np.floor(np.log2(magnitude)).astype(np.int32) - 7, 0, 7)
    mantissa = (magnitude >> (exponent + 3)) & 15
    y = (((mantissa << 3) + MU_BIAS) << exponent) - MU_BIAS
    return np.where(x < 0, -y, y).astype(np.float32)


def a_law(x):
    """To G.711 A-law and back."""
    x = np.clip(x, -32768, 32767).astype(np.int32)
    magnitude = np.minimum(np.where(x < 0, -x - 1, x), 32767) >> 4
    exponent = np.clip(np.floor(np.log2(np.maximum(magnitude, 1))).astype(np.int32) - 4, 0, 7)
    step = np.where(exponent > 0, exponent, 1)
    mantissa = (magnitude >> step) & 15
    y = np.where(exponent > 0, ((mantissa + 16) << step) + (1 << step >> 1), (mantissa << 1) + 1) << 4
    return np.where(x < 0, -y, y).astype(np.float32)


class Damage:
    """Draws damage. noises: list of float32 arrays; room: an impulse response or None."""

    def __init__(self, noises, room):
        self.noises, self.room = noises, room

    @classmethod
    def of_folder(cls, folder, names):
        with wave.open(str(folder / "rir_clap_8k.wav")) as w:
            room = np.frombuffer(w.readframes(w.getnframes()), "<i2").astype(np.float32)
        peak = int(np.abs(room).argmax())
        room = room[peak:peak + 4000] * np.exp(-np.arange(len(room[peak:peak + 4000])) / 1200)
        noises = [opus8k.read(folder / f"{n}.opus").astype(np.float32) for n in names]
        return cls([n for n in noises if len(n)], (room / np.sqrt((room**2).sum())).astype(np.float32))

    def light(self, x, rng):
        """A good line: level and coding only."""
        return self._coded(self._level(x, rng, 12), rng)

    def heavy(self, x, rng):
        """A bad line: room, filter, noise, clipping, lost packets, each in some calls only."""
        if rng.random() < 0.3:
            wet = scipy.signal.fftconvolve(x, self.room)[:len(x)]
            share = rng.uniform(0.2, 0.8)
            x = (1 - share) * x + share * wet
        if rng.random() < 0.4:
            low, high = rng.uniform(150, 400), rng.uniform(2800, 3700)
            x = scipy.signal.sosfilt(scipy.signal.butter(rng.integers(1, 4), [low, high], "band", fs=8000, output="sos"), x)
        if rng.random() < 0.3:  # a handset that favours highs or lows
            tilt = rng.uniform(-0.5, 0.5)
            x = scipy.signal.lfilter([1, tilt], [1], x)
        x = self._level(x, rng, 14)
        if rng.random() < 0.6:
            x = x + self._noise(len(x), rng) * self._loudness(x) * 10 ** (-rng.uniform(5, 28) / 20)
        if rng.random() < 0.1:
            limit = np.abs(x).max() * rng.uniform(0.2, 0.7)
            x = np.clip(x, -limit, limit)
        if rng.random() < 0.08:
            x = x.copy()
            for _ in range(rng.integers(1, 4)):  # a packet of 20 ms that never came
                at = rng.integers(0, max(1, len(x) - 160))
                x[at:at + 160] = 0
        if rng.random() < GSM_SHARE:  # a mobile phone; the network behind it codes once more
            x = gsm.full_rate(x)
        return self._coded(x, rng)

    def noise_alone(self, samples, rng):
        """Room noise at a level of its own."""
        return self._coded(self._noise(samples, rng) * 10 ** rng.uniform(0.3, 3.3), rng)

    def _noise(self, samples, rng):
        """Noise of loudness 1: recorded, or white filtered by chance."""
        if self.noises and rng.random() < 0.6:
            n = self.noises[rng.integers(len(self.noises))]
            at = rng.integers(0, len(n))
            n = np.resize(np.roll(n, -at), samples)
        else:
            n = scipy.signal.lfilter([1], [1, -rng.uniform(-0.3, 0.97)], rng.normal(0, 1, samples))
        return n / (self._loudness(n) + 1e-6)

    @staticmethod
    def _loudness(x):
        return float(np.sqrt(np.mean(np.square(x)) + 1e-9))

    def _level(self, x, rng, decibels):
        """Loudness of about -25 dB full scale, up to so many decibels off."""
        wanted = 32768 * 10 ** (-27 / 20) * 10 ** (rng.uniform(-decibels, decibels) / 20)
        return x * (wanted / max(self._loudness(x), 1.0))

    @staticmethod
    def _coded(x, rng):
        if rng.random() < 0.7:
            x = x + rng.normal(0, rng.uniform(0.3, 3), len(x))  # hiss; else digital silence stays silent
        x = np.clip(x, -32768, 32767)
        return (mu_law if rng.random() < 0.75 else a_law)(x).astype(np.float32)
