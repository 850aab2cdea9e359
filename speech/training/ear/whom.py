#!/usr/bin/env python3
"""For whom a model fails: words wrong by sex, first language, accent and line, over the corpus's dev recordings that say so.

    whom.py --audio DIR --corpus DIR --jar vosk-0.3.45.jar --scratch DIR MODEL

No grammar. Groups overlap (a woman on a landline counts in both); few recordings in a group make an uncertain figure.
"""

import argparse
import collections
import csv
import pathlib

import figures
import store
import vosk

WUW_WORDS = {"female": "women", "male": "men", "native": "native", "nonNative": "not native",
             "landlinephone": "landline", "cellphone": "cell phone", "speakerphone": "speakerphone"}


def groups(row):
    """The groups that a corpus row belongs to."""
    note = row["note"]
    if row["set"] == "wuw2":
        return [f"real calls: {WUW_WORDS[w]}" for w in note.split() if w in WUW_WORDS]
    if row["set"].startswith("commonvoice") and note:
        accent = next((w.removeprefix("accent=") for w in note.split() if w.startswith("accent=")), "")
        sex = [f"read: {s}" for w, s in (("female", "women"), ("male", "men")) if w in note.split()]
        place = {"us": "United States", "england": "England"}.get(accent, "other accents")
        return sex + ([f"read: {place}"] if accent else [])
    if row["set"] == "speechocean762":
        age = next((int(w.removeprefix("age=")) for w in note.replace(";", " ").split() if w.startswith("age=")), None)
        return ["read: first language Mandarin"] + ([f"read: Mandarin, {'children' if age < 16 else 'adults'}"] if age else [])
    return []


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("audio", "corpus", "jar", "scratch"):
        ask.add_argument(f"--{name}", type=pathlib.Path, required=True)
    ask.add_argument("model", type=pathlib.Path)
    use = ask.parse_args()
    with open(use.corpus / "speech.tsv") as f:
        member = {r["path"]: groups(r) for r in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE) if r["split"] == "dev"}
    ear = vosk.Ear(vosk.library(use.jar, use.scratch), use.model, figures.native_rate(use.model))
    human, parts = store.Store(use.audio, "human"), collections.defaultdict(list)
    for u in human.utterances:
        for group in member.get(u.id, []):
            parts[group].append(u)
    heard = {}
    print("| group | recordings | words | words wrong |\n| --- | --- | --- | --- |")
    for group in sorted(parts):
        for u in parts[group]:
            if u.id not in heard:
                heard[u.id] = figures.measure(ear, [(human.samples(u), u.text)], None)[:2]
        errors, words = (sum(heard[u.id][k] for u in parts[group]) for k in (0, 1))
        print(f"| {group} | {len(parts[group])} | {words} | {100 * errors / words:.1f} % |", flush=True)


if __name__ == "__main__":
    main()
