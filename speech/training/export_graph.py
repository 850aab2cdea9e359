#!/usr/bin/env python3
"""Writes the graph of the bundled Vosk model again: words, pronunciations and language model around a given network.

    export_graph.py --dictionary FILE [--checkout DIR] [--out DIR]

See README.md for what it needs. The weights of the network (am/final.mdl) stay; only its table of
priors, conf/ and graph/ are written.
"""

import argparse
import collections
import ctypes.util
import math
import os
import pathlib
import re
import struct
import subprocess
import sys
import tempfile

import phrases

HERE = pathlib.Path(__file__).resolve().parent
PHONES = "AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH".split()
# The network's phones: silence, then each sound at the begin, end, inside of a word, and as a word alone.
PHONE_IDS = {p: i + 1 for i, p in enumerate(["SIL"] + [p + s for p in PHONES for s in ("_B", "_E", "_I", "_S")])}
RARE = {"ZH", "OY"}  # too rare in training to be trusted where any sound may come
UNKNOWN = "[unk]"
HALF = math.log(2)  # the cost of one of two equally likely ways; the topology's own loops and exits cost this


def forward(phone):
    """Kaldi's id of the transition that leaves a phone; every phone has one state, so ids come in pairs."""
    return 2 * (PHONE_IDS[phone] - 1) + 2


def loop(phone):
    return forward(phone) - 1


def read_dictionary(*files):
    """word -> its pronunciations, each a tuple of phones. Later files replace the words of earlier ones."""
    lexicon = {}
    for file in files:
        here = collections.defaultdict(list)
        for line in pathlib.Path(file).read_text().splitlines():
            head, *phones = line.split() or [""]
            if head and phones:
                word = re.sub(r"\(\d+\)$", "", head)
                if tuple(phones) not in here[word]:
                    here[word].append(tuple(phones))
        lexicon.update(here)
    return lexicon


class Network:
    """A weighted transducer in the making: sounds in, words out."""

    def __init__(self):
        self.states = 1  # 0 is the start
        self.arcs = []

    def state(self):
        self.states += 1
        return self.states - 1

    def arc(self, source, target, sound=0, word=0, cost=0.0):
        self.arcs.append((source, target, sound, word, cost))

    def sound(self, source, phone, word=0, cost=0.0):
        """From source through one phone, which may last; returns the state behind it."""
        target = self.state()
        self.arc(source, target, forward(phone), word, HALF + cost)
        self.arc(target, target, loop(phone), 0, HALF)
        return target

    def silence(self, source, target, cost):
        self.arc(self.sound(source, "SIL", cost=cost), target)


def positioned(phones):
    if len(phones) == 1:
        return [phones[0] + "_S"]
    return [phones[0] + "_B", *(p + "_I" for p in phones[1:-1]), phones[-1] + "_E"]


def pronunciation_network(lexicon, words, ids, silence_cost, unknown_cost, tree):
    """Any sequence of words, with or without silence between them.

    The words form a tree of their sounds: a state has one way out for a sound, however many words begin alike, so a
    thousand words cost little more than a hundred. The word is put out at the first sound that only it has.
    """
    net = Network()
    hub = net.state()
    net.arc(0, hub, cost=HALF)
    net.silence(0, hub, silence_cost)

    def end_of_word(state, word=0):
        net.arc(state, hub, word=word, cost=HALF)
        between = state
        if word:
            between = net.state()
            net.arc(state, between, word=word)
        net.silence(between, hub, silence_cost)

    if tree:
        grow(net, hub, [(positioned(p), ids[w], math.log(len(lexicon[w]))) for w in words for p in lexicon[w]], end_of_word)
    else:
        for w in words:
            for p in lexicon[w]:
                state = hub
                for i, phone in enumerate(positioned(p)):
                    state = net.sound(state, phone, *((ids[w], math.log(len(lexicon[w]))) if i == 0 else ()))
                end_of_word(state)
    unknown_word(net, hub, ids[UNKNOWN], unknown_cost, end_of_word)
    return net, hub


def grow(net, root, entries, end_of_word):
    """Adds the subtree of all entries (phones left, word, cost) below root."""
    pending = [(root, entries, False)]
    while pending:
        state, below, told = pending.pop()
        ways = collections.defaultdict(list)
        for phones, word, cost in below:
            if phones:
                ways[phones[0]].append((phones[1:], word, cost))
            else:
                end_of_word(state, 0 if told else word)
        for phone, entries in ways.items():
            alone = not told and len({w for _, w, _ in entries}) == 1
            word, cost = (entries[0][1], min(c for _, _, c in entries)) if alone else (0, 0.0)
            pending.append((net.sound(state, phone, word, cost), entries, told or alone))


def unknown_word(net, hub, word, cost, end_of_word):
    """[unk]: any three sounds or more, at a price for each, so that it wins only where no known word fits."""
    begun, inside, ended = net.state(), net.state(), net.state()
    start = net.state()
    net.arc(hub, start, word=word)
    each = math.log(len(PHONES)) + cost
    for p in (p for p in PHONES if p not in RARE):
        net.arc(net.sound(start, p + "_B", cost=each), begun)
        net.arc(net.sound(begun, p + "_I", cost=each), inside)
        net.arc(net.sound(inside, p + "_I", cost=each), inside)
        net.arc(net.sound(inside, p + "_E", cost=each), ended)
    end_of_word(ended)


class LanguageModel:
    """Backoff n-grams with absolute discounting, counted from weighted sentences."""

    def __init__(self, sentences, order, discount=0.5):
        self.order, self.discount = order, discount
        self.counts = collections.defaultdict(collections.Counter)  # history (a tuple) -> word -> weight
        for said, weight in sentences:
            line = ["<s>", *said, "</s>"]
            for end in range(1, len(line)):
                for length in range(order):
                    if end - length >= 0:
                        self.counts[tuple(line[end - length:end])][line[end]] += weight

    def arcs(self, words, ids, unknown_share):
        """(arcs, finals): state 0 is the start of a sentence. Every history seen is a state, and falls back to a shorter one."""
        history = {h for h in self.counts if len(h) < self.order}
        state = {h: i for i, h in enumerate([("<s>",), ()] + sorted(history - {("<s>",), ()}))}
        arcs, finals = [], {}

        def shorter(h):
            h = h[1:]
            while h not in state:
                h = h[1:]
            return h

        def after(h, w):
            longest = (h + (w,))[-(self.order - 1):]
            return longest if longest in state else shorter(longest)

        for h, source in state.items():
            counted = self.counts[h]
            total = sum(counted.values())
            kept = {w: max(c - min(self.discount, c / 2), 1e-6) / total for w, c in counted.items()}
            if h == ():
                spare = (1 - sum(kept.values())) / len(words)
                kept = {w: kept.get(w, 0) + spare for w in words} | {"</s>": kept["</s>"]}
                if unknown_share > 0:
                    kept[UNKNOWN] = unknown_share
            else:
                arcs.append((source, state[shorter(h)], 0, -math.log(max(1 - sum(kept.values()), 1e-6))))
            for w, p in kept.items():
                if w == "</s>":
                    finals[source] = -math.log(p)
                else:
                    arcs.append((source, state[after(h, w)], ids[w], -math.log(p)))
        return arcs, finals


def flatten_priors(network, power):
    """Sets the network's priors to (share in training) ** power; weights stay as they are.

    Recognition divides by the prior. The training speech was two thirds silence and held one sound in ten thousand ZH, so
    the full division lets rare sounds win over silence in every pause; 0.7 makes fewer errors, and is faster.
    """
    shares = [float(l.split()[1]) for l in (HERE / "priors.txt").read_text().splitlines() if not l.startswith("#")]
    flat = [s**power for s in shares]
    data = network.read_bytes()
    at = data.rindex(b"<Priors> FV ") + len(b"<Priors> FV ")
    assert data[at:at + 5] == struct.pack("<bi", 4, len(shares)), "the network has other outputs than priors.txt"
    values = struct.pack(f"<{len(flat)}f", *(f / sum(flat) for f in flat))
    network.write_bytes(data[:at + 5] + values + data[at + 5 + len(values):])


def shell(command, lookahead):
    environment = dict(os.environ, LD_PRELOAD=lookahead) if lookahead else os.environ
    subprocess.run(["bash", "-c", "set -o pipefail; " + command], check=True, env=environment)


def lookahead_library():
    found = ctypes.util.find_library("fstlookahead")
    return found or sys.exit("libfstlookahead.so is missing: install libfst-tools (Debian)")


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--checkout", type=pathlib.Path, default=HERE.parent.parent, help="root of the checkout (for config/)")
    ask.add_argument("--out", type=pathlib.Path, default=HERE.parent / "models" / "en-telephone", help="the model folder")
    ask.add_argument("--dictionary", type=pathlib.Path, required=True,
                     help="CMUdict without stress marks, as pocketsphinx-en-us has it")
    ask.add_argument("--order", type=int, default=4, help="words the language model looks at, the next one included")
    ask.add_argument("--acoustic-scale", type=float, default=0.45, help="weight of sounds against words")
    ask.add_argument("--prior-power", type=float, default=0.7, help="how much rare sounds are favoured, 0 to 1")
    ask.add_argument("--beam", type=float, default=12.0)
    ask.add_argument("--max-active", type=int, default=2500)
    ask.add_argument("--lattice-beam", type=float, default=4.0)
    ask.add_argument("--silence-cost", type=float, default=HALF)
    ask.add_argument("--unknown-cost", type=float, default=0.0, help="price of each sound of [unk]")
    ask.add_argument("--unknown-share", type=float, default=0.0, help="how likely [unk] is without a grammar")
    ask.add_argument("--plain-list", action="store_true", help="words as a list instead of a tree, for comparison")
    use = ask.parse_args()

    sentences = phrases.sentences(use.checkout / "config/knowledge", use.checkout / "config/commands/en.yaml",
                                  HERE / "prototype-sentences.txt", HERE / "names.txt", HERE / "common-words.txt")
    lexicon = read_dictionary(use.dictionary, HERE / "extra.dict")
    words = sorted({w for said, _ in sentences for w in said})
    missing = [w for w in words if w not in lexicon]
    if missing:
        sys.exit("no pronunciation for " + ", ".join(missing) + ": add them to extra.dict or say them differently")
    ids = {w: i + 1 for i, w in enumerate([*words, UNKNOWN])}

    graph = use.out / "graph"
    (graph / "phones").mkdir(parents=True, exist_ok=True)
    (use.out / "conf").mkdir(exist_ok=True)
    net, hub = pronunciation_network(lexicon, words, ids, use.silence_cost + HALF, use.unknown_cost, not use.plain_list)
    with tempfile.TemporaryDirectory() as folder:
        t = pathlib.Path(folder)
        with open(t / "sounds.txt", "w") as f:
            f.writelines("%d %d %d %d %.5f\n" % a for a in net.arcs)
            f.write(f"{hub} 0\n")
        # Vosk composes HCLr with Gr (or with a grammar given at run time) while it decodes; that needs the words renumbered.
        shell(f"fstcompile {t}/sounds.txt | fstarcsort --sort_type=olabel | fstconvert --fst_type=olabel_lookahead"
              f" --save_relabel_opairs={t}/renumbered > {graph}/HCLr.fst", lookahead_library())
        renumbered = dict(map(int, l.split()) for l in (t / "renumbered").read_text().splitlines())
        ids = {w: renumbered.get(i, i) for w, i in ids.items()}
        model = LanguageModel(sentences, use.order)
        arcs, finals = model.arcs(words, ids, use.unknown_share)
        with open(t / "words.txt", "w") as f:
            f.writelines("%d %d %d %d %.5f\n" % (a, b, w, w, c) for a, b, w, c in sorted(arcs))
            f.writelines(f"{s} {c:.5f}\n" for s, c in finals.items())
        with open(graph / "words.txt", "w") as f:
            f.write("<eps> 0\n")
            f.writelines(f"{w} {i}\n" for w, i in sorted(ids.items(), key=lambda pair: pair[1]))
        shell(f"fstcompile {t}/words.txt | fstarcsort --sort_type=ilabel | fstconvert --fst_type=const > {t}/g.fst;"
              # Where the words were is kept in the file: from inside the folder, so that no path of a machine is.
              f" cd {graph}; fstsymbols --isymbols=words.txt --osymbols=words.txt {t}/g.fst > Gr.fst", None)
    flatten_priors(use.out / "am/final.mdl", use.prior_power)
    kind = {"B": "begin", "E": "end", "I": "internal", "S": "singleton"}
    (graph / "phones/word_boundary.int").write_text("".join(
        f"{i} {'nonword' if p == 'SIL' else kind[p[-1]]}\n" for p, i in PHONE_IDS.items()))
    (graph / "disambig_tid.int").write_text(f"{2 * len(PHONE_IDS) + 1}\n")  # none is used: a number no transition has
    (use.out / "conf/mfcc.conf").write_text(
        "--sample-frequency=16000\n--use-energy=false\n--num-mel-bins=40\n--num-ceps=40\n--low-freq=20\n--high-freq=7600\n"
        "--allow-downsample=true\n--allow-upsample=true\n--dither=0\n")
    (use.out / "conf/model.conf").write_text(
        f"--min-active=200\n--max-active={use.max_active}\n--beam={use.beam}\n--lattice-beam={use.lattice_beam}\n"
        f"--acoustic-scale={use.acoustic_scale}\n--frame-subsampling-factor=3\n--endpoint.silence-phones=1\n"
        "--endpoint.rule2.min-trailing-silence=0.5\n--endpoint.rule3.min-trailing-silence=0.75\n"
        "--endpoint.rule4.min-trailing-silence=1.0\n")
    print(f"{len(words)} words, {net.states} states of sounds, {len(arcs)} arcs of words")


if __name__ == "__main__":
    main()
