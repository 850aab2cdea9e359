"""Writes the network as Kaldi's nnet3 (am/final.mdl, binary) and conf/, as Vosk loads them. Formats: ../FORMATS.md."""

import math
import struct

import numpy as np

import lexicon
import mfcc
import network

POSITIONS = ("_B", "_E", "_I", "_S")  # begin, end, inside of a word, alone
BLANK = 0  # silence's class is CTC's blank


def phone_names():
    """Kaldi's phones in the order of their ids, which count from 1: silence, then every phone in each position."""
    return [lexicon.SILENCE] + [p + s for p in lexicon.PHONES for s in POSITIONS]


class TransitionIds:
    """Kaldi sorts (phone, HMM state, class) triples and numbers their transitions through, from 1, in the topology's order.

    All phones have one state, whose transitions stay and leave: 2n-1 and 2n for the n-th triple. For CTC all but silence have
    a second state for the blanks behind the sound, and a third transition of the first leads there."""

    def __init__(self, known, ctc=False):
        self.triples, self.known, self.ctc = [], known, ctc
        for id, name in enumerate(phone_names(), 1):
            phone, position = name.split("_") if "_" in name else (name, "")
            for output, (p, context) in enumerate(known.pairs):
                starts = position in ("B", "S")
                if p == phone and (phone == lexicon.SILENCE or context == "*" or (context == "#") == starts):
                    self.triples.append((id, 0, output))
            if ctc and phone != lexicon.SILENCE:
                self.triples.append((id, 1, BLANK))
        self.triples.sort()
        self.ids = {name: i for i, name in enumerate(phone_names(), 1)}
        self.stays, self.count = {}, 0
        for triple in self.triples:
            self.stays[triple] = self.count + 1
            self.count += len(self.ways(triple[0])[triple[1]])

    def ways(self, phone):
        """Where the transitions of each state of a phone's topology lead; the last state is the end."""
        return [(0, 2, 1), (1, 2)] if self.ctc and phone != self.ids[lexicon.SILENCE] else [(0, 1)]

    def leave(self, phone, output):
        return self.stays[self.ids[phone], 0, output] + 1

    def leaving(self, phone, before):
        """For WordTree. phone: with its position; before: the plain phone before it in the word, or None, or "*" for any."""
        return self.leave(phone, self.known.of(phone.split("_")[0], before))

    def blanks(self):
        """Leaving transition -> the one that stays in the blank behind; empty without CTC."""
        return {self.stays[phone, 0, output] + 1: self.stays[phone, 1, BLANK] for phone, state, output in self.triples
                if state == 0 and (phone, 1, BLANK) in self.stays}


class Writer:
    """Kaldi's binary basics: tokens end in a space, numbers have their size in front."""

    def __init__(self, file):
        self.file = open(file, "wb")
        self.raw(b"\0B")

    def raw(self, data):
        self.file.write(data)

    def token(self, *texts):
        for t in texts:
            self.raw(t.encode() + b" ")

    def int(self, *values):
        for v in values:
            self.raw(struct.pack("<bi", 4, v))

    def float(self, *values):
        for v in values:
            self.raw(struct.pack("<bf", 4, v))

    def double(self, v):
        self.raw(struct.pack("<bd", 8, v))

    def ints(self, values):
        self.int(len(values))
        self.raw(np.asarray(values, "<i4").tobytes())

    def vector(self, v):
        self.raw(b"FV ")
        self.int(len(v))
        self.raw(np.asarray(v, "<f4").tobytes())

    def matrix(self, m):
        """As CM2: 16 bits a number between the matrix's least and greatest. Half the size; the error is far below noise."""
        low, span = float(m.min()), max(float(m.max() - m.min()), 1e-10)
        self.raw(b"CM2 " + struct.pack("<ffii", low, span, *m.shape))
        self.raw(np.clip(np.round((m - low) / span * 65535), 0, 65535).astype("<u2").tobytes())


def folded(net):
    """[(name, weights, bias, has a ReLU)]: the network as plain affine layers, equal to it in use.

    Behind each ReLU the normalization is x * s + o with s > 0: s moves before the ReLU, o into every layer that reads the
    sum it goes into. Input normalization moves into the first layer.
    """
    w = {k: v.double().numpy() for k, v in net.state_dict().items()}

    def norm(i):
        s = 1 / np.sqrt(w[f"norms.{i}.running_var"] + 1e-5)
        return s, -w[f"norms.{i}.running_mean"] * s

    times = 2 * network.SPLICE + 1
    weights, bias = w["enter.weight"] / np.tile(w["deviation"], times), w["enter.bias"]
    bias = bias - weights @ np.tile(w["mean"], times)
    s, offset = norm(0)
    layers = [("enter", weights * s[:, None], bias * s, True)]
    for i, (a, _) in enumerate(network.BLOCKS):
        narrow = w[f"narrow.{i}.weight"]
        layers.append((f"narrow{i}", narrow, narrow @ np.tile(offset, len(a)), False))
        s, o = norm(i + 1)
        layers.append((f"wide{i}", w[f"widen.{i}.weight"] * s[:, None], w[f"widen.{i}.bias"] * s, True))
        offset = offset + o
    layers.append(("last", w["last.weight"], w["last.weight"] @ offset, False))
    layers.append(("out", w["out.weight"], w["out.bias"], False))
    return layers


def _append(node, moments):
    return "Append(" + ", ".join(node if m == 0 else f"Offset({node}, {m})" for m in moments) + ")"


def graph():
    """nnet3 config lines: which layer reads what. Offsets are in frames of 10 ms."""
    lines = ["input-node name=input dim=40"]

    def node(name, reads):
        lines.append(f"component-node name={name} component={name} input={reads}")
        return name

    x = node("enter.relu", node("enter", _append("input", range(-network.SPLICE, network.SPLICE + 1))))
    for i, (a, b) in enumerate(network.BLOCKS):
        narrow = node(f"narrow{i}", _append(x, [network.STEP * m for m in a]))
        wide = node(f"wide{i}.relu", node(f"wide{i}", _append(narrow, [network.STEP * m for m in b])))
        x = node(f"sum{i}", f"Sum({wide}, {x})")
    node("softmax", node("out", node("last", x)))
    return lines + ["output-node name=output input=softmax objective=linear"]


def _write_topology(out, transitions):
    phones = len(phone_names())
    out.ints(range(1, phones + 1))
    entries = [transitions.ways(1)] + [transitions.ways(2)] * transitions.ctc  # silence has the first, others the last
    out.ints([-1, 0] + [len(entries) - 1] * (phones - 1))
    out.int(len(entries))
    for ways in entries:
        out.int(len(ways) + 1)
        for state, targets in enumerate(ways):
            out.int(state, len(targets))
            for target in targets:
                out.int(target)
                out.float(1 / len(targets))
        out.int(-1, 0)  # the end


def write_model(file, net, known, priors, ctc=False):
    """am/final.mdl. priors: (classes,) how likely each class is without sound; recognition divides by them."""
    transitions, layers, width = TransitionIds(known, ctc), folded(net), net.shape["width"]
    out = Writer(file)
    out.token("<TransitionModel>", "<Topology>")
    _write_topology(out, transitions)
    out.token("</Topology>", "<Triples>")
    out.int(len(transitions.triples))
    for triple in transitions.triples:
        out.int(*triple)
    out.token("</Triples>", "<LogProbs>")
    out.vector([0.0] + [math.log(0.5)] * transitions.count)  # not read in decoding: the graph holds the prices
    out.token("</LogProbs>", "</TransitionModel>", "<Nnet3>")
    out.raw(("\n" + "\n".join(graph()) + "\n\n").encode())
    sums = [f"sum{i}" for i in range(len(network.BLOCKS))]
    out.token("<NumComponents>")
    out.int(len(layers) + sum(relu for *_, relu in layers) + len(sums) + 1)
    for name, weights, bias, relu in layers:
        out.token("<ComponentName>", name, "<FixedAffineComponent>", "<LinearParams>")
        out.matrix(weights)
        out.token("<BiasParams>")
        out.vector(bias)
        out.token("</FixedAffineComponent>")
        if relu:
            _pointwise(out, f"{name}.relu", "RectifiedLinearComponent", width)
    for name in sums:
        out.token("<ComponentName>", name, "<NoOpComponent>", "<Dim>")
        out.int(width)
        out.token("<BackpropScale>")
        out.float(1.0)
        out.token("</NoOpComponent>")
    _pointwise(out, "softmax", "LogSoftmaxComponent", len(known.pairs))
    out.token("</Nnet3>", "<LeftContext>")
    out.int(network.LEFT)
    out.token("<RightContext>")
    out.int(network.RIGHT)
    out.token("<Priors>")
    out.vector(priors)
    out.file.close()
    return transitions


def _pointwise(out, name, kind, width):
    out.token("<ComponentName>", name, f"<{kind}>", "<Dim>")
    out.int(width)
    for statistic in ("ValueAvg", "DerivAvg"):  # kept by training in Kaldi; empty here
        out.token(f"<{statistic}>")
        out.vector([])
    out.token("<Count>")
    out.double(0.0)
    out.token("<OderivRms>")
    out.vector([])
    for count in ("OderivCount", "NumDimsSelfRepaired", "NumDimsProcessed"):
        out.token(f"<{count}>")
        out.double(0.0)
    out.token(f"</{kind}>")


def write_usual_mean(file, usual):
    """am/global_cmvn.stats: Vosk then takes the running mean off, see running.py. Sums over one frame, the mean, and its count."""
    out = Writer(file)
    out.token("DM")
    out.int(2, len(usual) + 1)
    out.raw(np.array([[*usual, 1.0], [*np.square(usual), 0.0]], "<f8").tobytes())
    out.file.close()


def write_conf(folder, acoustic_scale, beam=9.0, lattice_beam=4.0, max_active=1500):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mfcc.conf").write_text(
        f"--sample-frequency={mfcc.RATE_HZ}\n--use-energy=false\n--num-mel-bins={mfcc.BINS}\n--num-ceps={mfcc.BINS}\n"
        f"--low-freq={mfcc.LOW_HZ}\n--high-freq={mfcc.HIGH_HZ}\n--allow-downsample=true\n--allow-upsample=true\n--dither=0\n")
    (folder / "model.conf").write_text(
        f"--min-active=200\n--max-active={max_active}\n--beam={beam}\n--lattice-beam={lattice_beam}\n"
        f"--acoustic-scale={acoustic_scale}\n--frame-subsampling-factor=3\n--endpoint.silence-phones=1\n"
        "--endpoint.rule2.min-trailing-silence=0.5\n--endpoint.rule3.min-trailing-silence=0.75\n"
        "--endpoint.rule4.min-trailing-silence=1.0\n")
