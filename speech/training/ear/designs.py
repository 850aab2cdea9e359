#!/usr/bin/env python3
"""Compares designs on an equal budget: the same network, speech, passes, seed and graph; trained here, decoded by Vosk.

    designs.py --work DIR --tests DIR --jar vosk-0.3.45.jar [--passes 6] [DESIGN ...]

DIR is the folder of `run --until copy0 --classes MODEL/words/classes.txt` and `run --only copies`, where MODEL is the model whose
words and n-grams are used. Each design becomes a model in DIR/designs, with its figures beside it; one that is there is
measured again, not trained again. The table of all is printed. The scale of the sounds' scores is chosen for each on
recordings of their own, the same for all.
"""

import argparse
import collections
import gzip
import json
import pathlib
import shutil
import sys

import numpy as np
import torch

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import classes  # noqa: E402  (the folders above must be known first)
import ctc  # noqa: E402
import figures  # noqa: E402
import graph  # noqa: E402
import nnet3  # noqa: E402
import own  # noqa: E402
import speech_stages as speech  # noqa: E402
import texts  # noqa: E402
import train  # noqa: E402
import vosk  # noqa: E402
import wordtree  # noqa: E402

Design = collections.namedtuple("Design", "parts running_mean")  # parts: the trainings, one after the other
DESIGNS = {
    "cross entropy": Design(("alone",), False),
    "cross entropy, running mean": Design(("alone",), True),
    "CTC": Design(("ctc",), False),
    "CTC, running mean": Design(("ctc",), True),
    "cross entropy, then CTC": Design(("alone", "ctc"), False),
    "cross entropy, then MMI": Design(("alone", "mmi"), False),
    "cross entropy, then MMI, running mean": Design(("alone", "mmi"), True),
}
SCALES = (0.2, 0.3, 0.45, 0.7, 1.0)
REPORTED, CHOSEN_ON = 20, 3  # recordings a row
ROWS = ("coffee order", "digit string", "letters and digits", "commands, flite-slt", "say-other, flite-slt", "dev, human", "test_clean", "wuw2, human")


def trained(use, design):
    """(network, what its scores are divided by) after `use.passes` passes."""
    usual = speech.usual_mean(use) if design.running_mean else None
    copy = lambda n: train.Copy(use.work, n, use.labels, usual=usual, batch=use.batch)
    numbers = [i % use.copies for i in range(1, use.passes + 1)]
    known = classes.Classes.read(use.work / "classes.txt")
    first = copy(0)
    some = [first.tensors(group)[0].flatten(0, 1) for group in first.batches(np.random.default_rng(0))[:20]]
    net = speech.begun(use, torch.cat(some).numpy())
    report = lambda net: f"right {train.accuracy(net, first):.3f}"
    learn = lambda net, loss, numbers, rate, report: train.train(
        net, loss, [lambda n=n: copy(n) for n in numbers], rate, use.seed, lambda n: None, report)
    rate, shares = use.rate, speech.priors(use.labels, len(known.pairs))
    if design.parts[0] == "alone":
        alone = use.passes - (use.sentence_passes if len(design.parts) > 1 else 0)
        net = learn(net, train.cross_entropy, numbers[:alone], rate, report)
        numbers, rate = numbers[alone:], rate / 4  # what follows begins with a network that has learnt
    if design.parts[-1] == "ctc":
        net = learn(net, ctc.loss, numbers, rate, report)
        return net.eval(), own.flattened(ctc.shares(net, first), power=1.0)  # with 0.7 blanks swallow sounds
    if design.parts[-1] == "mmi":
        against = train.WholeSentences(speech.denominator(use, use.labels, known))
        net = learn(train.WithBeside(net, own.flattened(shares), speech.FIRST_SCALE), against, numbers, rate, lambda n: report(n.net)).net
        shares = np.full(len(shares), 1 / len(shares))
    return net.eval(), own.flattened(shares)


def write_model(use, folder, design, net, divisors):
    """The model folder; its words and n-grams are those of use.graph."""
    known, is_ctc = classes.Classes.read(use.work / "classes.txt"), design.parts[-1] == "ctc"
    shutil.copytree(use.graph, folder, dirs_exist_ok=True)
    transitions = nnet3.write_model(folder / "am/final.mdl", net, known, divisors, is_ctc)
    if design.running_mean:
        nnet3.write_usual_mean(folder / "am/global_cmvn.stats", speech.usual_mean(use).numpy())
    pronunciations = collections.defaultdict(list)
    for line in gzip.open(folder / "words/lexicon.txt.gz", "rt"):
        word, *phones = line.split()
        pronunciations[word].append(phones)
    tree = wordtree.WordTree(pronunciations, wordtree.HALF, 0.0, transitions.leaving, transitions.blanks())
    graph.write_phones(folder / "graph", transitions.count)
    same = (folder / "graph/words.txt").read_text()
    graph.write_words(folder / "graph", tree.words)
    assert (folder / "graph/words.txt").read_text() == same, "the n-grams' numbers are not those of the words"
    (folder / "graph/HCLr.fst").write_bytes(tree.file())


def errors(ear, rows):
    """Words wrong over all rows, as a share."""
    counted = [figures.measure(ear, part, figures.GRAMMARS.get(grammar)) for _, grammar, part in rows if part]
    return sum(c[0] for c in counted) / sum(c[1] for c in counted)


def measured(use, name, folder, rows):
    """The scale that is best on recordings beside the reported ones, and {row: (words wrong, words, seconds, CPU seconds)}."""
    lib, wrong = vosk.library(use.jar, use.work), {}
    apart = [(row, grammar, part[REPORTED:]) for row, grammar, part in rows]
    for scale in SCALES:
        nnet3.write_conf(folder / "conf", scale)
        wrong[scale] = errors(vosk.Ear(lib, folder), apart)
    scale = min(wrong, key=wrong.get)
    print(name, {s: f"{100 * w:.1f} %" for s, w in wrong.items()}, flush=True)
    nnet3.write_conf(folder / "conf", scale)
    ear, found = vosk.Ear(lib, folder), {}
    for row, grammar, part in rows:
        bad, words, _, seconds, cpu, _ = figures.measure(ear, part[:REPORTED], figures.GRAMMARS.get(grammar))
        found[row] = bad, words, seconds, cpu
    return {"scale": scale, "rows": found}


def table(all):
    """Markdown: a line a row of recordings, a column a design."""
    share = lambda part: f"{100 * sum(p[0] for p in part) / sum(p[1] for p in part):.1f} %"
    lines = [["words wrong"] + [f["design"] for f in all], ["---"] * (len(all) + 1)]
    lines += [[f"{row} ({all[0]['rows'][row][1]} words)"] + [share([f["rows"][row]]) for f in all] for row in all[0]["rows"]]
    lines.append(["all words"] + [share(f["rows"].values()) for f in all])
    lines.append(["real-time factor"] + [f"{sum(r[3] for r in f['rows'].values()) / sum(r[2] for r in f['rows'].values()):.3f}" for f in all])
    lines.append(["scale of the sounds' scores"] + [str(f["scale"]) for f in all])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--work", type=pathlib.Path, required=True)
    ask.add_argument("--tests", type=pathlib.Path, required=True, help="holds test.tsv and test/")
    ask.add_argument("--jar", type=pathlib.Path, required=True)
    ask.add_argument("--checkout", type=pathlib.Path, default=HERE.parent.parent.parent)
    ask.add_argument("--graph", type=pathlib.Path, help="a model folder (default: the bundled model)")
    ask.add_argument("--passes", type=int, default=6, help="over the copies in turn")
    ask.add_argument("--sentence-passes", type=int, default=2, help="the last of them, with MMI")
    ask.add_argument("--copies", type=int, default=3)
    ask.add_argument("--batch", type=int, default=1000, help="outputs in a step: small, for many steps of little speech")
    ask.add_argument("--width", type=int, default=256)
    ask.add_argument("--bottleneck", type=int, default=64)
    ask.add_argument("--rate", type=float, default=2e-3)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--row", action="append", help="only rows whose name contains this; may be repeated (default: " + "; ".join(ROWS) + ")")
    ask.add_argument("designs", nargs="*", metavar="DESIGN", default=list(DESIGNS), help=", ".join(DESIGNS))
    use = ask.parse_args()
    use.audio, use.graph = use.work / "audio", use.graph or use.checkout / "speech/models/en-telephone"
    use.labels = speech.labels(use, 0)
    rows = [row for row in figures.sets(use, REPORTED + CHOSEN_ON) if any(part in row[0] for part in use.row or ROWS)]
    figures.GRAMMARS["commands"] = texts.commands(use.checkout, all=False) + [figures.UNKNOWN]
    figures.GRAMMARS["all phrases"] = texts.commands(use.checkout) + [figures.UNKNOWN]
    for name in use.designs:
        folder = use.work / "designs" / name.replace(", ", "-").replace(" ", "-")
        if not (folder / "graph/HCLr.fst").exists():
            write_model(use, folder, DESIGNS[name], *trained(use, DESIGNS[name]))
        found = {"design": name, **measured(use, name, folder, rows)}
        (folder / "figures.json").write_text(json.dumps(found))
    print(table([json.loads(f.read_text()) for f in sorted((use.work / "designs").glob("*/figures.json"))]))


if __name__ == "__main__":
    main()
