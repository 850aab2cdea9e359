"""The texts that the language model counts, each with the share of the talk it stands for, and the words it must know."""

import gzip
import pathlib
import random
import re

import calls
import desk
import phrases

SEED = 5
# Share of each text in the model's million words. English and transcripts carry open talk, the rest what a service desk hears.
SHARES = {"english": 0.42, "transcripts": 0.16, "desk": 0.14, "calls": 0.09, "knowledge": 0.07, "commands": 0.03, "values": 0.06,
          "coffee": 0.03}
ADDED = ["please", "okay", "hello", "um", "no", "yes", "sorry", "well", "uh", "so", "hi"]


def sentences(checkout, names_file, transcripts):
    """name -> [(words, weight)]: every text but english.

    checkout: for config/; transcripts: what is said in recordings that train, as strings.
    """
    rng = random.Random(SEED)
    given, family = phrases.names(names_file)
    caller = desk.Desk(SEED, given, family)
    said, keywords = phrases.knowledge(checkout / "config/knowledge")
    steer, noticed = phrases.commands(checkout / "config/commands/en.yaml")
    around = [f"{rng.choice(phrases.OPENINGS)} {s} {rng.choice(phrases.CLOSINGS)}" for s in said for _ in range(4)]
    short = [f"{rng.choice(ADDED)} {c}" for c in steer] + [f"{c} {rng.choice(['please', 'thank you', 'now'])}" for c in steer]
    parts = {
        "transcripts": [(t, 1.0) for t in transcripts],
        "desk": [(caller.sentence(), 1.0) for _ in range(30000)],
        "calls": [(s, 1.0) for s in calls.desk(calls.TRAIN, 15000, rng, given, family)],
        "knowledge": [(s, 4.0) for s in said] + [(s, 1.0) for s in around] + [(k, 1.0) for k in keywords],
        "commands": [(c, 10.0) for c in steer] + [(c, 3.0) for c in noticed] + [(s, 0.5) for s in short],
        "values": [(v, 1.0) for v in phrases.spoken_values(rng, given, family)] + [(n, 1.0) for n in given + family],
        "coffee": [(s, 1.0) for s in calls.desk(calls.COFFEE, 6000, rng, given, family)],
    }
    split = lambda text: [w for w in phrases.words(text) if w != "[unk]"]
    return {name: [(split(s), weight) for s, weight in part if split(s)] for name, part in parts.items()}


def english(file):
    """Lines of english.py's table."""
    with gzip.open(file, "rt") as f:
        return f.readlines()


def vocabulary(texts, english_lines, dictionary, common):
    """All words of the texts (of transcripts: those said twice or in the dictionary) and the `common` commonest English ones."""
    words, said = set(), {}
    for name, part in texts.items():
        for line, _ in part:
            for w in line:
                if name == "transcripts":
                    said[w] = said.get(w, 0) + 1
                else:
                    words.add(w)
    words |= {w for w, count in said.items() if count > 1 and w in dictionary}
    single = [l.split("\t")[0] for l in english_lines if " " not in l]
    words |= {w for w in single[:common] if w in dictionary and re.fullmatch(r"[a-z]+(?:['-][a-z]+)*", w)}
    return sorted(words)


def common_words(file):
    return " ".join(l for l in pathlib.Path(file).read_text().splitlines() if not l.startswith("#")).split()
