"""Sound kept as one file of samples and one table, because 20,000 small files are slow.

`NAME.i16`: 16-bit samples at 8 kHz, one utterance behind the other. `NAME.tsv`: one utterance a line: id, first sample,
number of samples, speaker, set, split, transcript.
"""

import csv
import dataclasses

import numpy as np


@dataclasses.dataclass
class Utterance:
    id: str
    start: int
    samples: int
    speaker: str
    set: str
    split: str
    text: str


class Writer:
    def __init__(self, folder, name):
        folder.mkdir(parents=True, exist_ok=True)
        self.sound = open(folder / f"{name}.i16", "wb")
        self.table = open(folder / f"{name}.tsv", "w")
        self.at = 0

    def add(self, id, samples, speaker, set, split, text):
        self.sound.write(np.asarray(samples, "<i2").tobytes())
        self.table.write(f"{id}\t{self.at}\t{len(samples)}\t{speaker}\t{set}\t{split}\t{text}\n")
        self.at += len(samples)

    def close(self):
        self.sound.close()
        self.table.close()


class Store:
    def __init__(self, folder, name):
        with open(folder / f"{name}.tsv") as f:
            rows = list(csv.reader(f, delimiter="\t", quoting=csv.QUOTE_NONE))
        self.utterances = [Utterance(r[0], int(r[1]), int(r[2]), *r[3:]) for r in rows]
        self.sound = np.memmap(folder / f"{name}.i16", "<i2", "r")

    def samples(self, utterance):
        return self.sound[utterance.start:utterance.start + utterance.samples]
