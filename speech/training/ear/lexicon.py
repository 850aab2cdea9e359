"""Words and how they sound: CMUdict, our own entries, and letter-to-sound rules for what neither has."""

import collections
import pathlib
import re
import subprocess

PHONES = "AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH".split()
SILENCE = "SIL"
_FLITE_NAMES = {"AX": ["AH"], "AXR": ["ER"], "PAU": []}  # flite's vowels that CMUdict has not


def read(*files):
    """word -> its pronunciations, each a tuple of phones. Later files replace the words of earlier ones."""
    lexicon = {}
    for file in files:
        here = collections.defaultdict(list)
        for line in pathlib.Path(file).read_text().splitlines():
            head, *phones = line.split() or [""]
            if phones and not head.startswith("#"):
                word = re.sub(r"\(\d+\)$", "", head)
                if tuple(phones) not in here[word]:
                    here[word].append(tuple(phones))
        lexicon.update(here)
    return lexicon


def guess(words):
    """word -> one pronunciation by flite's letter-to-sound rules (trained on CMUdict by its authors)."""
    guessed = {}
    for word in words:
        said = subprocess.run(["flite", "-voice", "slt", "-ps", "-o", "none", "-t", word], capture_output=True, text=True, check=True)
        phones = [p for f in said.stdout.upper().split() for p in _FLITE_NAMES.get(f, [f])]
        if phones and all(p in PHONES for p in phones):
            guessed[word] = [tuple(phones)]
    return guessed


def complete(lexicon, words, cache):
    """Adds a guess for every word that has none; guesses are kept in the file `cache`."""
    known = read(cache) if cache.exists() else {}
    missing = sorted({w for w in words if w not in lexicon and w not in known})
    known.update(guess(missing))
    cache.write_text("".join(f"{w} {' '.join(p)}\n" for w in sorted(known) for p in known[w]))
    return {**known, **lexicon}, missing
