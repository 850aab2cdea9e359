"""Synthetic callers: voices of flite, festival and espeak-ng read what callers of a service desk say.

Voices in DEV_VOICES never train: `rms` and `slt` are people of CMU's ARCTIC set, and slt is the person behind MaryTTS's
English voice too, so Parley's own voice stays unheard.
"""

import concurrent.futures
import pathlib
import subprocess
import tempfile
import wave

import numpy as np
import scipy.signal

import phrases
import store

TRAIN_VOICES = [
    "flite awb", "flite awb", "flite kal16", "festival ked_diphone",
    "espeak en-us+m3", "espeak en-us+f2", "espeak en-gb+m1", "espeak en-gb-x-rp+f4", "espeak en-gb-scotland+m7",
    "espeak en-us+f5", "espeak en-gb-x-gbclan+m2", "espeak en-029+f1", "espeak en-us+Annie", "espeak en-us+Storm",
]
# espeak-ng reads spellings in every mixture of these, because few people in the corpus spell
ACCENTS = ["en-us", "en-us", "en-gb", "en-gb-x-rp", "en-gb-scotland", "en-gb-x-gbclan", "en-gb-x-gbcwmd", "en-029"]
VARIANTS = [
    *[f"m{n}" for n in range(1, 9)], *[f"f{n}" for n in range(1, 6)], *[f"klatt{n or ''}" for n in [0, 2, 3, 4, 5]],
    "Alex", "Alicia", "Andrea", "Andy", "Annie", "Diogo", "Gene", "Henrique", "Hugo", "Jacky", "Lee", "Marco", "Mario", "Michael", "Mike",
    "Nguyen", "Storm", "adam", "anika", "antonio", "belinda", "benjamin", "boris", "caleb", "david", "ed", "edward", "gustave", "iven",
    "john", "linda", "max", "michel", "miguel", "norbert", "pablo", "paul", "pedro", "quincy", "rob", "robert", "sandro", "shelby",
    "steph", "travis", "victor", "zac",
]
DEV_VOICES = ["flite rms", "flite slt"]
SPELLED = {*phrases.LETTERS, *phrases.NATO, *phrases.DIGITS, "oh"}  # texts of these alone are spellings
SECONDS_AROUND = (0.15, 0.5)  # silence added before and after, so that pauses are learnt too


def aloud(engine, text):
    """The text as an engine must be given it: in a spelling, the letter a is no article."""
    words = text.split()
    if "a" not in words or not set(words) <= SPELLED:
        return text
    if engine == "espeak":
        return " ".join("[[eI]]" if w == "a" else w for w in words)
    return " ".join(w.upper() if len(w) == 1 else w for w in words)  # flite wants the letters beside it in capitals too


def command(voice, text, seed, file):
    """The command line of a voice, which is also given the text as input; speed and pitch are drawn from the seed."""
    rng = np.random.default_rng(seed)
    engine, name = voice.split()
    if engine == "flite":
        stretch, pitch = rng.uniform(0.85, 1.2), rng.uniform(0.9, 1.12)
        mean = {"awb": 130, "kal16": 105, "rms": 100, "slt": 172}[name]
        return ["flite", "-voice", name, "--setf", f"duration_stretch={stretch:.2f}",
                "--setf", f"int_f0_target_mean={mean * pitch:.0f}", "-o", file, "-t", text]
    if engine == "espeak":
        return ["espeak-ng", "-v", name, "-s", str(rng.integers(120, 200)), "-p", str(rng.integers(20, 80)), "-w", file, text]
    return ["text2wave", "-eval", f"(voice_{name})", "-eval",
            f"(Parameter.set 'Duration_Stretch {rng.uniform(0.85, 1.2):.2f})", "-o", file]


def any_espeak(rng):
    """One of some 400 voices."""
    return f"espeak {rng.choice(ACCENTS)}+{rng.choice(VARIANTS)}"


def say(voice, text, seed):
    """int16 samples at 8 kHz of one sentence."""
    text = aloud(voice.split()[0], text)
    with tempfile.NamedTemporaryFile(suffix=".wav") as f:
        subprocess.run(command(voice, text, seed, f.name), input=text.encode(), check=True, stderr=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL)
        with wave.open(f.name) as w:
            rate, x = w.getframerate(), np.frombuffer(w.readframes(w.getnframes()), "<i2").astype(np.float64)
    if rate != 8000:
        divisor = np.gcd(rate, 8000)
        x = scipy.signal.resample_poly(x, 8000 // divisor, rate // divisor)
    rng = np.random.default_rng(seed)
    pads = [np.zeros(int(8000 * rng.uniform(*SECONDS_AROUND))) for _ in range(2)]
    return np.clip(np.concatenate([pads[0], x, pads[1]]), -32768, 32767).astype(np.int16)


def record(jobs, folder, name, split, workers=2):
    """Store `name` of jobs (set, voice, text): every sentence read once by its voice."""
    out = store.Writer(pathlib.Path(folder), name)
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        sounds = pool.map(lambda job: say(job[1][1], job[1][2], job[0]), enumerate(jobs))
        for i, ((set, voice, text), sound) in enumerate(zip(jobs, sounds)):
            out.add(f"{name}-{i:05d}", sound, voice.replace(" ", "-"), set, split, text)
    out.close()
    print(f"{name}: {len(jobs)} sentences, {out.at / 8000 / 3600:.2f} hours")
