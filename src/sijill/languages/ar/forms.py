"""Arabic inflection: from a lemma to every written form of it, folded, with its clitics.

Verbs come from two forms, past and present, in the third person masculine singular; a shadda on the
last letter marks a doubled verb, a kasratan on a participle (داعٍ) a dropped ya.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sijill.languages.inflection import Fold, Shape, Tense
from sijill.languages.pack import Entry

_JOINED = ("ه", "ها", "هم", "هما", "هن", "نا", "ني", "ك", "كم")
_OWNED = ("ه", "ها", "هم", "هما", "نا", "ي", "كم")
_BEFORE_VERB = ("", "و", "ف")
_BEFORE_NOUN = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب")
_ARTICLES = (("ال", 0), ("وال", 1), ("فال", 1), ("بال", 1), ("وبال", 2), ("لل", 1), ("ولل", 2))
_KASRATAN, _SHADDA = "\u064d", "\u0651"
_WEAK = "اىي"

Stem = tuple[str, Tense, int, bool]


def inflect(entry: Entry, fold: Fold) -> Iterator[tuple[str, Shape]]:
    """All folded forms of an entry: of its verb, its verbal nouns and participle, or of a bare word."""
    part = entry.text("part")
    if part == "adjective":
        for word in entry.words:
            yield from _participle(word, fold)
    elif part == "noun":
        for word in entry.words:
            yield from _noun(word, fold)
    elif not entry.text("present"):
        for word in entry.words:
            yield from _bare(fold(word))
    else:
        for word in entry.words:
            yield from _verb(word, entry.text("present"), fold)
        for noun in entry.texts("nouns") + entry.texts("plurals"):
            yield from _noun(noun, fold)
        if entry.text("participle"):
            yield from _participle(entry.text("participle"), fold)


def future(folded: str) -> tuple[int, int]:
    """The person (1 or 3) of a verb that begins with the future س, and its clitic letters; else (0, 0)."""
    clitic = int(len(folded) > 5 and folded[0] in "وف")
    word = folded[clitic:]
    if len(word) < 4 or word[0] != "س" or word[1] not in "يتنا":
        return 0, 0
    if word not in _I_WILL and (word.startswith(_NO_FUTURE) or word in _NO_FUTURE_WORDS):
        return 0, 0
    return (1 if word[1] in "نا" else 3), clitic


def bound(folded: str) -> bool:
    """Whether a word begins with a preposition written with it (ب، ل), as far as letters tell."""
    return folded[0] in "بل" and (len(folded) > 2 or folded == "ب")


def finite(folded: str) -> bool:
    """Whether a word after أن looks like a verb in the present (يعقد, تصبح), not a noun (تعزيز)."""
    if len(folded) < 4:
        return False
    verbal_noun = len(folded) == 5 and folded[3] == "ي"
    return folded[0] == "ي" or (folded[0] == "ت" and not verbal_noun and folded[1] != "ا")


def number(folded: str, known: Callable[[str], bool]) -> str:
    """Whether a verb says that "two" or "many" act, whom it follows; "one" where its subject may follow it.

    `known` tells whether a form without its ending is a verb ("اتفقا" is "اتفق" of two, "دعا" is no dual).
    """
    if folded.endswith(("وا", "ون")):
        return "many"
    dual = folded.endswith("ا") and known(folded[:-1])
    present = folded.endswith("ان") and known(folded[:-2])
    return "two" if dual or present else "one"


def we(folded: str) -> bool:
    """Whether a word after لن or سوف looks like a verb of the first person (نقبل, أقبل)."""
    return len(folded) > 3 and folded[0] in "نا" and not folded.startswith("ال")


def root(folded: str) -> str:
    """What a word shares with its kin: the noun without article, nisba and possessive, the preposition
    that is written as one with ما or من."""
    word = _CONTRACTED.get(folded, folded)
    for possessive in _POSSESSIVES:
        if word.endswith(possessive) and len(word) > len(possessive) + 2:
            return word[: -len(possessive)] + "ه"
    for article in ("ال", "وال", "بال", "لل"):
        if word.startswith(article) and len(word) > len(article) + 2:
            word = word[len(article) :]
            break
    for ending in ("يين", "يه", "يا", "ي", "ه", "ا"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word


# Beginnings of common nouns and names that look like a future (سياسة, ستة, سنوات, ساعات, ستوكهولم …), and
# such words that are the beginning of a verb too (سيد beside سيدعو).
_NO_FUTURE = (
    *("سياس", "سياد", "سيار", "سياح", "سياق", "سياج", "سيطر", "سيناري", "سيناء", "سيناتور", "سيرغ", "سيرج"),
    *("سيرين", "سيريل", "سيريا", "سيريب", "سيسيل", "سيول", "سيدني", "سيدات", "سيبيري", "سيباست", "سيغيف"),
    *("سيمون", "سيميون", "سيكول", "سيكيول", "سيلا", "سينما", "سيفوين", "سيشنز", "سيهوف", "سيلف", "سيوول"),
    *("سيجيف", "سينتوس", "سينغ", "سيلين", "سيزار", "سيلت", "ستين", "ستون", "ستوك", "ستار", "ستيف", "ستاند"),
    *("ستالين", "سته", "ستراتي", "ستورم", "ستريت", "ستراس", "سترات", "ستولت", "ستره", "ستافان", "سنوات"),
    *("سنوي", "سنغاف", "سندات", "سنجار", "سناء", "سنان", "سناب", "سناتور", "سنترال", "سنودن", "سنتوس", "ساع"),
    *(
        "ساب",
        "ساح",
        "ساخ",
        "ساد",
        "سار",
        "ساس",
        "ساط",
        "ساف",
        "ساق",
        "ساك",
        "سال",
        "سام",
        "سان",
        "ساو",
        "ساي",
    ),
    *("ساه", "ساذ", "ساجد", "ساتل"),
)
_NO_FUTURE_WORDS = frozenset(
    (
        *("سيده", "سيدي", "سيدها", "سيدهم", "سيدنا", "سيدتين", "سيدان", "سيدر", "سيدلي", "سيفا", "سيفه"),
        *("سيفين", "سيره", "سيري", "سيرته", "سيرتها", "سيرا", "سيرك", "سيسي", "سيما", "سينا", "سيبو", "سييه"),
        *("سييا", "ستات", "سنين", "سنيه", "سنيا", "سنتين", "سنتان", "سنته", "سنتها", "سيتي", "سيلفا", "سيات"),
        *("سياتل"),
    )
)
# "I will", which is written like many a noun (سأقوم, سأعود).
_I_WILL = frozenset(
    (
        *("ساقوم", "ساكون", "ساوقع", "ساعود", "ساحاول", "ساذهب", "ساواصل", "ساعمل", "ساهتم", "ساقول"),
        *("سافعل", "ساقدم", "ساحضر", "ساسعي", "ساستقيل", "ساستمر", "ساسال", "ساقرر", "ساوافق", "ساناقش"),
        *("ساقود", "ساعلن", "ساعطي", "ساعيد", "ساعقد", "سابقي", "ساحترم", "ساحمي", "سادعم", "سادعو"),
        *("سادافع", "سارسل", "سارفض", "ساصدر", "ساطلب", "ساطرح", "ساقبل", "ساقف", "سالتقي", "سالتزم"),
        *("سالغي", "سامنح", "سامضي", "سانسحب", "سانقل", "سانهي", "ساوجه", "ساوكد", "ساسمح", "ساستقبل"),
        *("ساستخدم", "ساشارك", "ساغادر", "سازور", "سافتح"),
    )
)
_CONTRACTED = {"مما": "من", "ممن": "من", "عما": "عن", "عمن": "عن"}
# Pronouns on a noun in ta marbuta (دعوتهم is دعوة with its owners).
_POSSESSIVES = ("تهم", "تها", "تهما", "تنا", "تكم", "ته")


def _verb(past: str, present: str, fold: Fold) -> Iterator[tuple[str, Shape]]:
    yield from _with_clitics(_past(past, present, fold), _BEFORE_VERB)
    for form, _, person, joined in _present(present, fold):
        for clitic in _BEFORE_VERB:
            yield clitic + form, Shape("present", person, len(clitic), joined)
            yield clitic + "س" + form, Shape("future", person, len(clitic), joined)


def _past(past: str, present: str, fold: Fold) -> Iterator[Stem]:
    doubled = past.endswith(_SHADDA)
    plain = past.replace(_SHADDA, "")
    weak = plain[-1] in _WEAK and len(plain) > 2
    hollow = len(plain) > 2 and plain[-2] == "ا" and present[-2] in "اوي"
    stem = plain[:-1] if weak else plain
    feminine = plain + "ت" if plain.endswith("ي") else stem + "ت"
    dual = plain[:-1] + ("و" if plain.endswith("ا") else "ي") if weak else plain
    first = dual if weak else plain[:-2] + plain[-1] if hollow else plain + plain[-1] if doubled else plain
    yield fold(plain), "past", 3, False
    for form in (feminine, stem + "وا", dual + "ا", feminine + "ا"):
        yield fold(form), "past", 3, False
    for form in (first + "ت", first + "نا"):
        yield fold(form), "past", 1, False
    base = plain[:-1] + "ا" if weak and not plain.endswith("ي") else plain
    for host in (base, feminine, stem + "و"):
        for pronoun in _JOINED:
            yield fold(host) + pronoun, "past", 3, True


def _present(present: str, fold: Fold) -> Iterator[Stem]:
    stem = fold(present.replace(_SHADDA, ""))[1:]
    weak = present[-1] in "وىي"
    short = stem[:-1] if weak else stem
    dual = stem[:-1] + "ي" if present[-1] == "ى" else stem
    host = stem[:-1] + "ا" if present[-1] == "ى" else stem
    for letter, person in (("ي", 3), ("ت", 3), ("ن", 1), ("ا", 1)):
        yield letter + stem, "present", person, False
        for pronoun in _JOINED:
            yield letter + host + pronoun, "present", person, True
    for letter in "يت":
        yield letter + dual + "ان", "present", 3, False
        yield letter + short + "ون", "present", 3, False
    yield "ي" + short + "وا", "present", 3, False


def _participle(word: str, fold: Fold) -> Iterator[tuple[str, Shape]]:
    bare = fold(word)
    stem = bare + "ي" if _KASRATAN in word else bare
    forms = [(bare, "")] + [(stem + ending, ending) for ending in ("ا", "ه", "ان", "ين", "تين")]
    forms += [(bare + ending, ending) for ending in ("ين",) if stem != bare]
    plain = [stem + "ات", stem + "تان", bare + "ون"]
    for clitic in _BEFORE_VERB:
        for form, ending in forms:
            yield clitic + form, Shape("participle", 3, len(clitic), ending=ending, adverbial=ending == "ا")
        for form in plain:
            yield clitic + form, Shape("participle", 3, len(clitic))


def _noun(noun: str, fold: Fold) -> Iterator[tuple[str, Shape]]:
    bare = fold(noun)
    feminine = noun[-1] in "ةه"
    bases = [bare] if feminine or noun.endswith(("اء", "ا", "ى")) else [bare, bare + "ا"]
    hosts = [bare[:-1] + "ت"] if feminine else [bare]
    if noun.endswith("اء"):
        hosts += [bare[:-1] + "ي", bare[:-1] + "و"]
    for clitic in _BEFORE_NOUN:
        binds = clitic[-1:] in ("ب", "ل", "ك")
        for base in bases:
            yield clitic + base, Shape("noun", 3, len(clitic), binds=binds)
        for host in hosts:
            for pronoun in _OWNED:
                yield clitic + host + pronoun, Shape("noun", 3, len(clitic), joined=True, binds=binds)
    for article, clitic_length in _ARTICLES:
        binds = article[-3:] != "وال" and article not in ("ال", "فال")
        yield article + bare, Shape("noun", 3, clitic_length, definite=True, binds=binds)


def _bare(form: str) -> Iterator[tuple[str, Shape]]:
    for clitic in _BEFORE_VERB:
        yield clitic + form, Shape("word", 3, len(clitic))


def _with_clitics(stems: Iterator[Stem], clitics: tuple[str, ...]) -> Iterator[tuple[str, Shape]]:
    for form, tense, person, joined in stems:
        for clitic in clitics:
            yield clitic + form, Shape(tense, person, len(clitic), joined)
