"""The pronunciations of all words as a tree of sounds: what becomes graph/HCLr.fst.

A state stands for a sound being spoken. Words that begin alike share states; a word is put out as soon as only one is left, and
what follows is shared by all words that end alike. So ten thousand words need few states, and the words are numbered in the
tree's order, so that what can still come is mostly one stretch of numbers (openfst.lookahead).

    0 -> hub -> tree of words -> end -> hub        `-> silence ->` is another way from 0 and from end to the hub
"""

import math

import lexicon
import openfst

# Kaldi's phones: silence, then each sound at the begin, end, inside of a word, and as a word alone.
PHONE_IDS = {p: i + 1 for i, p in enumerate(["SIL"] + [p + s for p in lexicon.PHONES for s in ("_B", "_E", "_I", "_S")])}
HALF = math.log(2)  # cost of one of two equally likely ways; each phone's loop and exit cost this
UNKNOWN = "[unk]"
RARE = {"ZH", "OY"}  # too rare in training to be trusted where any sound may come
START, HUB, END, SILENCE = 0, 1, 2, 3


def alone(phone, before):
    """Numbers of transitions when the network has one output a phone, whatever phone was before it.

    Each phone has one state with two transitions: 2n - 1 stays, 2n leaves; n is the phone's number.
    """
    return 2 * PHONE_IDS[phone]


def positioned(phones):
    if len(phones) == 1:
        return [phones[0] + "_S"]
    return [phones[0] + "_B", *(p + "_I" for p in phones[1:-1]), phones[-1] + "_E"]


class Node:
    """A place in the tree: the ways on, the words that end here, all words at or below."""

    def __init__(self):
        self.ways, self.ending, self.below = {}, [], set()


class WordTree:
    """Build it, then take `words` (in the order of their numbers 1, 2, ...) and `file()`."""

    def __init__(self, pronunciations, silence_cost, unknown_cost, leaving=alone, blanks=None):
        """pronunciations: word -> list of phone tuples. silence_cost: price of a pause between words; unknown_cost:
        price of each sound of [unk] beside an equal share among all sounds. leaving(phone with position, plain phone before
        it in the word or None, "*" for any): number of the transition that leaves the phone; one less is the one that stays.
        blanks: leaving transition -> the one that stays in CTC's blank behind the phone; None without CTC."""
        self.leaving, self.blanks = leaving, blanks or {}
        self.arcs, self.reach, self.shared = [], {}, {}
        self.states = 4
        root = self._tree(pronunciations)
        self.words = [UNKNOWN]  # the number of [unk] is 1: it may follow anywhere, like any word
        self.number = {UNKNOWN: 1}
        self._number(root)
        everything = [(1, len(self.words) + 2)]  # all words, and that the sentence ends
        for state in range(4):
            self.reach[state] = everything
        self.silence_cost, self.everything = silence_cost, everything
        self._frame()
        self._grow(HUB, root)
        self._unknown(unknown_cost)

    def _tree(self, pronunciations):
        root = Node()
        for word, variants in pronunciations.items():
            for phones in dict.fromkeys(tuple(v) for v in variants):
                node, cost = root, math.log(len(variants))
                root.below.add(word)
                for phone, before in zip(positioned(phones), (None, *phones)):
                    node = node.ways.setdefault(self.leaving(phone, before), Node())
                    node.below.add(word)
                node.ending.append((word, cost))
        return root

    def _number(self, root):
        pending = [root]
        while pending:
            node = pending.pop()
            for word, _ in sorted(node.ending):
                if word not in self.number:
                    self.words.append(word)
                    self.number[word] = len(self.words)
            pending += [node.ways[p] for p in sorted(node.ways, reverse=True)]

    def _state(self, reach):
        self.states += 1
        self.reach[self.states - 1] = reach
        return self.states - 1

    def _arc(self, source, target, sound=0, word=0, cost=0.0):
        self.arcs.append((source, target, sound, word, cost))

    def _frame(self):
        self._arc(START, HUB, cost=HALF)
        self._arc(END, HUB, cost=HALF)
        for source in (START, END):
            self._arc(source, SILENCE, self.leaving("SIL", None), cost=HALF + self.silence_cost)
        self._arc(SILENCE, SILENCE, self.leaving("SIL", None) - 1, cost=HALF)
        self._arc(SILENCE, HUB)

    def _sound(self, source, leaving, reach, word=0, cost=0.0):
        """From source through the phone of a transition; the state behind it."""
        state = self._state(reach)
        self._arc(source, state, leaving, word, HALF + cost)
        return self._lasting(state, leaving)

    def _lasting(self, state, leaving):
        """Lets a phone last and, with CTC, blanks follow it; the state from which to go on."""
        self._arc(state, state, leaving - 1, cost=HALF)
        if leaving not in self.blanks:
            return state
        behind = self._state(self.reach[state])
        self._arc(state, behind)
        self._arc(behind, behind, self.blanks[leaving], cost=HALF)
        return behind

    def _stretches(self, words):
        """Numbers of words as (first, behind the last) pairs."""
        pairs = []
        for n in sorted(self.number[w] for w in words):
            if pairs and pairs[-1][1] == n:
                pairs[-1] = (pairs[-1][0], n + 1)
            else:
                pairs.append((n, n + 1))
        return pairs

    def _grow(self, root_state, root):
        pending = [(root_state, root)]
        while pending:
            state, node = pending.pop()
            for word, cost in node.ending:
                self._arc(state, END, word=self.number[word], cost=cost)
            for leaving, below in node.ways.items():
                if len(below.below) > 1:
                    pending.append((self._sound(state, leaving, self._stretches(below.below)), below))
                else:
                    word, = below.below
                    for cost, rest in endings(below, ()):
                        self._arc(state, self._tail((leaving, *rest)), leaving, self.number[word], HALF + cost)

    def _tail(self, sounds):
        """The state in sounds[0], behind which only sounds[1:] follow and then the word's end; shared by all alike."""
        if sounds not in self.shared:
            state = self.shared[sounds] = self._state(self.everything)
            behind = self._lasting(state, sounds[0])
            if len(sounds) == 1:
                self._arc(behind, END)
            else:
                self._arc(behind, self._tail(sounds[1:]), sounds[1], cost=HALF)
        return self.shared[sounds]

    def _unknown(self, cost):
        """[unk]: any three sounds or more, at a price for each, so that it wins only where no known word fits."""
        start, begun, inside = (self._state(self.everything) for _ in range(3))
        self._arc(HUB, start, word=self.number[UNKNOWN])
        each = math.log(len(lexicon.PHONES)) + cost
        for p in (p for p in lexicon.PHONES if p not in RARE):
            for source, target, position, before in ((start, begun, "_B", None), (begun, inside, "_I", "*"), (inside, inside, "_I", "*"),
                                                     (inside, END, "_E", "*")):
                self._arc(self._sound(source, self.leaving(p + position, before), self.everything, cost=each), target)

    def file(self):
        """Bytes of HCLr.fst. A sentence may end in the hub."""
        graph = openfst.const(self.arcs, {HUB: 0.0}, openfst.SOUNDS_TO_WORDS, "output")
        reach = [self.reach[s] for s in range(self.states)]
        return openfst.lookahead(graph, openfst.SOUNDS_TO_WORDS, len(self.words) + 1, reach)


def endings(node, so_far):
    """[(cost, transitions)] of all ways from a node to a word's end; so_far are the transitions since the caller's node."""
    found = [(cost, so_far) for _, cost in node.ending]
    for leaving, below in node.ways.items():
        found += endings(below, (*so_far, leaving))
    return found
