"""The stages from recordings to a trained network. Each is a function of the settings; `run` calls them in order and
remembers which are done."""

import functools
import itertools
import shutil

import numpy as np
import torch

import align
import classes
import corpus
import damage
import features
import lexicon
import mmi
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
FIRST_SCALE = 0.5  # of the scores where training on whole sentences begins
LEAST_FRAMES = 900  # 27 s: a class with less speech than this is not learnt for itself


def decode(use):
    corpus.decode(use.corpus, use.test.parent / "test.tsv", use.work / "audio", use.hours, use.seed)


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
    if use.classes:
        shutil.copyfile(use.classes, use.work / "classes.txt")
        return
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


def _make_copy(use, number, split):
    harm = damage.Damage.of_folder(use.corpus / "noise", TRAIN_NOISES)
    firsts = [np.load(f)["first"] for f in alignment_files(use, 0)]
    sources = [(store.Store(use.work / "audio", name), split, first) for name, first in zip(STORES, firsts)]
    features.make_copy(use.work, number, sources, harm, use.workers)


def make_copy0(use):
    """From a good line, as what to train on first; and copy -1: the recordings for choosing."""
    _make_copy(use, 0, "train")
    _make_copy(use, -1, "dev")


def make_copies(use):
    """From bad lines. What is there already stays, so that more can be made later."""
    for number in range(1, use.copies):
        if not (use.work / f"copy{number}.npz").exists():
            _make_copy(use, number, "train")


def _device():
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def _passes(use, y, numbers):
    """Loads of the copies, in turn; on a GPU each is loaded once."""
    load = lambda n: train.Copy(use.work, n, y, _device())
    load = functools.cache(load) if torch.cuda.is_available() else load
    return [lambda n=n: load(n) for n in numbers]


def _numbers(use, passes):
    return [i % use.copies for i in range(1, passes + 1)]


def _report(use, y):
    dev = train.Copy(use.work, -1, y, _device())
    return lambda net: f"dev right {train.accuracy(net, dev):.3f}"


def priors(y, count):
    shares = np.bincount(y[y >= 0], minlength=count) + 1.0
    return shares / shares.sum()


def begun(use, some):
    """A network that has learnt nothing yet. some: features, (frames, 40), as it will hear them."""
    torch.manual_seed(use.seed)
    known = classes.Classes.read(use.work / "classes.txt")
    net = network.Network(len(known.pairs), use.width, use.bottleneck, mean=some.mean(0), deviation=some.std(0))
    print(f"{network.parameters(net)} parameters")
    return net


def first_network(use):
    """Passes over copy 0 with the prototype's alignment: good enough to align better."""
    y = labels(use, 0)
    some = np.asarray(train.Copy(use.work, 0, y).features[::50], np.float32)
    train.train(begun(use, some), train.cross_entropy, _passes(use, y, [0] * use.first_passes), use.rate, use.seed,
                lambda n: own.save(n, priors(y, n.shape["classes"]), use.work / "first.npz"), _report(use, y),
                minutes=use.first_minutes, workers=use.workers)


def align_again(use):
    y = labels(use, 0)
    net, shares = own.load(use.work / "first.npz")
    copy = train.Copy(use.work, 0, y, _device())
    index = np.load(use.work / "copy0.npz")
    where = np.split(index["where"], copy.label_first[1:-1])
    texts = [u.text for name in STORES for u in store.Store(use.work / "audio", name).utterances if u.split == "train"]
    assert len(texts) == len(where)
    known = classes.Classes.read(use.work / "classes.txt")
    bad = own.align_copy(net.to(_device()), shares, known, copy, texts, where, y, pronunciations(use), use.workers)
    print(f"aligned again: {len(texts)} utterances, {bad} do not fit")
    np.save(use.work / "labels1.npy", y)


def main_network(use):
    """All passes with the better alignment, from the first network on."""
    y = np.load(use.work / "labels1.npy")
    net, _ = own.load(use.work / "first.npz")
    train.train(net, train.cross_entropy, _passes(use, y, _numbers(use, use.main_passes)), use.rate, use.seed + 1,
                lambda n: own.save(n, priors(y, n.shape["classes"]), use.work / "net.npz"), _report(use, y),
                first_share=0.1, minutes=use.main_minutes, workers=use.workers)


def denominator(use, y, known):
    """How classes follow each other in the training speech."""
    at_natural_speed = train.Copy(use.work, 0, y)
    runs = (at_natural_speed.labels[a:b] for a, b in itertools.pairwise(at_natural_speed.label_first))
    return mmi.Denominator(known, [mmi.segments(run)[0] for run in runs if len(run) and (run >= 0).all()])


def whole_sentences(use):
    """From the trained network on: the right sentence against all others."""
    y = np.load(use.work / "labels1.npy")
    net, shares = own.load(use.work / "net.npz")
    known = classes.Classes.read(use.work / "classes.txt")
    even, report = np.full(len(shares), 1 / len(shares)), _report(use, y)
    train.train(train.WithBeside(net, own.flattened(shares), FIRST_SCALE), train.WholeSentences(denominator(use, y, known).to(_device())),
                _passes(use, y, _numbers(use, use.sentence_passes)), use.rate / 4, use.seed + 2,
                lambda n: own.save(n.net, even, use.work / "sentences.npz"), lambda n: report(n.net),
                minutes=use.sentence_minutes, workers=use.workers)
