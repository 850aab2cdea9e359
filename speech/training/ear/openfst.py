"""Writes OpenFst's binary files without OpenFst. FORMATS.md explains every byte.

Two kinds: `const` (an unchangeable transducer, the quickest to load) and `olabel_lookahead` (a const transducer and, for
every state, which words can still come from it; Vosk needs that to put HCLr and Gr together while it listens).
"""

import struct

import numpy as np

MAGIC, ADD_ON_MAGIC = 2125659606, 446681434
INFINITY = float("inf")

# Properties of a transducer, as bits. A reader believes them, so they must hold for what the callers write.
EXPANDED = 1 << 0
ACCEPTOR, NOT_ACCEPTOR = 1 << 16, 1 << 17
NOT_INPUT_DETERMINISTIC, NOT_OUTPUT_DETERMINISTIC = 1 << 19, 1 << 21
EPSILONS, INPUT_EPSILONS, OUTPUT_EPSILONS = 1 << 22, 1 << 24, 1 << 26
INPUT_SORTED, NOT_INPUT_SORTED, OUTPUT_SORTED = 1 << 28, 1 << 29, 1 << 30
WEIGHTED, CYCLIC, INITIAL_ACYCLIC = 1 << 32, 1 << 34, 1 << 37
NOT_TOP_SORTED, ACCESSIBLE, COACCESSIBLE, NOT_STRING, WEIGHTED_CYCLES = 1 << 39, 1 << 40, 1 << 42, 1 << 45, 1 << 46

COMMON = EXPANDED | EPSILONS | INPUT_EPSILONS | OUTPUT_EPSILONS | OUTPUT_SORTED | WEIGHTED | CYCLIC | NOT_TOP_SORTED | ACCESSIBLE \
    | COACCESSIBLE | NOT_STRING
SOUNDS_TO_WORDS = COMMON | NOT_ACCEPTOR | NOT_INPUT_DETERMINISTIC | NOT_OUTPUT_DETERMINISTIC | NOT_INPUT_SORTED | INITIAL_ACYCLIC | WEIGHTED_CYCLES
WORDS_TO_WORDS = COMMON | ACCEPTOR | INPUT_SORTED

ARC = np.dtype([("input", "<i4"), ("output", "<i4"), ("cost", "<f4"), ("target", "<i4")])
STATE = np.dtype([("final", "<f4"), ("first", "<u4"), ("arcs", "<u4"), ("input_epsilons", "<u4"), ("output_epsilons", "<u4")])


def header(kind, version, properties, start, states, arcs):
    text = lambda s: struct.pack("<i", len(s)) + s.encode()
    return struct.pack("<i", MAGIC) + text(kind) + text("standard") + struct.pack("<iiQqqq", version, 0, properties, start, states, arcs)


def const(arcs, finals, properties, sort_by):
    """Bytes of a const transducer with start state 0.

    arcs: list of (source, target, input, output, cost); finals: state -> cost of ending there. sort_by names the label by which the
    arcs of a state must ascend: "input" or "output".
    """
    table = np.array(arcs, dtype=np.dtype([("source", "<i4"), ("target", "<i4"), ("input", "<i4"), ("output", "<i4"), ("cost", "<f4")]))
    table = table[np.lexsort((table["target"], table[sort_by], table["source"]))]
    count = int(max(table["source"].max(), table["target"].max())) + 1
    states = np.zeros(count, STATE)
    states["final"] = INFINITY
    for state, cost in finals.items():
        states["final"][state] = cost
    states["arcs"] = np.bincount(table["source"], minlength=count)
    states["first"] = np.concatenate([[0], np.cumsum(states["arcs"])[:-1]])
    for label in ("input", "output"):
        states[label + "_epsilons"] = np.bincount(table["source"][table[label] == 0], minlength=count)
    body = np.zeros(len(table), ARC)
    for field in ("input", "output", "cost", "target"):
        body[field] = table[field]
    return header("const", 2, properties, 0, count, len(table)) + states.tobytes() + body.tobytes()


def lookahead(const_bytes, properties, last_label, intervals):
    """Bytes of an olabel_lookahead transducer.

    intervals: for every state the labels that can come next on any way from it, as sorted (first, behind the last) pairs;
    last_label: the number that stands for "the sentence may end", one above the largest word's.
    """
    out = [header("olabel_lookahead", 1, properties, -1, 0, 0), struct.pack("<i", ADD_ON_MAGIC), const_bytes,
           b"\x01\x00\x01",  # an add-on follows; it has no part for input labels; it has one for output labels
           b"\x00\x00",  # the part is for output labels; no table of renumbered labels is kept
           struct.pack("<iq", last_label, len(intervals))]
    for pairs in intervals:
        flat = [n for pair in pairs for n in pair]
        out.append(struct.pack(f"<q{len(flat)}ii", len(pairs), *flat, sum(b - a for a, b in pairs)))
    return b"".join(out)
