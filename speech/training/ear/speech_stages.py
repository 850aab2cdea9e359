"""The stages from recordings to a trained network. Each is a function of the settings; `run` calls them in order and
remembers which are done."""

import collections
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
import kept
import lexicon
import mmi
import network
import own
import prototype
import quiet
import say
import store
import strings
import texts
import train

TRAIN_NOISES = ["doing_the_dishes", "exercise_bike", "pink_noise", "white_noise"]
DEV_NOISES = ["running_tap", "dude_miaowing"]
STORES = ["human", "strings", "synthetic", "quiet"]
SPELLING = {"alnum", "an4", "fsdd", "speech_commands_v1"}  # sets of people who spell and say single words: few, so heard more often
SPELLING_TIMES = 3
FIRST_SCALE = 0.5  # of the scores where training on whole sentences begins
LEAST_FRAMES = 900  # 27 s: a class with less speech than this is not learnt for itself


def decode(use):
    corpus.decode(use.corpus, use.test.parent / "test.tsv", use.work / "audio", use.hours, use.seed, use.workers)


def synthesize(use):
    audio = use.work / "audio"
    say.record(texts.dev(use.checkout, use.names, use.here / "other-wordings.txt"), audio, "synthetic-dev", "dev")
    jobs = texts.train(use.checkout, use.names, use.synthetic) + texts.spelled(use.checkout, use.spelled)
    say.record(jobs, audio, "synthetic", "train", use.workers)


def record_quiet(use):
    """Also the strings of digits, which are put together too."""
    strings.record(use.work / "audio", use.strings, use.seed)
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


def align_first(use):
    """By a model that is there; where none is, by the prototype, which a first network must better."""
    _align(use, 0, kept.Aligner(use.aligner) if use.aligner else prototype.Prototype(use.prototype))


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
    times = lambda u: SPELLING_TIMES if u.set in SPELLING and number > 0 else 1
    features.make_copy(use.work, number, sources, harm, use.workers, times)


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


def usual_mean(use):
    """Of the features of good lines."""
    good = np.memmap(use.work / "copy0.f16", np.float16, "r").reshape(-1, 40)
    return torch.from_numpy(good[::20].astype(np.float32).mean(0))


def usual(use):
    """That mean, where the running mean is to be taken off; else None."""
    return usual_mean(use) if use.running_mean else None


class Passes:
    """The copies that are there, in turn, so that training can begin while others are still made; on a GPU each is loaded once."""

    def __init__(self, use, y):
        self.folder, self.begun, self.device = use.work, collections.Counter(), _device()
        self.load = functools.partial(train.Copy, use.work, labels=y, device=self.device, usual=usual(use))
        self.load = functools.cache(self.load) if self.device.type == "cuda" else self.load

    def __call__(self):
        there = sorted(int(f.stem.removeprefix("copy")) for f in self.folder.glob("copy*.npz"))
        number = min((n for n in there if n > 0), key=lambda n: self.begun[n], default=0)
        self.begun[number] += 1
        return self.load(number)


def _report(use, y):
    dev = train.Copy(use.work, -1, y, _device(), usual=usual(use))
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
    if use.aligner:
        np.save(use.work / "labels1.npy", y)
        return
    some = np.asarray(train.Copy(use.work, 0, y).features[::50], np.float32)
    train.train(begun(use, some), train.cross_entropy, [lambda: train.Copy(use.work, 0, y, _device(), usual=usual(use))] * use.first_passes, use.rate, use.seed,
                lambda n: own.save(n, priors(y, n.shape["classes"]), use.work / "first.npz"), _report(use, y),
                minutes=use.first_minutes, workers=use.workers)


def align_again(use):
    if use.aligner:
        return
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
    data = train.Copy(use.work, 0, y, usual=usual(use))
    some = [data.tensors(group)[0].flatten(0, 1) for group in data.batches(np.random.default_rng(0), 3000)[:50]]
    net = begun(use, torch.cat(some).numpy()) if use.aligner else own.load(use.work / "first.npz")[0]
    train.train(net, train.cross_entropy, [Passes(use, y)] * use.main_passes, use.rate, use.seed + 1,
                lambda n: own.save(n, priors(y, n.shape["classes"]), use.nets / "net.npz"), _report(use, y),
                first_share=0.0 if use.aligner else 0.1, minutes=use.main_minutes, workers=use.workers)


def denominator(use, y, known):
    """How classes follow each other in the training speech."""
    at_natural_speed = train.Copy(use.work, 0, y)
    runs = (at_natural_speed.labels[a:b] for a, b in itertools.pairwise(at_natural_speed.label_first))
    return mmi.Denominator(known, [mmi.segments(run)[0] for run in runs if len(run) and (run >= 0).all()])


def whole_sentences(use):
    """From the trained network on: the right sentence against all others."""
    y = np.load(use.work / "labels1.npy")
    net, shares = own.load(use.nets / "net.npz")
    known = classes.Classes.read(use.work / "classes.txt")
    even, report = np.full(len(shares), 1 / len(shares)), _report(use, y)
    train.train(train.WithBeside(net, own.flattened(shares), FIRST_SCALE), train.WholeSentences(denominator(use, y, known).to(_device())),
                [Passes(use, y)] * use.sentence_passes, use.rate / 4, use.seed + 2,
                lambda n: own.save(n.net, even, use.nets / "sentences.npz"), lambda n: report(n.net),
                minutes=use.sentence_minutes, workers=use.workers)
