"""What the network tells apart: a phone together with the phone before it in the same word.

A pair that is too rare in training shares the class of its phone with other rare pairs. Contexts: a phone's name; `#` at the
begin of a word; `*` any other. Within a word only, so that the tree of pronunciations knows every context by itself.
"""

import collections

import numpy as np
import torch

import lexicon

NAMES = [lexicon.SILENCE, *lexicon.PHONES]


class Classes:
    def __init__(self, pairs):
        """pairs: (phone name, context) in the order of the network's outputs."""
        self.pairs = pairs
        self.index = {pair: i for i, pair in enumerate(pairs)}

    @classmethod
    def counted(cls, phone, left, least):
        """From aligned frames: every pair with at least so many frames becomes a class."""
        count = collections.Counter(zip(phone[phone > 0].tolist(), left[phone > 0].tolist()))
        pairs = [(lexicon.SILENCE, "*")]
        for p, name in enumerate(NAMES[1:], 1):
            pairs += [(name, "*"), (name, "#")]
            pairs += [(name, NAMES[l]) for l in range(1, len(NAMES)) if count[p, l] >= least]
        return cls(pairs)

    @classmethod
    def read(cls, file):
        return cls([tuple(line.split()) for line in file.read_text().splitlines()])

    def write(self, file):
        file.write_text("".join(f"{p} {c}\n" for p, c in self.pairs))

    def of(self, phone, before):
        """Class of a phone; before: the phone's name before it in the word, or None."""
        return self.index.get((phone, before or "#"), self.index.get((phone, "*")))

    def labels(self, phone, left):
        """(frames,) class of aligned frames, -1 where unknown."""
        table = np.full((len(NAMES), len(NAMES) + 1), -1, np.int16)
        for p, name in enumerate(NAMES):
            for l in range(len(NAMES) + 1):
                table[p, l] = self.index[lexicon.SILENCE, "*"] if p == 0 else self.of(name, None if l == 0 else NAMES[l - 1])
        return np.where(phone >= 0, table[np.maximum(phone, 0), np.where(left < 0, 0, left + 1)], -1).astype(np.int16)

    def phones(self):
        """(classes,) index of every class's phone in NAMES."""
        return np.array([NAMES.index(p) for p, _ in self.pairs])

    def best_of_phones(self, scores):
        """(frames, phones) best score of any class of each phone, of a tensor (frames, classes); -1e4 where a phone has none."""
        best = torch.full((len(scores), len(NAMES)), -1e4)
        return best.index_reduce_(1, torch.from_numpy(self.phones()), scores, "amax").numpy()
