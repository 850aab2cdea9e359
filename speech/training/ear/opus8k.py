"""Reads Ogg Opus files straight to 8 kHz mono, with libopus through ctypes (Debian: libopus0).

The corpus holds a quarter million seconds in small files: starting a decoder program for each would take longer than all
the rest, and libopus decodes to 8 kHz itself, so no resampler of ours is between.
"""

import ctypes
import ctypes.util

import numpy as np

RATE_HZ = 8000
LONGEST_PACKET = RATE_HZ * 120 // 1000  # RFC 6716: a packet holds at most 120 ms

_opus = ctypes.CDLL(ctypes.util.find_library("opus") or "libopus.so.0")
_opus.opus_decoder_create.restype = ctypes.c_void_p
_opus.opus_decoder_destroy.argtypes = [ctypes.c_void_p]
_opus.opus_decode.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_int]


def packets(data):
    """(packets, granule position of the last page) of an Ogg file with one stream (RFC 3533)."""
    found, begun, at, end = [], b"", 0, 0
    while at + 27 <= len(data) and data[at:at + 4] == b"OggS":
        end = int.from_bytes(data[at + 6:at + 14], "little")
        table = data[at + 27:at + 27 + data[at + 26]]
        at += 27 + len(table)
        for size in table:
            begun += data[at:at + size]
            at += size
            if size < 255:  # a lace of 255 is continued in the next one
                found.append(begun)
                begun = b""
    return found, end


def read(file):
    """Samples of a file: int16 array at 8 kHz, pre-skip and padding of the encoder removed (RFC 7845)."""
    with open(file, "rb") as f:
        found, end = packets(f.read())
    if len(found) < 3 or not found[0].startswith(b"OpusHead"):
        raise ValueError(f"{file}: not an Ogg Opus file with sound in it")
    skip = int.from_bytes(found[0][10:12], "little") // 6  # counted at 48 kHz
    error = ctypes.c_int()
    decoder = _opus.opus_decoder_create(RATE_HZ, 1, ctypes.byref(error))
    block = np.empty(LONGEST_PACKET, np.int16)
    out = []
    for packet in found[2:]:
        n = _opus.opus_decode(decoder, packet, len(packet), block.ctypes.data, LONGEST_PACKET, 0)
        if n > 0:
            out.append(block[:n].copy())
    _opus.opus_decoder_destroy(decoder)
    return np.concatenate(out)[skip:max(end // 6, skip)] if out else np.zeros(0, np.int16)
