"""The stages from a trained network to a model folder."""

import argparse
import subprocess
import sys

import classes
import graph
import nnet3
import own
import speech_stages


def english(use):
    """The table of general English, from the n-grams of pocketsphinx-en-us."""
    subprocess.run([sys.executable, use.here / "english.py", "--model", use.general, "--out", use.work / "english.txt.gz"], check=True)


def export(use):
    write_acoustic(use, use.out)
    write_graph(use, use.out)


def write_acoustic(use, out):
    """am/ and conf/."""
    net, priors = own.load(use.nets / "sentences.npz")
    (out / "am").mkdir(parents=True, exist_ok=True)
    nnet3.write_model(out / "am/final.mdl", net, classes.Classes.read(use.work / "classes.txt"), own.flattened(priors))
    if use.running_mean:
        nnet3.write_usual_mean(out / "am/global_cmvn.stats", speech_stages.usual(use).numpy())
    nnet3.write_conf(out / "conf", use.acoustic_scale)


def write_graph(use, out):
    graph.write(argparse.Namespace(
        out=out, classes=use.work / "classes.txt", audio=use.work / "audio", dictionary=use.dictionary,
        english=use.work / "english.txt.gz", guessed=use.work / "guessed.dict", checkout=use.checkout, common=use.common_words,
        pairs=use.pairs, triples=use.triples, silence_cost=graph.wordtree.HALF, unknown_cost=0.0))
