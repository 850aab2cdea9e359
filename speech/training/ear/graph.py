#!/usr/bin/env python3
"""Writes a model's graph: which sounds make which words (HCLr.fst) and which words follow each other (Gr.fst).

    graph.py --out MODEL --audio DIR --dictionary cmudict-en-us.dict --english english.txt.gz [--checkout DIR]

Needs the network's folder only to put files beside it, and the list of its outputs. Also writes MODEL/words/, from which a site's own words can be added later without Python: see FORMATS.md.
"""

import argparse
import gzip
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import classes  # noqa: E402  (the folders above must be known first)
import lexicon  # noqa: E402
import lmtext  # noqa: E402
import ngrams  # noqa: E402
import nnet3  # noqa: E402
import store  # noqa: E402
import wordtree  # noqa: E402


def write_phones(graph, last_transition):
    (graph / "phones").mkdir(parents=True, exist_ok=True)
    kind = {"B": "begin", "E": "end", "I": "internal", "S": "singleton"}
    (graph / "phones/word_boundary.int").write_text("".join(
        f"{i} {'nonword' if p == 'SIL' else kind[p[-1]]}\n" for p, i in wordtree.PHONE_IDS.items()))
    # Vosk wants the numbers of disambiguation symbols; the tree needs none, so this is one above the last transition.
    (graph / "disambig_tid.int").write_text(f"{last_transition + 1}\n")


def write_words(graph, words):
    (graph / "words.txt").write_text("<eps> 0\n" + "".join(f"{w} {i + 1}\n" for i, w in enumerate(words)))


def write_sources(folder, pronunciations, outputs):
    """MODEL/words/: what building the graph again with more words needs, beside the graph itself."""
    folder.mkdir(exist_ok=True)
    outputs.write(folder / "classes.txt")
    with gzip.GzipFile(folder / "lexicon.txt.gz", "wb", mtime=0) as f:
        f.write("".join(f"{w} {' '.join(p)}\n" for w in sorted(pronunciations) for p in pronunciations[w]).encode())


def trained_on(utterances):
    """Transcripts of training recordings, but for sentences that dev speakers read too: figures on those would be no figures."""
    dev = {u.text for u in utterances if u.split == "dev" and len(u.text.split()) > 3}
    return [u.text for u in utterances if u.split == "train" and u.text not in dev]


def write(use):
    """Everything but the network and conf/. use: the settings of `main`."""
    transcripts = trained_on(store.Store(use.audio, "human").utterances)
    texts = lmtext.sentences(use.checkout, HERE / "names.txt", transcripts)
    english = lmtext.english(use.english)
    known = lexicon.read(use.dictionary, HERE.parent / "extra.dict")
    words = lmtext.vocabulary(texts, english, known, use.common)
    words = sorted({*words, *lmtext.common_words(HERE.parent / "common-words.txt")})
    known, guessed = lexicon.complete(known, words, use.guessed)
    words = [w for w in words if w in known]
    counts = ngrams.Counts()
    counts.add_table(english, lmtext.SHARES["english"])
    for name, part in texts.items():
        counts.add_text(part, lmtext.SHARES[name])
    counts.restrict(words)
    model = ngrams.Model(counts, words, use.pairs, use.triples)
    pronunciations = {w: known[w][:4] for w in words}
    graph = use.out / "graph"
    outputs = classes.Classes.read(use.classes)
    transitions = nnet3.TransitionIds(outputs)
    write_phones(graph, transitions.count)
    tree = wordtree.WordTree(pronunciations, use.silence_cost, use.unknown_cost, transitions.leaving)
    write_words(graph, tree.words)
    (graph / "HCLr.fst").write_bytes(tree.file())
    (graph / "Gr.fst").write_bytes(model.file(tree.number))
    write_sources(use.out / "words", pronunciations, outputs)
    print(f"{len(words)} words ({len(guessed)} guessed now), {tree.states} states of sounds, {len(model.chance)} n-grams")


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--out", type=pathlib.Path, required=True, help="the model folder; graph/ and words/ are written")
    ask.add_argument("--classes", type=pathlib.Path, required=True, help="the network's outputs, see classes.py")
    ask.add_argument("--audio", type=pathlib.Path, required=True, help="where the store `human` lies, for its transcripts")
    ask.add_argument("--dictionary", type=pathlib.Path, required=True, help="CMUdict without stress marks")
    ask.add_argument("--english", type=pathlib.Path, required=True, help="table by english.py")
    ask.add_argument("--guessed", type=pathlib.Path, required=True, help="cache of pronunciations guessed by flite")
    ask.add_argument("--checkout", type=pathlib.Path, default=HERE.parent.parent.parent)
    ask.add_argument("--common", type=int, default=15000, help="commonest English words to know")
    ask.add_argument("--pairs", type=int, default=130000)
    ask.add_argument("--triples", type=int, default=90000)
    ask.add_argument("--silence-cost", type=float, default=wordtree.HALF)
    ask.add_argument("--unknown-cost", type=float, default=0.0)
    write(ask.parse_args())


if __name__ == "__main__":
    main()
