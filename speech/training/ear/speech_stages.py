"""The stages from recordings to a trained network. Each is a function of the settings; `run` calls them in order and
remembers which are done."""

import numpy as np
import torch

import align
import classes
import corpus
import damage
import features
import lexicon
import network
import own
import prototype
import quiet
import say
import store
import texts
import train

TRAIN_NOISES = ["doing_the_dishes", "exercise_bike", "pink_noise", "white_noise"]
DEV_NOISES = ["running_tap", "dude_miaowing"]
STORES = ["human", "synthetic", "quiet"]
LEAST_FRAMES = 900  # 27 s: a class with less speech than this is not learnt for itself


def decode(use):
    corpus.decode(use.corpus, use.test.parent / "test.tsv", use.work / "audio")


def synthesize(use):
    audio = use.work / "audio"
    say.record(texts.dev(use.checkout, use.names, use.here / "other-wordings.txt"), audio, "synthetic-dev", "dev")
    say.record(texts.train(use.checkout, use.names, use.synthetic), audio, "synthetic", "train")


def record_quiet(use):
    pieces = lambda names: [quiet.music(use.music, n) for n in names]
    train_noise = damage.Damage.of_folder(use.corpus / "noise", TRAIN_NOISES)
    dev_noise = damage.Damage.of_folder(use.corpus / "noise", DEV_NOISES)
    quiet.record(use.work / "audio", "quiet", "train", train_noise, pieces(quiet.TRAIN_MUSIC), use.quiet_minutes, use.seed + 5)
    quiet.record(use.work / "audio", "quiet-dev", "dev", dev_noise, pieces(quiet.DEV_MUSIC), 10, use.seed + 6)


def pronunciations(use):
    """Of every word in any transcript."""
    said = {w for name in STORES for u in store.Store(use.work / "audio", name).utterances for w in u.text.split()}
    return lexicon.complete(lexicon.read(use.dictionary, use.here.parent / "extra.dict"), said, use.work / "guessed.dict")[0]


def alignment_files(use, round):
    return [use.work / f"align{round}-{name}.npz" for name in STORES]


def _align(use, round, net):
    spoken = pronunciations(use)
    for name, file in zip(STORES, alignment_files(use, round)):
        if not file.exists():
            align.align_store(use.work / "audio", name, file, net, spoken, use.workers)


def align_by_prototype(use):
    _align(use, 0, prototype.Prototype(use.prototype))


def choose_classes(use):
    found = [np.load(f) for f in alignment_files(use, 0)]
    known = classes.Classes.counted(np.concatenate([f["phone"] for f in found]), np.concatenate([f["left"] for f in found]), LEAST_FRAMES)
    known.write(use.work / "classes.txt")
    print(f"{len(known.pairs)} classes")


def labels(use, round):
    """(frames of all stores,) class or -1. Utterances that fit their text far worse than others are left out."""
    known, out = classes.Classes.read(use.work / "classes.txt"), []
    for file in alignment_files(use, round):
        found = np.load(file)
        y = known.labels(found["phone"], found["left"])
        spoken = found["score"][np.isfinite(found["score"])]
        limit = np.median(spoken) - 3 * (np.percentile(spoken, 75) - np.percentile(spoken, 25) + 0.01)
        bad = ~(found["score"] >= limit)
        y[np.repeat(bad, np.diff(found["first"]))] = -1
        print(f"{file.name}: {bad.sum()} of {len(bad)} utterances left out")
        out.append(y)
    return np.concatenate(out)


def make_copy(number):
    def stage(use):
        harm = damage.Damage.of_folder(use.corpus / "noise", TRAIN_NOISES)
        firsts = [np.load(f)["first"] for f in alignment_files(use, 0)]
        sources = [(store.Store(use.work / "audio", name), "train", first) for name, first in zip(STORES, firsts)]
        features.make_copy(use.work, number, sources, harm, use.workers)
        if number == 0:  # copy -1: the recordings for choosing, from the good line
            features.make_copy(use.work, -1, [(s, "dev", f) for s, _, f in sources], harm, use.workers)
    return stage


def _passes(use, round, numbers):
    y = labels(use, round)
    return [lambda n=n: train.Copy(use.work, n, y) for n in numbers], train.Copy(use.work, -1, y), y


def _priors(y, count):
    shares = np.bincount(y[y >= 0], minlength=count) + 1.0
    return shares / shares.sum()


def first_network(use):
    """One pass over copy 0 with the prototype's alignment: good enough to align better."""
    torch.manual_seed(use.seed)
    passes, dev, y = _passes(use, 0, [0])
    known = classes.Classes.read(use.work / "classes.txt")
    some = np.asarray(train.Copy(use.work, 0, y).features[::50], np.float32)
    net = network.Network(len(known.pairs), use.width, use.bottleneck, mean=some.mean(0), deviation=some.std(0))
    print(f"{network.parameters(net)} parameters")
    train.train(net, passes, dev, use.rate, use.seed, lambda n: own.save(n, _priors(y, len(known.pairs)), use.work / "first.pt"),
                workers=use.workers)


def align_again(use):
    _align(use, 1, own.Aligner(use.work / "first.pt", classes.Classes.read(use.work / "classes.txt")))


def main_network(use):
    """All passes with the better alignment, from the first network on."""
    passes, dev, y = _passes(use, 1, [i % use.copies for i in range(1, use.passes + 1)])
    net, _ = own.load(use.work / "first.pt")
    train.train(net, passes, dev, use.rate, use.seed + 1, lambda n: own.save(n, _priors(y, n.shape["classes"]), use.work / "net.pt"),
                first_share=0.1, minutes=use.minutes, workers=use.workers)
