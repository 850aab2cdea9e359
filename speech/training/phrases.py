"""Sentences that callers are likely to say: what the language model of the bundled ear is counted from.

Everything here is written or drawn by rule; nothing is a recording of a person. The random draws use a fixed seed, so
that the same checkout always gives the same model.
"""

import pathlib
import re

import yaml

DIGITS = "zero one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
).split() + ["twenty " + o for o in "first second third fourth fifth sixth seventh eighth ninth".split()] + [
    "thirtieth", "thirty first"]
MONTHS = "january february march april may june july august september october november december".split()
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
LETTERS = "a b c d e f g h i j k l m n o p q r s t u v w x y z zed".split()
NATO = (
    "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo"
    " sierra tango uniform victor whiskey yankee zulu").split()
CLOCK = ["", "", "o'clock"]
DAY_PARTS = "morning afternoon evening night noon midnight".split()

# Said in front of a question; the empty one most often.
OPENINGS = [
    "", "", "", "", "", "", "hello", "hi", "hi there", "good morning", "good afternoon", "good evening", "yes", "yes hello",
    "well", "um", "uh", "okay", "sorry", "please", "so", "excuse me", "i have a question", "can you tell me",
    "could you tell me", "i want to know", "i would like to know", "i am calling because", "can you help me",
    "please tell me", "hello i have a problem", "i need to know", "my question is",
]
# Said behind it.
CLOSINGS = ["", "", "", "", "", "", "", "please", "thank you", "thanks", "can you help me", "what can i do", "what should i do"]


def words(text):
    """The words of a text as callers say them: lower case, no punctuation."""
    return re.findall(r"\[unk\]|[a-z]+(?:['-][a-z]+)*", text.lower())


def number(n):
    """0..999,999 in words."""
    if n < 10:
        return DIGITS[n]
    if n < 20:
        return TEENS[n - 10]
    if n < 100:
        return TENS[n // 10 - 2] + (" " + DIGITS[n % 10] if n % 10 else "")
    if n < 1000:
        return DIGITS[n // 100] + " hundred" + (" " + number(n % 100) if n % 100 else "")
    return number(n // 1000) + " thousand" + (" " + number(n % 1000) if n % 1000 else "")


def knowledge(folder):
    """(question and variants, keywords) of every knowledge file."""
    said, keywords = [], []
    for file in sorted(pathlib.Path(folder).glob("*.yaml")):
        for entry in yaml.safe_load(file.read_text())["entries"]:
            said += [entry["question"], *entry["also"]]
            keywords += entry["keywords"]
    return said, keywords


def commands(file):
    """(command phrases, the phrases of the other lists) of the commands file."""
    lists = yaml.safe_load(pathlib.Path(file).read_text())
    steer = [p for group in lists.pop("commands").values() for p in group]
    return steer, [p for group in lists.values() for p in group]


def names(file):
    given, family = pathlib.Path(file).read_text().split("\n\n", 1)
    strip = lambda text: " ".join(l for l in text.splitlines() if not l.startswith("#")).split()
    return strip(given), strip(family)


def spoken_values(rng, given, family):
    """Digits, numbers, dates, times, amounts, names, spellings, yes and no: answers to a question of ours."""
    digit = lambda: "oh" if rng.random() < 0.1 else rng.choice(DIGITS)
    digits = lambda n: " ".join(digit() for _ in range(n))
    pick = rng.choice
    out = [*DIGITS, *TEENS, *TENS, *ORDINALS, *MONTHS, *DAYS, *LETTERS, *NATO, *DAY_PARTS] * 2
    out += ["oh", "hundred", "thousand", "million", "billion", "half", "quarter"] * 2
    for length in (1, 2, 3, 4, 4, 5, 5, 6, 6, 7, 8, 10, 11):
        out += [digits(length) for _ in range(40)]
    out += [f"double {pick(DIGITS)} {digits(2)}" for _ in range(10)] + [f"triple {pick(DIGITS)} {digits(2)}" for _ in range(5)]
    out += [f"my {what} is {digits(n)}" for _ in range(8) for what, n in (
        ("number", 7), ("phone number", 10), ("order number", 6), ("customer number", 5), ("account number", 6))]
    out += [f"{what} number {digits(6)}" for _ in range(6) for what in ("order", "customer", "account", "invoice", "trip")]
    out += [number(rng.randrange(100)) for _ in range(150)] + [number(rng.randrange(100, 1000)) for _ in range(60)]
    out += [number(rng.randrange(1000, 100_000)) for _ in range(30)]
    for _ in range(60):
        out.append(f"{pick(MONTHS)} {pick(ORDINALS)}")
        out.append(f"the {pick(ORDINALS)} of {pick(MONTHS)}")
        out.append(f"{pick(DAYS)} the {pick(ORDINALS)} of {pick(MONTHS)}")
        out.append(f"{pick(DAYS)} {pick(DAY_PARTS[:3])}")
        out.append(f"{pick(DAYS)} at {number(rng.randrange(1, 13))} {pick(CLOCK)}")
        out.append(f"{pick(['', 'at', 'tomorrow at', 'today at'])} {number(rng.randrange(1, 13))} "
                   f"{pick(['', 'fifteen', 'thirty', 'forty five', 'twenty', 'ten'])} {pick(['a m', 'p m', '', '', 'in the morning', 'in the afternoon', 'in the evening'])}")
        out.append(f"{pick(['half past', 'quarter past', 'quarter to'])} {number(rng.randrange(1, 13))}")
        out.append(f"{number(rng.randrange(1, 400))} {pick(['euros', 'dollars', 'pounds', 'euros and ' + number(rng.randrange(5, 100)) + ' cents'])}")
        out.append(f"in {number(rng.randrange(2, 15))} {pick(['minutes', 'hours', 'days', 'weeks', 'months'])}")
        out.append(f"{pick(['the year', 'in', ''])} {pick(['nineteen', 'twenty'])} {pick(TENS + TEENS)} {pick(['', digit()])}")
    out += ["today", "tomorrow", "yesterday", "tomorrow morning", "this afternoon", "this evening", "tonight", "next week",
            "next monday", "next month", "last week", "right now", "as soon as possible", "in an hour", "in half an hour",
            "any time", "in the morning", "in the afternoon", "in the evening", "at noon", "later today", "the day after tomorrow",
            "one euro", "one dollar", "fifty cents", "one hour", "one minute", "one week", "a thousand", "a hundred"] * 3
    out += [*given, *family]
    out += [f"{pick(given)} {pick(family)}" for _ in range(250)]
    out += [f"{pick(['my name is', 'this is', 'i am', 'it is'])} {pick(given)} {pick(['', pick(family)])}" for _ in range(120)]
    out += [" ".join(pick(LETTERS) for _ in range(rng.randrange(2, 9))) for _ in range(120)]
    out += [" ".join(pick(NATO) for _ in range(rng.randrange(2, 6))) for _ in range(50)]
    out += [f"{pick(LETTERS)} {pick(['as in', 'like', 'for'])} {pick(NATO)}" for _ in range(50)]
    out += [" ".join(pick(LETTERS + DIGITS + DIGITS) for _ in range(6)) for _ in range(60)]
    out += ["yes", "no"] * 30 + ["star", "pound", "hash", "pound key", "zero", "press one", "press two", "number one", "number two"] * 3
    out += ["credit card", "debit card", "bank transfer", "paypal", "my order", "my account", "my payment", "the first one",
            "the second one", "the last one", "both", "none", "neither", "that one", "this one", "another one"] * 3
    return out
