"""Vosk's native library through ctypes: the same libvosk.so that the product uses, taken from its jar. No Python package needed."""

import ctypes
import json
import pathlib
import time
import zipfile

import numpy as np


def library(jar, folder):
    """Loads libvosk.so out of vosk-0.3.45.jar, unpacked into folder."""
    file = pathlib.Path(folder) / "libvosk.so"
    if not file.exists():
        with zipfile.ZipFile(jar) as z:
            file.write_bytes(z.read("linux-x86-64/libvosk.so"))
    lib = ctypes.CDLL(str(file))
    lib.vosk_set_log_level(-1)
    for name in ("vosk_model_new", "vosk_recognizer_new", "vosk_recognizer_new_grm"):
        getattr(lib, name).restype = ctypes.c_void_p
    for name in ("vosk_recognizer_result", "vosk_recognizer_final_result", "vosk_recognizer_partial_result"):
        getattr(lib, name).restype, getattr(lib, name).argtypes = ctypes.c_char_p, [ctypes.c_void_p]
    lib.vosk_recognizer_new.argtypes = [ctypes.c_void_p, ctypes.c_float]
    lib.vosk_recognizer_new_grm.argtypes = [ctypes.c_void_p, ctypes.c_float, ctypes.c_char_p]
    lib.vosk_recognizer_accept_waveform.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    lib.vosk_recognizer_set_words.argtypes = [ctypes.c_void_p, ctypes.c_int]
    lib.vosk_recognizer_free.argtypes = [ctypes.c_void_p]
    lib.vosk_model_free.argtypes = [ctypes.c_void_p]
    return lib


class Ear:
    """A model folder, loaded. `hear` gives the words of an utterance and what they cost."""

    def __init__(self, lib, folder, rate=8000):
        self.lib, self.rate = lib, rate
        self.model = lib.vosk_model_new(str(folder).encode())
        if not self.model:
            raise SystemExit(f"Vosk cannot load {folder}")

    def hear(self, samples, grammar=None, chunk_s=0.1):
        """(recognized words: list of {word, conf, start, end}, CPU seconds, CPU seconds of the last result).

        samples: int16 at `rate`. grammar: list of phrases, or None for the model's own language model.
        """
        if grammar is None:
            recognizer = self.lib.vosk_recognizer_new(self.model, self.rate)
        else:
            recognizer = self.lib.vosk_recognizer_new_grm(self.model, self.rate, json.dumps(grammar).encode())
        self.lib.vosk_recognizer_set_words(recognizer, 1)
        data, step = np.asarray(samples, "<i2").tobytes(), 2 * int(self.rate * chunk_s)
        results, before = [], time.thread_time()
        for at in range(0, len(data), step):
            piece = data[at:at + step]
            if self.lib.vosk_recognizer_accept_waveform(recognizer, piece, len(piece)):
                results.append(self.lib.vosk_recognizer_result(recognizer))
        heard = time.thread_time()
        results.append(self.lib.vosk_recognizer_final_result(recognizer))
        done = time.thread_time()
        self.lib.vosk_recognizer_free(recognizer)
        words = [w for r in results for w in json.loads(r).get("result", [])]
        return words, done - before, done - heard
