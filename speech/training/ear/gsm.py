"""GSM 06.10 full rate, what older mobile phones code speech with, by libgsm through ctypes (Debian: libgsm1)."""

import ctypes
import ctypes.util

import numpy as np

FRAME = 160  # samples: 20 ms at 8 kHz
PACKED = 33  # bytes of a coded frame: 13 kbit/s

_gsm = ctypes.CDLL(ctypes.util.find_library("gsm") or "libgsm.so.1")
_gsm.gsm_create.restype = ctypes.c_void_p
_gsm.gsm_destroy.argtypes = [ctypes.c_void_p]
_gsm.gsm_encode.argtypes = _gsm.gsm_decode.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p]


def full_rate(x):
    """Samples at 8 kHz in int16 units to GSM 06.10 and back; float32, as many, not delayed."""
    sound = np.zeros(-(-len(x) // FRAME) * FRAME, np.int16)
    sound[:len(x)] = np.clip(np.rint(x), -32768, 32767)
    coder, decoder = _gsm.gsm_create(), _gsm.gsm_create()
    packed = (ctypes.c_ubyte * PACKED)()
    for at in range(0, len(sound), FRAME):
        frame = ctypes.c_void_p(sound.ctypes.data + 2 * at)
        _gsm.gsm_encode(coder, frame, packed)
        _gsm.gsm_decode(decoder, packed, frame)
    _gsm.gsm_destroy(coder)
    _gsm.gsm_destroy(decoder)
    return sound[:len(x)].astype(np.float32)
