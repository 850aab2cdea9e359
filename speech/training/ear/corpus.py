"""Which recordings may train, which are for choosing, which are left out; and their sound, decoded into a store.

Left out of training, although the corpus marks them train:
- what is also in the test folder (same recording, by its name in the source);
- two of the five speakers of the spoken digits, so that the digits of the test folder have voices never trained on.
"""

import csv
import multiprocessing
import random
import re

import opus8k
import store

HELD_DIGIT_SPEAKERS = {"fsdd-jackson", "fsdd-nicolas"}
FSDD_TEST_TAKES = 5  # the digit set's own rule: takes 0 to 4 of each digit and speaker are its test part


def in_test(row, test_names):
    """Whether a corpus row is a recording that the test folder holds too."""
    stem = row["path"].rsplit("/", 1)[-1].removesuffix(".opus")
    if row["set"] == "fsdd":
        return int(stem.rsplit("_", 1)[1]) < FSDD_TEST_TAKES
    if row["set"] == "picovoice_wakeword":
        word = row["path"].split("/")[1]
        return f"{word}_{stem}" in test_names or f"{word.replace(' ', '_')}_{stem}" in test_names
    return stem in test_names


def rows(corpus, test_table):
    """Every row of speech.tsv with `split` as this pipeline uses it: train, dev or `out`; and why rows are out."""
    with open(test_table) as f:
        names = {re.sub(r"^[a-z]+\d+k_", "", r["file"].removesuffix(".wav")) for r in csv.DictReader(f, delimiter="\t")}
    reasons = {}
    with open(corpus / "speech.tsv") as f:
        table = list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in table:
        why = "in test" if in_test(row, names) else "held digit speaker" if row["speaker"] in HELD_DIGIT_SPEAKERS else ""
        if why and row["split"] == "train":
            row["split"] = "out"
            reasons.setdefault((why, row["set"]), []).append(row["path"])
    return table, reasons


def draw(table, hours, seed):
    """Leaves only a random part of what may train in it, so many hours; all that is for choosing stays."""
    rows = [row for row in table if row["split"] == "train"]
    random.Random(seed).shuffle(rows)
    for row in rows:
        hours -= float(row["seconds"]) / 3600
        if hours < 0:
            row["split"] = "out"


def decode(corpus, test_table, folder, hours=None, seed=0, workers=2):
    """Writes the store `human` into folder and says what was left out. hours: of the training speech, or all of it."""
    table, reasons = rows(corpus, test_table)
    if hours:
        draw(table, hours, seed)
    for (why, set), paths in sorted(reasons.items()):
        print(f"left out of training: {len(paths)} of {set}: {why}")
    out, used = store.Writer(folder, "human"), [row for row in table if row["split"] != "out"]
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        for row, samples in zip(used, pool.imap(opus8k.read, [corpus / row["path"] for row in used], chunksize=50)):
            out.add(row["path"], samples, row["speaker"], row["set"], row["split"], row["transcript"])
    out.close()
    print(f"human speech: {out.at / opus8k.RATE_HZ / 3600:.2f} hours")
