#!/usr/bin/env python3
"""Measures models side by side: words wrong, sentences right, time, memory, and words heard where nobody spoke.

    figures.py --audio DIR --tests DIR --jar vosk-0.3.45.jar --scratch DIR [--most 80] [--out FIGURES.txt] NAME=MODEL ...

All sound goes through mu-law at 8000 Hz and is given to each model as the product does (`called`), in pieces of 100 ms. Sets
and grammars are in `sets`; rows are printed as they are done, so a run that is ended early still tells something.
"""

import argparse
import collections
import csv
import pathlib
import random
import sys
import wave

import numpy as np
import scipy.signal

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import gsm  # noqa: E402  (the folders above must be known first)
import phrases  # noqa: E402
import store  # noqa: E402
import texts  # noqa: E402
import vosk  # noqa: E402
from say import SPELLED  # noqa: E402

TRAINED_DIGIT_SPEAKERS = {"george", "lucas", "yweweler"}  # other takes of theirs were in training
UNKNOWN = "[unk]"
GRAMMARS = {
    "digits": phrases.DIGITS + [UNKNOWN],
    "letters": phrases.LETTERS[:26] + phrases.NATO + [UNKNOWN],
    "letters and digits": phrases.LETTERS[:26] + phrases.DIGITS + ["double", UNKNOWN],
}


def called(samples, rate):
    """What the product gives a recognizer that hears at `rate`, of int16 samples at 8000 Hz: mu-law and back, converted to
    the rate, a hiss of one step added over the whole band."""
    x = np.clip(samples, -32635, 32635).astype(np.int32)
    size = np.abs(x) + 132
    octave = np.clip(np.floor(np.log2(size)).astype(np.int32) - 7, 0, 7)
    back = (((((size >> (octave + 3)) & 15) << 3) + 132) << octave) - 132
    line = np.where(x < 0, -back, back).astype(np.float32)
    if rate != 8000:
        line = scipy.signal.resample_poly(line, rate // 8000, 1)
    return np.clip(np.rint(line + np.random.default_rng(2).normal(0, 1, len(line))), -32768, 32767).astype("<i2")


def as_it_is(samples):
    return samples


def native_rate(folder):
    """The rate of a model's front end."""
    options = (pathlib.Path(folder) / "conf/mfcc.conf").read_text().split()
    return next((int(float(o.split("=")[1])) for o in options if o.startswith("--sample-frequency")), 16000)


def read_wav(path):
    """int16 samples at 8000 Hz."""
    with wave.open(str(path)) as w:
        rate, x = w.getframerate(), np.frombuffer(w.readframes(w.getnframes()), "<i2")
    if rate != 8000:
        x = np.clip(scipy.signal.resample_poly(x.astype(np.float32), 8000, rate), -32768, 32767).astype("<i2")
    return x


def wrong(said, heard):
    """Words to change, drop or add to make one list of words the other (Levenshtein)."""
    row = list(range(len(heard) + 1))
    for i, a in enumerate(said, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(heard, 1):
            before, row[j] = row[j], min(before + (a != b), row[j] + 1, row[j - 1] + 1)
    return row[-1]


def sets(use, most):
    """[(row's name, grammar's name or None, [(samples, words said)])] in the order of the table."""
    rows = collections.defaultdict(list)
    with open(use.tests / "test.tsv") as f:
        for t in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
            kind = t["file"].split("8k_")[0].split("16k_")[0]
            if kind in ("fsdd", "fsddstr"):
                voice = "speaker in training" if t["speaker"] in TRAINED_DIGIT_SPEAKERS else "new speaker"
                rows[{"fsdd": "digit", "fsddstr": "digit string"}[kind] + ", " + voice, "digits"].append(t)
            elif kind == "barista":
                rows["coffee order", None].append(t)
            elif kind == "asterisk":
                rows["Asterisk prompt", None].append(t)
    table = [(name, grammar, [(read_wav(use.tests / "test" / t["file"]), t["transcript"]) for t in some(part, most)])
             for (name, grammar), part in rows.items()]
    human, synthetic = store.Store(use.audio, "human"), store.Store(use.audio, "synthetic-dev")
    trained = {u.text for u in human.utterances if u.split == "train"}
    parts = collections.defaultdict(list)
    for u in synthetic.utterances:
        parts[u.set, u.speaker].append((synthetic, u))
    for u in human.utterances:
        if u.split == "dev":
            seen = ", text in training too" if u.text in trained else ""
            parts[u.set.replace("_part", "") + seen, "human"].append((human, u))
    steer = set(texts.commands(use.checkout, all=False))
    for (name, voice), part in parts.items():
        if name == "say-commands":
            for title, grammar, keep in (("commands", "commands", steer), ("commands and moods", "all phrases", None)):
                kept = [(s, u) for s, u in part if keep is None or u.text in keep]
                table.append((f"{title}, {voice}", grammar, [(s.samples(u), u.text) for s, u in some(kept, most)]))
            continue
        grammar = "letters" if name == "say-letters" else None
        table.append((f"{name}, {voice}", grammar, [(s.samples(u), u.text) for s, u in some(part, most)]))
    # nobody can tell the letter from the digit by its sound
    part = [(human, u) for u in human.utterances if u.split == "dev" and u.set in ("an4", "alnum") and set(u.text.split()) <= SPELLED]
    table.append(("letters and digits, human", "letters and digits", [(s.samples(u), u.text.replace("oh", "o")) for s, u in some(part, most)]))
    return table


def some(part, most):
    """At most so many, drawn with a fixed seed."""
    return part if len(part) <= most else random.Random(3).sample(part, most)


def measure(ear, part, grammar, line=as_it_is):
    """(words wrong, words said, sentences right, seconds of sound, CPU seconds, sorted CPU seconds of the final results).

    line: what the sound goes through before mu-law."""
    errors = said_words = right = 0
    seconds, cpu, lasts = 0.0, 0.0, []
    for samples, text in part:
        heard, took, last = ear.hear(called(line(samples), ear.rate), grammar)
        words = [w["word"] for w in heard if w["word"] != UNKNOWN]
        bad = wrong(text.split(), words)
        errors, said_words, right = errors + bad, said_words + len(text.split()), right + (bad == 0)
        seconds, cpu = seconds + len(samples) / 8000, cpu + took
        lasts.append(last)
    return errors, said_words, right, seconds, cpu, sorted(lasts)


def invented(ear, audio, minutes, line=as_it_is):
    """kind -> words heard a minute where nobody speaks."""
    quiet, heard, length = store.Store(audio, "quiet-dev"), collections.Counter(), collections.Counter()
    for u in quiet.utterances:
        if length[u.set] < minutes * 60:
            length[u.set] += u.samples / 8000
            heard[u.set] += len(ear.hear(called(line(quiet.samples(u)), ear.rate))[0])
    return {kind: heard[kind] / (length[kind] / 60) for kind in length}


def resident_mb():
    return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


def memory(lib, ear, samples, streams=8):
    """MB a stream: recognizers that are kept open after hearing a sentence."""
    before, kept = resident_mb(), []
    for _ in range(streams):
        r = lib.vosk_recognizer_new(ear.model, ear.rate)
        data = samples.tobytes()
        lib.vosk_recognizer_accept_waveform(r, data, len(data))
        kept.append(r)
    used = (resident_mb() - before) / streams
    for r in kept:
        lib.vosk_recognizer_free(r)
    return used


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--audio", type=pathlib.Path, required=True, help="stores: human, synthetic-dev, quiet-dev")
    ask.add_argument("--tests", type=pathlib.Path, required=True, help="holds test.tsv and test/")
    ask.add_argument("--jar", type=pathlib.Path, required=True)
    ask.add_argument("--scratch", type=pathlib.Path, required=True)
    ask.add_argument("--checkout", type=pathlib.Path, default=HERE.parent.parent.parent)
    ask.add_argument("--most", type=int, default=80, help="recordings a row")
    ask.add_argument("--minutes", type=float, default=2, help="of each kind of sound without speech")
    ask.add_argument("--only", default="", help="only rows whose name contains this")
    ask.add_argument("--gsm", action="store_true", help="all sound through GSM 06.10 before mu-law, as from a mobile phone")
    ask.add_argument("--out", type=pathlib.Path)
    ask.add_argument("models", nargs="+", metavar="NAME=MODEL")
    use = ask.parse_args()
    line = gsm.full_rate if use.gsm else as_it_is
    out = open(use.out, "a") if use.out else sys.stdout
    say = lambda text: print(text, file=out, flush=True)
    lib = vosk.library(use.jar, use.scratch)
    ears = {}
    for name, folder in (m.split("=", 1) for m in use.models):
        before = resident_mb()
        ears[name] = vosk.Ear(lib, folder, native_rate(folder))
        say(f"{name}: {resident_mb() - before:.0f} MB when loaded")
    GRAMMARS["commands"] = texts.commands(use.checkout, all=False) + [UNKNOWN]
    GRAMMARS["all phrases"] = texts.commands(use.checkout) + [UNKNOWN]
    say("| set | grammar | recordings | words | " + " | ".join(f"{n}: words wrong | right | real time | final p50/p95" for n in ears) + " |")
    say("| --- | --- | --- | --- |" + " --- | --- | --- | --- |" * len(ears))
    for row, grammar, part in sets(use, use.most):
        if use.only not in row:
            continue
        cells = []
        for ear in ears.values():
            errors, words, right, seconds, cpu, lasts = measure(ear, part, GRAMMARS.get(grammar), line)
            cells.append(f"{100 * errors / words:.1f} % | {100 * right / len(part):.0f} % | {cpu / seconds:.3f} | "
                         f"{1000 * lasts[len(lasts) // 2]:.0f}/{1000 * lasts[int(len(lasts) * 0.95)]:.0f} ms")
        say(f"| {row} | {grammar or 'none'} | {len(part)} | {words} | " + " | ".join(cells) + " |")
    if use.only:
        return
    for name, ear in ears.items():
        heard = invented(ear, use.audio, use.minutes, line)
        say(f"{name}: words invented a minute ({use.minutes:g} minutes each): " + ", ".join(f"{k} {v:.1f}" for k, v in heard.items()))
        speech = next(u for u in store.Store(use.audio, "human").utterances if u.split == "dev" and u.samples > 40000)
        say(f"{name}: {memory(lib, ear, called(store.Store(use.audio, 'human').samples(speech), ear.rate)):.1f} MB a stream")


if __name__ == "__main__":
    main()
