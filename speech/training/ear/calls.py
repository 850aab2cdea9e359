"""More sentences of callers, from templates: orders of coffee and of a service desk's everyday, for the language model.

The random draws come from a generator that the caller seeds. DEV's templates are other wordings of the same wishes; no
language model counts them, so they show what the model makes of sentences that nobody foresaw.
"""

import re

import phrases
from phrases import DAYS, DIGITS, LETTERS, MONTHS, NATO, ORDINALS, number

# {name} stands for a drawn value, see Values; [a|b|] for one of several wordings.
TRAIN = """
[hello|hi|good morning|] i [want to|would like to|need to] [check|know|ask about] the status of my order [please|]
my order number is {digits}
[where is|what happened to] my [order|package|parcel|delivery]
i [ordered|bought] {thing} on {day} and it [has not arrived|did not come|never came]
my {thing} [arrived|came] [broken|damaged|late|in the wrong color|in the wrong size]
i want to [return|exchange|send back] the {thing} [i bought|i ordered|that came] {ago}
can i [change|cancel] my order [from|of] {date}
please send it to {number} {street} in {city}
my new address is {number} {street} {city}
the zip code is {zip}
i was charged {money} twice [on my card|on my account|]
i paid {money} but [the payment failed|it was declined|nothing happened]
there is a charge of {money} [on {date}|] that i do not [know|recognize]
when will i get my refund of {money}
i [need|want] a [refund|receipt|copy of the invoice] for {thing}
can i pay [by credit card|by bank transfer|in cash|with a gift card|in installments]
my [credit card|debit card|bank card] ends in {four}
my card [was declined|was stolen|does not work|expires in {month}]
how do i [reset|change|update] my [password|email address|phone number|account|payment method]
i [forgot|lost] my [password|pin|user name|code]
my account [is locked|was hacked|does not work|was closed]
my [account|customer|policy|member|reference] number is {digits}
i want to [close|delete|open|upgrade] my account
i need to book a [trip|flight|ticket|room|table] to {city} [on|for] {date}
my [flight|train|bus|trip] to {city} was [cancelled|delayed|changed]
i want to travel from {city} to {city} on {day} [morning|afternoon|evening|night|]
we are {number} [people|adults|passengers] and {number} children
i would like to [make|change|cancel|move] an appointment [on|for] {date} at {time}
is {day} at {time} [possible|free|all right|available]
can i come [at|around|after|before] {time} [on {day}|tomorrow|today|next week|]
please call me back [at {time}|tomorrow|on {day}|in an hour|this afternoon|after {time}]
my phone number is {digits}
you can reach me at {digits} [after|before|until] {time}
my name is {given} {family}
[this is|it is|i am] {given} {family} [speaking|calling|from {city}|]
could i speak [to|with] [mister|mrs|miss|doctor] {family} please
my last name is {family} that is spelled {spelled}
it is spelled {letters}
{asin} {asin} {asin}
the code is {letter} {letter} {four}
my date of birth is {date} {year}
i was born on {date} {year}
it happened on {date} at about {time}
the [total|price|amount|bill] [is|was] {money}
that is {money} too much
how much does {thing} cost
do you have {thing} in [stock|blue|black|red|white|green|a larger size|a smaller size]
what are your opening hours on {day}
are you open [on|this|next] {day} [until {time}|]
i would like {number} [pieces|boxes|tickets|copies] of {thing}
i have been waiting for {number} [minutes|hours|days|weeks|months]
[yes|no|okay|well|sorry] {time} [is fine|is too late|is too early|works for me]
[yes|okay|no|well] on {day}
i need help with my [bill|contract|internet connection|phone|invoice|insurance|subscription|booking|reservation]
my [internet|phone|heating|washing machine|television] [is not working|stopped working|is broken] since {day}
{digits}
{date}
{time}
{money}
{given} {family}
{letters}
{nato} {nato} {nato}
{number}
{day} [morning|afternoon|evening|at {time}]
"""

DEV = """
hello i am calling about the order i placed on {date}
the number of my order is {digits}
could you tell me when my {thing} will be delivered
the {thing} that you sent me does not work and i want my money back
i moved and now live at {number} {street} in {city}
there are two payments of {money} on my statement
i would prefer to pay with my card that ends in {four}
i cannot log in to my account because i forgot the password
please reserve a seat on the train to {city} for {day}
i have to cancel my trip to {city} on {date}
could we move my appointment to {day} at {time}
i am free on {day} after {time}
someone should call me tomorrow before {time}
the number to call is {digits}
my first name is {given} and my last name is {family}
please connect me to {given} {family}
it was {money} when i bought it {ago}
the meeting is on {date} at {time}
"""

COFFEE = """
[can i get|can i have|could i have|i want|i'd like|i would like|i'll have|i'll take|get me|give me|make me|brew|brew me|please make|] [a|a|a|an|one] {drink} [please|]
[can i get|can i have|could i have|i want|i'd like|i would like|i'll have|i'll take|get me|give me|make me|brew|brew me|please make|] [a|a|a|an|one] {drink} with {additive} [please|]
[can i get|can i have|could i have|i want|i'd like|i would like|i'll have|i'll take|get me|give me|make me|brew|brew me|please make|] [a|a|a|an|one] {drink} with {additive} and {additive} [please|]
[a|an|one|two|three] {drink} [with {additive}|]
"""

THINGS = ("a laptop|the phone|a pair of shoes|a jacket|the washing machine|a book|two tickets|the headphones|a lamp|a chair|the table|"
          "a keyboard|the printer|a watch|a coffee machine|the bicycle|a gift card|the camera|a mattress|a dress|three shirts|"
          "the battery|a charger|a backpack|the monitor|a suitcase").split("|")
CITIES = ("london|paris|berlin|new york|chicago|boston|washington|dallas|houston|denver|seattle|atlanta|miami|phoenix|detroit|"
          "toronto|dublin|madrid|rome|vienna|munich|hamburg|amsterdam|brussels|zurich|oxford|manchester|birmingham|glasgow|"
          "edinburgh|liverpool|bristol|leeds|portland|austin|san francisco|los angeles|san diego|philadelphia|cleveland|"
          "sydney|melbourne|tokyo|mumbai|delhi|nashville|orlando|memphis|baltimore|richmond|springfield|franklin|salem").split("|")
STREETS = ("main|oak|park|maple|church|high|washington|lake|hill|river|elm|cedar|pine|walnut|spring|north|south|west|east|mill|"
           "station|school|king|queen|victoria|green|market|bridge|garden|sunset|forest|highland|lincoln|jackson|madison|"
           "franklin|cherry|center|union|broad").split("|")
ROADS = "street|road|avenue|lane|drive|boulevard|court|place|square|way".split("|")


class Values:
    """Draws the values of a template with the given random generator."""

    def __init__(self, rng, given, family):
        self.rng, self.names, self.families = rng, given, family

    def drawn(self, kind):
        return getattr(self, kind)()

    def pick(self, *choices):
        return self.rng.choice(choices[0] if len(choices) == 1 else choices)

    def digit(self):
        return "oh" if self.rng.random() < 0.15 else self.pick(DIGITS)

    def digits(self):
        said = [self.digit() for _ in range(self.rng.choice([3, 4, 5, 6, 6, 7, 8, 10]))]
        if self.rng.random() < 0.15:
            at = self.rng.randrange(len(said))
            said[at] = self.pick("double", "triple") + " " + self.pick(DIGITS)
        return " ".join(said)

    def four(self):
        if self.rng.random() < 0.3:
            return number(self.rng.randrange(10, 100)) + " " + number(self.rng.randrange(10, 100))
        return " ".join(self.digit() for _ in range(4))

    def zip(self):
        return " ".join(self.digit() for _ in range(5))

    def number(self):
        return number(self.rng.randrange(1, self.rng.choice([10, 20, 100, 100, 1000, 10000])))

    def day(self):
        return self.pick(DAYS)

    def month(self):
        return self.pick(MONTHS)

    def date(self):
        month, day = self.pick(MONTHS), self.pick(ORDINALS)
        return self.pick(f"{month} {day}", f"the {day} of {month}", f"{month} the {day}", f"{self.day()} {month} {day}", f"the {day}")

    def year(self):
        return self.pick("nineteen " + number(self.rng.randrange(30, 100)), "two thousand " + number(self.rng.randrange(1, 26)),
                         "twenty " + number(self.rng.randrange(10, 30)))

    def time(self):
        hour = number(self.rng.randrange(1, 13))
        minute = self.pick("fifteen", "thirty", "forty five", "ten", "twenty", "oh five", "fifty")
        half = self.pick("a m", "p m", "in the morning", "in the afternoon", "in the evening", "")
        return self.pick(f"{hour} o'clock", f"{hour} {minute} {half}", f"{hour} {half}", f"half past {hour}",
                         f"quarter {self.pick('to', 'past')} {hour}", "noon").strip()

    def money(self):
        whole = number(self.rng.randrange(1, self.rng.choice([10, 100, 1000])))
        unit = self.pick("dollars", "dollars", "euros", "pounds")
        cents = number(self.rng.randrange(5, 100))
        return self.pick(f"{whole} {unit}", f"{whole} {unit} and {cents} cents", f"{whole} {unit} {cents}")

    def asin(self):
        word = self.nato()
        return f"{word[0]} {self.pick('as in', 'like', 'for')} {word}"

    def drink(self):
        """Size, roast and shots in any order, each now and then, and what it is."""
        wishes = [self.pick("small", "medium", "large", "eight ounce", "twelve ounce", "sixteen ounce", "twenty ounce"),
                  self.pick("light roast", "medium roast", "dark roast"),
                  self.pick("single shot", "double shot", "triple shot", "quadruple shot", "decaf")]
        self.rng.shuffle(wishes)
        kind = self.pick("coffee", "americano", "cappuccino", "espresso", "latte", "mocha", "drip coffee", "house coffee", "iced coffee",
                         "iced mocha", "iced latte", "tea", "hot chocolate", "flat white", "macchiato")
        return " ".join([w for w in wishes if self.rng.random() < 0.4] + [kind])

    def additive(self):
        much = self.pick("", "", "some ", "lots of ", "a lot of ", "a bit of ", "a little bit of ", "a little ", "extra ", "no ")
        return much + self.pick("milk", "whole milk", "skim milk", "soy milk", "almond milk", "oat milk", "cream", "sugar", "brown sugar",
                                "sweetener", "honey", "syrup")

    def ago(self):
        return self.pick("yesterday", "last week", "last month", f"on {self.day()}", "two days ago", "three weeks ago", "a month ago")

    def thing(self):
        return self.pick(THINGS)

    def city(self):
        return self.pick(CITIES)

    def street(self):
        return f"{self.pick(STREETS)} {self.pick(ROADS)}"

    def given(self):
        return self.pick(self.names)

    def family(self):
        return self.pick(self.families)

    def letter(self):
        return self.pick(LETTERS)

    def letters(self):
        return " ".join(self.letter() for _ in range(self.rng.randrange(3, 9)))

    def spelled(self):
        return " ".join(re.sub("[^a-z]", "", self.family()))

    def nato(self):
        return self.pick(NATO)


def sentence(template, values):
    """One sentence of a template: choices made from the inside out, then values drawn."""
    while "[" in template:
        template = re.sub(r"\[([^\[\]]*)\]", lambda m: values.pick(m.group(1).split("|")), template, count=1)
    said = re.sub(r"\{(\w+)\}", lambda m: values.drawn(m.group(1)), template)
    said = re.sub(r"\b(my|the) (a|the|two|three) ", r"\1 ", said)  # "my a lamp": things come with their article
    return " ".join(said.split())


def desk(templates, count, rng, given, family):
    """count sentences, every template equally often."""
    lines, values = templates.strip().splitlines(), Values(rng, given, family)
    return [sentence(lines[i % len(lines)], values) for i in range(count)]
