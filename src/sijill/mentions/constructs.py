"""Constructs: how far the name of a text reaches in Arabic, whose nouns stand in chains."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.catalogue.parties import parties
from sijill.languages.pack import Entry
from sijill.mentions import phrases
from sijill.mentions.lexicon import Match, stems
from sijill.mentions.naming import Scene, head_words, status_word, told
from sijill.records import Language, Mention, Word

# So many words a complement has at most, what links add to it, and a name or a year after a head; so many
# stand between a head and its party, and between the verb of signing and what is signed.
_COMPLEMENT, _LINK, _NAME = 6, 14, 4
_SOON = 3
_SIGNED = 12
_YEAR = 4
_NISBA = ("ي", "يه", "يا")


def by_constructs(scene: Scene, match: Match[Entry]) -> tuple[int, int] | None:
    """The words of the name that a word of the list begins; None where it names no text."""
    form = match.value.text("form")
    if form == "titled" and _adjective(scene, match):
        return None
    last: int | None
    if form == "name":
        last = match.last
    elif form in ("short", "outcome", "numbered", "placed", "dated"):
        last = _short(scene, match)
    else:
        last = _long(scene, match)
    return None if last is None else (match.first, last)


def _adjective(scene: Scene, match: Match[Entry]) -> bool:
    """Whether a head that may be an adjective stands as one, after a noun that it agrees with."""
    head, language = scene.words[match.first], scene.language
    if match.first == 0 or match.start > head.start or not head.folded.endswith("يه"):
        return False
    before = scene.words[match.first - 1]
    same = phrases.definite(before, language) == phrases.definite(head, language)
    return same and before.folded.endswith(("ه", "ات"))


def bare(folded: str, articles: Sequence[str]) -> str:
    """A word without its article."""
    for article in articles:
        if folded.startswith(article) and len(folded) > len(article) + 2:
            return folded[len(article) :]
    return folded


def _long(scene: Scene, match: Match[Entry]) -> int | None:
    """The index after a name that goes on with what the text is about; None where it names no text."""
    words, language, last = scene.words, scene.language, match.last
    form, kind = match.value.text("form"), match.value.text("kind")
    if form == "sure" and kind == "statement":
        return last
    full = _made_by(scene, last) or _complement(scene, last)
    whole = _linked(scene, full)
    if form == "sure":
        return whole
    plain = not phrases.definite(words[last - 1], language)
    if form == "signed":
        return full if _signed(scene, match) or (phrases.is_mark(words[full - 1]) and full > last) else None
    if kind in ("agreement", "treaty") and plain and (between := _between(scene, last)):
        return between
    purpose = last < len(words) and _purpose(words[last], language)
    if full == last or (purpose and plain):
        settled = told(scene, match, last) in ("signed", "adopted")
        return whole if plain and whole > last and (scene.listed or (settled and purpose)) else None
    return whole if _titled(scene, match, full, whole) else None


def _complement(scene: Scene, at: int) -> int:
    """The index after the complement of a head that ends before `at`; a text joined to it is none."""
    words, language = scene.words, scene.language
    end = phrases.complement(words, at, language, _COMPLEMENT)
    return next((index for index in range(at + 1, end) if _joined(words[index], language)), end)


def _joined(word: Word, language: Language) -> bool:
    """Whether a word joins another text to the one before it ("and the treaty")."""
    heads = head_words(language)
    return word.folded.startswith("و") and any(form in heads for _, form in stems(word.folded)[1:])


def _signed(scene: Scene, match: Match[Entry]) -> bool:
    """Whether a document is told to have been signed: an indefinite one, or right after "the signing of"."""
    words, language = scene.words, scene.language
    if phrases.definite(words[match.last - 1], language):
        return match.first > 0 and status_word(words[match.first - 1], language) == "signed"
    before = words[max(0, match.first - _SIGNED) : match.first]
    return any(status_word(word, language) == "signed" for word in before)


def _linked(scene: Scene, at: int) -> int:
    """The index after what links add to a name that ends before `at`, with all parties that are joined."""
    words, language = scene.words, scene.language
    last = phrases.linked(words, at, language, _LINK)
    while at < last < len(words) and words[last].folded.startswith("و"):
        party = (
            scene.at(last, "party", "place") or scene.at(last + 1, "party") if last + 1 < len(words) else None
        )
        if party is None or party.start > words[last].end:
            break
        after = next((i for i in range(last, len(words)) if words[i].end >= party.end), last) + 1
        last = phrases.linked(words, after, language, _LINK)
    return last


def _made_by(scene: Scene, at: int) -> int:
    """The index after the person or office whose plan is named, where its purpose follows; else 0."""
    maker = scene.at(at, "person", "office")
    if maker is None:
        return 0
    words = scene.words
    after = next((index for index in range(at, len(words)) if words[index].start >= maker.end), len(words))
    return after if _linked(scene, after) > after else 0


def _between(scene: Scene, at: int) -> int:
    """The index after "a new trade agreement with the European Union"; 0 where no party follows."""
    words, language = scene.words, scene.language
    first = at
    verbs = ("س", *phrases.kind_words(language, "verb-prefix"))
    while first < min(len(words), at + _SOON) and not phrases.is_kind(words[first], language, "partners"):
        word = words[first]
        if phrases.is_mark(word) or phrases.definite(word, language) or word.folded.startswith(verbs):
            return 0
        first += 1
    if first + 1 >= min(len(words), at + _SOON + 1) or scene.at(first + 1, "party", "place") is None:
        return 0
    return _linked(scene, first)


def _short(scene: Scene, match: Match[Entry]) -> int | None:
    """The index after a name that is the word with no more than a name, a number or a year after it."""
    words, last, form = scene.words, match.last, match.value.text("form")
    if last >= len(words):
        return last if form == "short" or (form == "outcome" and _of_meeting(scene, match)) else None
    if form == "numbered":
        return _numbered(words, last)
    if form == "dated":
        return _dated(words, last)
    one = _following(scene, last)
    if form == "short":
        return last + 1 if one is not None and one.form == "nisba" else last
    if form == "placed":
        return _placed(scene, match, one)
    if one is not None and one.form == "name" and _may_issue(one):
        return next(index for index, word in enumerate(words) if word.end >= one.end) + 1
    return last if _of_meeting(scene, match) else None


def _following(scene: Scene, at: int) -> Mention | None:
    """The party or place that is named right at a word."""
    words = scene.words
    beyond = words[min(len(words), at + _NAME) - 1].end
    near = scene.mentions.within(words[at].start, beyond, "party", "place")
    return next((one for one in near if one.start <= words[at].end), None)


def _placed(scene: Scene, match: Match[Entry], one: Mention | None) -> int | None:
    """The index after a declaration named after a place, which announces nothing itself."""
    words, language, at = scene.words, scene.language, match.last
    if one is None or phrases.definite(words[at - 1], language) or one.form not in (None, "capital", "name"):
        return None
    last = next(index for index, word in enumerate(words) if word.end >= one.end) + 1
    if last < len(words) and words[last].folded.endswith(_NISBA) and phrases.definite(words[last], language):
        last += _closed(scene, last + 1)
    if one.kind == "party" and not _closed(scene, last):
        return None
    return _linked(scene, last)


def _closed(scene: Scene, at: int) -> bool:
    """Whether the words before `at` are a name that is over, or goes on with what it is for."""
    words, language = scene.words, scene.language
    if at >= len(words) or phrases.is_mark(words[at]):
        return True
    kinds = ("link", "stop", "purpose")
    if words[at].folded.startswith(phrases.kind_prefixes(language)) or _joined(words[at], language):
        return True
    said = words[at].folded in ("عن", "ان", "انها", "انه")
    return not said and any(words[at].folded in phrases.kind_words(language, kind) for kind in kinds)


def _numbered(words: Sequence[Word], at: int) -> int | None:
    """The index after the number at a word, which "number" and a bracket may stand before."""
    while at < len(words) and words[at].folded in ("رقم", "("):
        at += 1
    if at >= len(words) or not words[at].folded[0].isdigit():
        return None
    bracket = words[at - 1].folded == "(" and at + 1 < len(words) and words[at + 1].folded == ")"
    return at + 2 if bracket else at + 1


def _dated(words: Sequence[Word], at: int) -> int | None:
    """The index after the year that ends a name ("the Kingdom's Vision 2030")."""
    for index in range(at, min(len(words), at + _NAME)):
        if words[index].folded.isdigit():
            return index + 1 if len(words[index].folded) == _YEAR else None
        if phrases.is_mark(words[index]):
            return None
    return None


def _titled(scene: Scene, match: Match[Entry], last: int, whole: int) -> bool:
    """Whether the complement of a noun names a text rather than its makers, its age or what it is like."""
    words, language = scene.words, scene.language
    body, kind = words[match.last : last], match.value.text("kind")
    if _of_another(scene, match, last, whole):
        return False
    if phrases.is_mark(body[0]):
        return True
    articles = sorted(phrases.kind_words(language, "article"), key=len, reverse=True)
    plain = phrases.kind_words(language, "plain")
    names = [word for word in body if bare(word.folded, articles) not in plain]
    new = any(status_word(word, language) == "proposed" for word in body[:2])
    if not names or new:
        return new and len(body) > 1 and kind != "other"
    if phrases.definite(words[match.last - 1], language):
        return _definite(scene, match, names, whole)
    head, first = words[match.last - 1].folded, body[0].folded
    bare_first = not phrases.definite(body[0], language)
    if bare_first and (first[-1] == head[-1] or names[0].folded.endswith(_NISBA)):
        return False
    verb = first.startswith(tuple(phrases.kind_words(language, "verb-prefix")))
    named = any(phrases.definite(word, language) for word in names[:_SOON]) or _place(scene, match.last)
    return named and not verb


def _of_another(scene: Scene, match: Match[Entry], last: int, whole: int) -> bool:
    """Whether what follows a noun tells of no text: whose it is alone, or a programme of another sort."""
    words, language, kind = scene.words, scene.language, match.value.text("kind")
    first = words[match.last]
    if any(first.folded in phrases.kind_words(language, group) for group in ("sides", "maker")):
        return True
    if kind in ("concept", "programme") and (kind == "concept" or phrases.is_mark(first)):
        return told(scene, match, last) is None
    if kind not in ("programme", "initiative"):
        return False
    if any(phrases.is_kind(word, language, "matter") for word in words[match.last : last]):
        return True
    maker = scene.at(match.last, "party", "person", "office")
    owned = maker is not None and maker.form != "nisba" and words[last - 1].end <= maker.end
    return owned and whole == last and kind == "programme"


def _definite(scene: Scene, match: Match[Entry], names: Sequence[Word], whole: int) -> bool:
    """Whether "the agreement", with what follows it, is a name: by an adjective, or by what it is for."""
    language, kind = scene.language, match.value.text("kind")
    if kind == "declaration":
        return whole > match.last
    first = scene.words[match.last]
    for_it = phrases.definite(first, language) and any(_purpose(word, language) for word in names)
    if kind in ("programme", "initiative", "concept") and (whole > match.last + 1 or for_it):
        return True
    return phrases.definite(names[0], language) and names[0].folded.endswith(_NISBA)


def _purpose(word: Word, language: Language) -> bool:
    """Whether a word gives a purpose ("for the protection"), as the letters written onto it say."""
    return word.folded.startswith(phrases.kind_prefixes(language)) and len(word.folded) > _SOON


def _place(scene: Scene, at: int) -> bool:
    """Whether a text is named after the place at a word ("the Taif Agreement")."""
    place = scene.at(at, "place", "party")
    if place is None or (place.kind == "party" and place.form not in ("capital", "name")):
        return False
    return _closed(scene, at + 1)


def _of_meeting(scene: Scene, match: Match[Entry]) -> bool:
    """Whether a statement comes from a meeting, as the words beside it say."""
    words, language = scene.words, scene.language
    occasions, issuers = (phrases.kind_words(language, kind) for kind in ("occasion", "issuer"))
    near = words[max(0, match.first - 3) : match.last + 10]
    before = words[max(0, match.first - 5) : match.first]
    return any(form in occasions for word in near for _, form in stems(word.folded)) or any(
        form in issuers for word in before for _, form in stems(word.folded)
    )


def _may_issue(mention: Mention) -> bool:
    """Whether a party is a forum, whose statement is a text of its members."""
    known = parties().get(mention.parties[0]) if mention.parties else None
    return known is not None and known.kind == "format"
