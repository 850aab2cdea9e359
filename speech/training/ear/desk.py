"""Sentences that callers of a service desk say, drawn from templates: text for the voices and for the language model.

Everything is written or drawn by rule with a seed of the caller's choosing. `{slot}` stands for a value; `(a|b|)` for
one of several wordings.
"""

import random
import re

import phrases

CITIES = (
    "new york|los angeles|chicago|houston|phoenix|philadelphia|san antonio|san diego|dallas|austin|boston|seattle|denver"
    "|london|manchester|birmingham|paris|berlin|munich|vienna|madrid|rome|amsterdam|brussels|dublin|zurich|toronto|sydney"
    "|springfield|washington|portland|atlanta|miami|detroit|minneapolis|baltimore|oakland|cambridge|oxford|bristol").split("|")
STREETS = (
    "main|oak|park|maple|cedar|elm|pine|lake|hill|river|church|high|mill|bridge|king|queen|station|garden|willow|forest"
    "|washington|lincoln|market|spring|north|south|west|east|center|walnut|chestnut|sunset|victoria|green").split("|")
KINDS = "street road avenue lane drive boulevard court place square way".split()
ITEMS = (
    "order|parcel|package|delivery|shirt|jacket|pair of shoes|phone|laptop|tablet|charger|headphones|lamp|chair|table|bicycle"
    "|coffee machine|washing machine|book|bag|coat|dress|camera|printer|screen|keyboard|mattress|sofa|gift card").split("|")
TOPICS = (
    "order|payment|invoice|refund|account|password|delivery|appointment|booking|trip|subscription|contract|insurance|ticket"
    "|reservation|bill|card|address|discount|complaint").split("|")
TEMPLATES = """
(hello|hi|good morning|good afternoon|) i (want|would like|need) to (cancel|change|check|track|return|exchange) my {item}
(hello|hi|) (where is|when will i get|what happened to) my {item}
my {item} (is broken|never arrived|arrived damaged|is too small|is too big|does not work|is the wrong color|has not come yet)
i (ordered|bought) (a|the|this) {item} (on|last) {day} and it (still has not arrived|is broken|does not work|is missing)
(my|the) order number is {digits}
(my|the) (customer|account|invoice|ticket|booking|reservation|contract) number is {digits}
i have (a question|a problem|a complaint) (about|with) my {topic}
can (you|someone) (help me with|tell me about|look at|explain) my {topic}
i (want|would like) to (talk|speak) to (a person|an agent|someone|a manager|the manager|somebody) about my {topic}
(how|when|where) (can|do|should) i (pay|change|cancel|renew|extend) my {topic}
i (was charged|paid) {amount} (twice|for nothing|too much|by mistake|on {date})
(please|can you|could you) (refund|return|send me back) (the|my) {amount}
how much (is|does) (the {item}|delivery|shipping|it) (cost|to {city}|please|)
can i pay (by credit card|with paypal|by bank transfer|in cash|by invoice|in installments|with a gift card)
my (credit card|debit card|bank card|payment) was (declined|rejected|charged twice|stolen|blocked)
i (forgot|lost|want to reset|want to change) my (password|pin|card|account number|user name)
i (cannot|can't|can not) (log in|sign in|get into my account|open the app|pay|reach anybody|find my order)
my (email|e mail) address is {given} dot {family} at (gmail|hotmail|yahoo|outlook) dot com
my (new|old|) (address|home address) is {number} {street} in {city}
i (live|moved) (at|to) {number} {street}
i (want|would like|need) to book (a|the) (trip|ticket|flight|train|hotel|room|table|taxi|car) (to|in|from) {city} (on|for) {date}
(is there|do you have) (a|any) (train|flight|bus|room|table|seat|free appointment) (to {city}|on {day}|at {time}|for {small} people)
my (flight|train|bus|trip) (to|from) {city} was (cancelled|delayed|late|overbooked)
i left my (bag|phone|jacket|umbrella|keys|wallet) (on the train|on the bus|in the car|at the hotel|in the taxi)
the driver (was|did not|never) (rude|late|very nice|come|find the house|stop|speaking on the phone)
i (want|would like|need) (an appointment|to make an appointment|to move my appointment|to cancel my appointment) (on|for) {day} (at {time}|morning|afternoon|)
(can|could) we (move|change) (it|the appointment|the meeting) (from {day}|) to {day} at {time}
(does|would) {day} (at {time}|morning|afternoon|evening) (work|be okay|be possible)
{day} at {time} (is fine|works for me|is too late|is too early|please|would be better)
(please|can you|could you|) call me back (on {day}|tomorrow|today|later|in an hour|at {time}|in {small} (minutes|hours|days))
my (phone|telephone|mobile) number is {phone}
you can (reach|call) me (at|on|under) {phone}
my name is {given} {family}
(this is|i am|it is|you are speaking with) {given} {family} (from {city}|)
(my|the) (first|last|family) name is {given} (spelled|that is) {spelled}
(it is|that is|i spell it|i will spell it) {spelled}
(i was born on|my date of birth is|my birthday is) {date} nineteen {twodigits}
it (was|is|will be) on {date}
(the|my) (trip|delivery|order|meeting) (is|was) on {date} at {time}
(about|around|almost|exactly|) {amount}
(what|when) are your opening hours (on {day}|today|tomorrow|)
(are you|is the shop|is the store|is the office) open (on {day}|today|tomorrow|at {time}|on sundays)
(i am|we are) (very|really|so) (angry|unhappy|disappointed|happy|satisfied) with (the|your|this) (service|delivery|product|answer|driver)
i have been (waiting|on hold) for {small} (minutes|hours|days|weeks)
(nobody|no one) (answers|calls me back|helps me|told me that|knows anything)
(yes|no|yes please|no thank you|that is right|that is wrong|that is correct|of course|exactly|not really|i think so|i do not know)
(please|) (repeat that|say that again|wait a moment|hold on|speak more slowly|speak louder|stop|go back|start over|help me)
(thank you|thanks) (very much|for your help|that is all|goodbye|bye|)
i (do not|don't) (understand|know|remember|want that|have it here|have a number|want to wait)
(i would like|i want|can i get|give me) {small} (more of them|tickets|copies|of those|rooms|seats) (please|)
(send|email|text|mail) (me|it to) (the invoice|a confirmation|a copy|my address|my email address|the link) (please|)
(is|was) (my|the) {topic} (paid|confirmed|accepted|received|changed|ready|cancelled) (yet|already|)
there is (a mistake|an error|something wrong|something missing) (in|on|with) my {topic}
how (long|many days) (does it take|will it take|do i have) (to {city}|to return the {item}|)
(what|which) (documents|papers|number) do (i|you) need
i (want|need) to (speak|talk) about (the|an) (accident|damage|injury|theft|fire|water damage) (at {street}|on {date}|)
somebody (stole|broke|damaged|took) my {item}
(it is|this is) (urgent|an emergency|important|not urgent)
(can i|may i|i want to) (leave a message|hold|wait|call again|talk to sales|talk to support|hear the menu)
"""


class Desk:
    """Draws sentences. One seed gives one sequence; different seeds are different callers."""

    def __init__(self, seed, given, family):
        self.rng, self._given, self._family = random.Random(seed), given, family
        self.templates = [t for t in TEMPLATES.splitlines() if t.strip()]

    def sentence(self):
        text = self.rng.choice(self.templates)
        while re.search(r"[({]", text):  # innermost first, so that wordings may hold slots and wordings
            text = re.sub(r"\(([^()]*)\)", lambda m: self.rng.choice(m.group(1).split("|")), text)
            text = re.sub(r"\{(\w+)\}", lambda m: getattr(self, m.group(1))(), text)
        return " ".join(phrases.words(text))

    def item(self):
        return self.rng.choice(ITEMS)

    def topic(self):
        return self.rng.choice(TOPICS)

    def city(self):
        return self.rng.choice(CITIES)

    def street(self):
        return f"{self.rng.choice(STREETS)} {self.rng.choice(KINDS)}"

    def day(self):
        return self.rng.choice(phrases.DAYS)

    def date(self):
        month, nth = self.rng.choice(phrases.MONTHS), self.rng.choice(phrases.ORDINALS)
        return self.rng.choice([f"{month} {nth}", f"the {nth} of {month}", f"{month} the {nth}"])

    def time(self):
        hour, other = phrases.number(self.rng.randrange(1, 13)), phrases.number(self.rng.randrange(10, 60))
        return self.rng.choice([f"{hour} o'clock", f"{hour} {other}", f"half past {hour}", f"{hour} p m", f"{hour} a m",
                                f"quarter to {hour}", f"{hour} thirty", hour, "noon"])

    def amount(self):
        whole, cents = phrases.number(self.rng.randrange(1, 600)), phrases.number(self.rng.randrange(1, 100))
        unit = self.rng.choice(["dollars", "euros", "pounds"])
        return self.rng.choice([f"{whole} {unit}", f"{whole} {unit} and {cents} cents", f"{whole} {unit} {cents}"])

    def small(self):
        return phrases.number(self.rng.randrange(2, 25))

    def number(self):
        return phrases.number(self.rng.choice([self.rng.randrange(1, 100), self.rng.randrange(100, 2000)]))

    def twodigits(self):
        return phrases.number(self.rng.randrange(30, 100))

    def digits(self):
        return self._digits(self.rng.randrange(4, 9))

    def phone(self):
        return self._digits(self.rng.choice([7, 10, 10, 11]))

    def _digits(self, n):
        return " ".join("oh" if self.rng.random() < 0.1 else self.rng.choice(phrases.DIGITS) for _ in range(n))

    def spelled(self):
        return " ".join(self._name(self.rng.choice([self._given, self._family])))

    def given(self):
        return self._name(self._given)

    def family(self):
        return self._name(self._family)

    def _name(self, names):
        """Common names come first in the lists and are said more often."""
        return names[min(int(self.rng.expovariate(1 / 120)), len(names) - 1)]
