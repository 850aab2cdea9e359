"""A language model of words, pairs and triples from counts: estimated, thinned out, and made into graph/Gr.fst.

Counts come from several texts, each scaled to the share it should have. The chance of a word after a history is its
count by the history's, less a discount; what is left over goes, by backoff, to what the shorter history says.
Histories are tuples of words; "<s>" and "</s>" are the sentence's ends.
"""

import collections
import math

import openfst

BEGIN, FINISH = "<s>", "</s>"
LONGEST = 3


class Counts:
    """How often word sequences of one to three words are said: `of[n][words]`, in occurrences in a million words."""

    def __init__(self):
        self.of = {n: collections.Counter() for n in range(1, LONGEST + 1)}

    def add_text(self, weighted_sentences, share, discount=0.6):
        """Adds a text: [(words, weight)], to take `share` of a million words.

        The discount (in sentences of weight 1) is taken off every pair and triple, so that what was said once does not count as a rule.
        """
        raw = {n: collections.Counter() for n in range(1, LONGEST + 1)}
        for said, weight in weighted_sentences:
            line = [BEGIN, *said, FINISH]
            for n in range(1, LONGEST + 1):
                for i in range(len(line) - n + 1):
                    raw[n][tuple(line[i:i + n])] += weight
        scale = share * 1e6 / (sum(raw[1].values()) - raw[1][(BEGIN,)])
        for n, counts in raw.items():
            for words, count in counts.items():
                kept = count if n == 1 else max(count - discount, 0.4 * count)
                self.of[n][words] += kept * scale

    def add_table(self, lines, share):
        """Adds lines "words TAB occurrences in a million words", as english.py writes them."""
        for line in lines:
            words, count = line.rstrip("\n").split("\t")
            words = tuple(words.split())
            self.of[len(words)][words] += float(count) * share
            if words == (FINISH,):
                self.of[1][(BEGIN,)] += float(count) * share

    def restrict(self, vocabulary):
        """Forgets whatever has a word outside the vocabulary."""
        fine = set(vocabulary) | {BEGIN, FINISH}
        for n, counts in self.of.items():
            self.of[n] = collections.Counter({w: c for w, c in counts.items() if fine.issuperset(w)})


class Model:
    """`chance[words]` = P(last | those before) for every kept sequence, `backoff[history]` the factor for all others."""

    def __init__(self, counts, vocabulary, pairs, triples):
        """Keeps the given numbers of pairs and triples: those that tell most over the shorter history."""
        self.vocabulary = list(vocabulary)
        floor = 0.02  # occurrences in a million words of a word that no text has
        alone = {w: counts.of[1][(w,)] + floor for w in (*self.vocabulary, FINISH)}
        total = sum(alone.values())
        self.chance = {(w,): c / total for w, c in alone.items()}
        self.backoff = {}
        for n, limit in ((2, pairs), (3, triples)):
            self._extend(counts, n, limit)

    def _extend(self, counts, n, limit):
        shorter = counts.of[n - 1]
        rated = []
        for words, count in counts.of[n].items():
            history = shorter[words[:-1]]
            if count <= 0 or words[-1] == BEGIN or history <= 0:
                continue
            chance = min(count / (history + 1.0), 0.98)  # one occurrence in a million is kept for what was never said
            gain = math.log(chance / self.probability(words[-1], words[1:-1]))
            if gain > 0.1 and (n == 2 or words[:-1] in self.chance):
                rated.append((count * gain, words, chance))
        rated.sort(key=lambda r: (-r[0], r[1]))
        followers = collections.defaultdict(list)
        for _, words, chance in rated[:limit]:
            followers[words[:-1]].append((words, chance))
        for history, ways in followers.items():
            told = sum(c for _, c in ways)
            scale = min(1.0, 0.98 / told)
            shadowed = sum(self.probability(words[-1], words[1:-1]) for words, _ in ways)
            for words, chance in ways:
                self.chance[words] = chance * scale
            self.backoff[history] = (1 - told * scale) / max(1 - shadowed, 1e-3)

    def probability(self, word, history):
        words = (*history, word)
        if words in self.chance:
            return self.chance[words]
        return self.backoff.get(tuple(history), 1.0) * self.probability(word, history[1:]) if history else self.chance[(word,)]

    def log_probability(self, said):
        """Natural logarithm of a sentence's probability; all words must be in the vocabulary."""
        line, total = [BEGIN, *said, FINISH], 0.0
        for i in range(1, len(line)):
            total += math.log(self.probability(line[i], tuple(line[max(0, i - 2):i])))
        return total

    def file(self, number):
        """Bytes of Gr.fst. number: word -> its label in the tree of words. State 0 is the sentence's start."""
        histories = {(BEGIN,), ()} | set(self.backoff)
        state = {h: i for i, h in enumerate([(BEGIN,), *sorted(histories - {(BEGIN,)})])}

        def known(history):
            while history not in state:
                history = history[1:]
            return state[history]

        arcs, finals = [], {}
        for words, chance in self.chance.items():
            source, cost = state[words[:-1]], -math.log(chance)
            if words[-1] == FINISH:
                finals[source] = cost
            else:
                arcs.append((source, known(words[-2:] if len(words) > 1 else words), number[words[-1]], number[words[-1]], cost))
        for history, factor in self.backoff.items():
            arcs.append((state[history], known(history[1:]), 0, 0, -math.log(max(factor, 1e-6))))
        if (BEGIN,) not in self.backoff:
            arcs.append((0, state[()], 0, 0, 0.0))
        return openfst.const(arcs, finals, openfst.WORDS_TO_WORDS, "input")
