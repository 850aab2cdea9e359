#!/usr/bin/env python3
"""General English for the language model: word pairs and triples of the n-gram model that comes with pocketsphinx-en-us (BSD-2).

    english.py --model en-us.lm.bin --out english.txt.gz [--singles 20000] [--words 11000] [--pairs 150000] [--triples 60000]

That model knows 72,000 words and two million pairs of everyday talk, and can only be asked. Of all pairs and triples of its commonest words
those are kept that tell most over what shorter histories say (probability of the n-gram times its log gain). A line: the words,
a tab, how often it would be said in a million words. Needs libsphinxbase (Debian).
"""

import argparse
import ctypes
import ctypes.util
import gzip
import math
import pathlib
import re

A_MILLION = 1e6


class Model:
    """The library's model, asked through ctypes; words are its numbers."""

    def __init__(self, path):
        self.lib = ctypes.CDLL(ctypes.util.find_library("sphinxbase"))
        self.lib.logmath_init.restype = self.lib.ngram_model_read.restype = ctypes.c_void_p
        self.lib.logmath_init.argtypes = [ctypes.c_double, ctypes.c_int, ctypes.c_int]
        self.lib.ngram_model_read.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p]
        self.lib.ngram_word.argtypes, self.lib.ngram_word.restype = [ctypes.c_void_p, ctypes.c_int32], ctypes.c_char_p
        self.lib.ngram_ng_score.argtypes = [ctypes.c_void_p, ctypes.c_int32, ctypes.c_void_p, ctypes.c_int32, ctypes.c_void_p]
        self.lib.ngram_model_get_counts.argtypes = [ctypes.c_void_p]
        self.lib.ngram_model_get_counts.restype = ctypes.POINTER(ctypes.c_uint32)
        self.base = 1.0001
        self.model = self.lib.ngram_model_read(None, str(path).encode(), 0, self.lib.logmath_init(self.base, 0, 0))
        self.size = self.lib.ngram_model_get_counts(self.model)[0]
        self.used = ctypes.c_int32()
        self.history = (ctypes.c_int32 * 2)()

    def word(self, number):
        return self.lib.ngram_word(self.model, number).decode(errors="replace")

    def score(self, word, *before):
        """log P(word | before), before in the order of talking; `used.value` says how many words the answer rests on."""
        for i, w in enumerate(reversed(before)):
            self.history[i] = w
        said = self.lib.ngram_ng_score(self.model, word, self.history, len(before), ctypes.byref(self.used))
        return said * math.log(self.base)


def told(probability, log_probability, without):
    return probability * math.exp(log_probability) * (log_probability - without)


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--model", type=pathlib.Path, required=True)
    ask.add_argument("--out", type=pathlib.Path, required=True)
    ask.add_argument("--singles", type=int, default=20000, help="commonest words to list")
    ask.add_argument("--words", type=int, default=11000, help="commonest words to look for in pairs and triples")
    ask.add_argument("--histories", type=int, default=2500, help="commonest words after which pairs are looked for")
    ask.add_argument("--pairs", type=int, default=150000)
    ask.add_argument("--triples", type=int, default=60000)
    use = ask.parse_args()
    model = Model(use.model)
    alone = {n: model.score(n) for n in range(model.size)}
    fit = lambda n: re.fullmatch(r"[a-z]+(?:['-][a-z]+)*", model.word(n)) or model.word(n) in ("<s>", "</s>")
    singles = sorted((n for n in alone if fit(n)), key=lambda n: -alone[n])[:use.singles]
    words = singles[:use.words]
    start = next(n for n in alone if model.word(n) == "<s>")
    share = {n: math.exp(alone[n]) for n in singles}
    share[start] = math.exp(alone[next(n for n in words if model.word(n) == "</s>")])  # a start for each end
    heads = [start] + [n for n in words if model.word(n) not in ("<s>", "</s>")][:use.histories]
    pairs, score, used = [], model.score, model.used
    for h in heads:
        for w in words:
            logp = score(w, h)
            if used.value == 2:
                pairs.append((told(share[h], logp, alone[w]), h, w, logp))
    pairs = sorted((p for p in pairs if p[0] > 0 and p[2] != start), reverse=True)[:use.pairs]
    after = {}
    for _, h, w, logp in pairs:
        after.setdefault(h, []).append((w, logp))
    triples = []
    for _, h, m, logp_m in pairs[:use.pairs // 2]:
        for w, logp_w in after.get(m, ()):
            logp = score(w, h, m)
            if used.value == 3:
                triples.append((told(share[h] * math.exp(logp_m), logp, logp_w), h, m, w, logp + logp_m))
    triples = sorted((t for t in triples if t[0] > 0), reverse=True)[:use.triples]
    with gzip.open(use.out, "wt") as out:
        for n in singles:
            if n != start:
                out.write(f"{model.word(n)}\t{share[n] * A_MILLION:.3g}\n")
        for _, h, w, logp in pairs:
            out.write(f"{model.word(h)} {model.word(w)}\t{share[h] * math.exp(logp) * A_MILLION:.3g}\n")
        for _, h, m, w, logp in triples:
            out.write(f"{model.word(h)} {model.word(m)} {model.word(w)}\t{share[h] * math.exp(logp) * A_MILLION:.3g}\n")
    print(f"{len(singles)} words, {len(pairs)} pairs, {len(triples)} triples")


if __name__ == "__main__":
    main()
