"""What the synthetic voices read, for training and for measuring. Seeds differ, so no drawn sentence is shared on purpose;
short ones (commands, letters) are of course the same words in other voices."""

import random

import desk
import phrases
import say

TRAIN_SEED, DEV_SEED = 11, 99


def commands(checkout, all=True):
    """The phrases that steer a call; with all, also those that only tell the caller's mood or fill a pause."""
    steer, noticed = phrases.commands(checkout / "config/commands/en.yaml")
    return list(dict.fromkeys(" ".join(phrases.words(s)) for s in steer + (noticed if all else []) if phrases.words(s)))


def letters_and_codes(rng, how_many):
    """Spelled letters and NATO words, three to six in a go."""
    source = [phrases.LETTERS[:26], phrases.NATO]
    return [" ".join(rng.choice(source[i % 2]) for _ in range(rng.randrange(3, 7))) for i in range(how_many)]


def _digits(rng):
    return " ".join(rng.choice(phrases.DIGITS + ["oh"]) for _ in range(rng.randrange(1, 9)))


def spelled(checkout, how_many):
    """Jobs for `say.record` with many voices: digits, letters with NATO words, commands; as many of each."""
    rng, steer = random.Random(TRAIN_SEED + 1), commands(checkout)
    kinds = [("digits", lambda: _digits(rng)), ("letters", lambda: letters_and_codes(rng, 2)[rng.randrange(2)]), ("commands", lambda: rng.choice(steer))]
    return [(f"say-{set}", say.any_espeak(rng), draw()) for set, draw in kinds for _ in range(how_many // len(kinds))]


def train(checkout, names_file, sentences):
    """Jobs for `say.record`: about three fifths desk sentences, the rest values, knowledge, commands, letters, digits."""
    rng = random.Random(TRAIN_SEED)
    given, family = phrases.names(names_file)
    caller = desk.Desk(TRAIN_SEED, given, family)
    said, _ = phrases.knowledge(checkout / "config/knowledge")
    values = [v for v in phrases.spoken_values(rng, given, family) if v.strip()]
    steer = commands(checkout)
    kinds = [
        ("desk", 0.52, lambda: caller.sentence()),
        ("values", 0.14, lambda: " ".join(phrases.words(rng.choice(values)))),
        ("knowledge", 0.10, lambda: " ".join(phrases.words(rng.choice(said)))),
        ("commands", 0.10, lambda: rng.choice(steer)),
        ("letters", 0.08, lambda: letters_and_codes(rng, 2)[rng.randrange(2)]),
        ("digits", 0.06, lambda: _digits(rng)),
    ]
    jobs = []
    for set, share, draw in kinds:
        for _ in range(int(share * sentences)):
            # festival starts slowly, so it reads little
            voice = rng.choice(say.TRAIN_VOICES if rng.random() < 0.3 else [v for v in say.TRAIN_VOICES if "festival" not in v])
            jobs.append((f"say-{set}", voice, draw()))
    return jobs


def dev(checkout, names_file, other_wordings):
    """Jobs for the held-out voices: every one reads every sentence of its sets."""
    rng = random.Random(DEV_SEED)
    caller = desk.Desk(DEV_SEED, *phrases.names(names_file))
    said, _ = phrases.knowledge(checkout / "config/knowledge")
    sets = {
        "say-commands": commands(checkout),
        "say-letters": letters_and_codes(rng, 60),
        "say-desk": [caller.sentence() for _ in range(100)],
        "say-knowledge": [" ".join(phrases.words(s)) for s in rng.sample(said, 60)],
        "say-other": [l for l in other_wordings.read_text().splitlines() if l.strip()],
    }
    return [(set, voice, text) for set, texts in sets.items() for voice in say.DEV_VOICES for text in texts]
