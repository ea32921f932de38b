"""Capitals: how far the name of a text reaches in a language that writes titles with capitals."""

from __future__ import annotations

from sijill.languages.pack import Entry
from sijill.mentions import phrases
from sijill.mentions.lexicon import Match
from sijill.mentions.naming import Scene, told

# A title has so many words at most before and after its head; an aside in it, and a list, so many.
_MOST, _ASIDE, _LISTED = 18, 4, 9
_TIGHT = frozenset(".-–&/")
_APOSTROPHES = frozenset("’'")
# What a text in small letters is about, and the words that describe it: so many.
_SUBJECT, _DESCRIBED = 12, 5


def by_capitals(scene: Scene, match: Match[Entry]) -> tuple[int, int] | None:
    """The words of the name that a word of the list begins or ends; None where it names no text."""
    form, issued = match.value.text("form"), match.value.text("kind") in ("statement", "communique")
    head = (match.first, match.last)
    if form == "name":
        return match.first, _aside(scene, match.last)
    if form == "titled" and scene.text[match.start : match.end].isupper():
        # A heading in capitals throughout tells nothing of titles.
        return None
    if not scene.capital(match.first):
        return _small(scene, match)
    first = title_start(scene, match.first)
    if form == "numbered":
        last = _numbered(scene, match.last)
        return (first, last) if last else None
    last = _right(scene, head, issued)
    if form == "sure" or (first, last) != head:
        return None if form == "titled" and _goes_on(scene, match.last) else (first, last)
    return None


def _small(scene: Scene, match: Match[Entry]) -> tuple[int, int] | None:
    """The same for a head in small letters: with its number or title, or adopted, with its subject."""
    form, last = match.value.text("form"), match.last
    if form == "numbered":
        number = _numbered(scene, last)
        return (title_start(scene, match.first), number) if number else None
    described, about = _described(scene, match.first), _about(scene, last)
    joined = scene.listed and described is not None and scene.words[described - 2].folded in ("and", ",")
    settled = joined or told(scene, match, last) in ("signed", "adopted")
    first = match.first if described is None else described
    if form == "sure":
        return first, about if settled else last
    if last < about and described is not None and settled:
        return first, about
    link = last < len(scene.words) and scene.words[last].folded in phrases.kind_words(scene.language, "link")
    subject = last + 2 if _small_word(scene, last + 1) else last + 1
    if not link or not scene.capital(subject) or match.value.text("kind") == "initiative":
        return None
    return match.first, _right(scene, (match.first, last), False)


def _described(scene: Scene, first: int) -> int | None:
    """The first word after the indefinite article before a head ("a new, binding code"), if it has one."""
    for at in range(first - 1, max(scene.free, first - _DESCRIBED) - 1, -1):
        if scene.words[at].folded in ("a", "an"):
            return at + 1
        if phrases.is_mark(scene.words[at]) and scene.words[at].folded not in ",-":
            break
    return None


def _about(scene: Scene, at: int) -> int:
    """The index after what a head in small letters is about, as far as the next text or clause."""
    words, language = scene.words, scene.language
    opening = phrases.kind_words(language, "link") | {"of", "to"}
    if at >= len(words) or words[at].folded not in opening:
        return at
    stop = phrases.kind_words(language, "stop") | phrases.kind_words(language, "determiner")
    for index in range(at + 1, min(len(words), at + _SUBJECT)):
        place = words[index].folded == "in" and scene.at(index + 1, "place", "party", "date")
        dash = phrases.is_mark(words[index]) and words[index].folded not in "-–"
        if place or dash or words[index].folded in stop:
            return index - (words[index - 1].folded == "and")
    return min(len(words), at + _SUBJECT)


def title_start(scene: Scene, head: int) -> int:
    """The first word of the title that ends with the word `head`, as its capitals tell."""
    first = head
    while first > scene.free and head - first < _MOST and (step := _back(scene, first)):
        first -= step
    return first


def _back(scene: Scene, first: int) -> int:
    """How many words bring the title back to its word before; 0 where it begins."""
    words, before = scene.words, first - 1
    if _titular(scene, before):
        return 1
    place = scene.at(before, "place")
    if place is not None and scene.text[place.start].isupper() and place.end == words[before].end:
        return sum(place.start <= word.start for word in words[scene.free : first])
    if before - 1 < scene.free:
        return 0
    folded, earlier = words[before].folded, _titular(scene, before - 1)
    if folded in _TIGHT and _touching(scene, before):
        return _hyphened(scene, first)
    if folded in _APOSTROPHES:
        return 2 if earlier and words[before - 1].folded.endswith("s") else 0
    if folded == ")":
        opening = next((at for at in range(before - 1, before - _ASIDE, -1) if words[at].folded == "("), 0)
        return first - opening + 1 if opening > scene.free and _titular(scene, opening - 1) else 0
    joins = folded in ("of", "and", "for") and before - 1 > scene.free
    return 2 if joins and earlier else 0


def _hyphened(scene: Scene, first: int) -> int:
    """How many words bring a title back over a hyphen, or the stop of an initial ("U.S.-Japan"); else 0."""
    words, at = scene.words, first - 1
    while at > scene.free and words[at].folded in _TIGHT:
        at -= 1
    initial = words[at].end - words[at].start == 1
    stopped = any(words[index].folded == "." for index in range(at + 1, first))
    return first - at if _titular(scene, at) and (initial or not stopped) else 0


def _titular(scene: Scene, index: int) -> bool:
    """Whether a word may stand in a title: with a capital, or a number, and no name of a person."""
    if index < scene.free or index >= len(scene.words):
        return False
    word, language = scene.words[index], scene.language
    if word.folded[0].isdigit():
        return word.end - word.start <= 4 and scene.capital(index + 1)
    kinds = ("article", "determiner", "stop", "link", "inner")
    small = any(word.folded in phrases.kind_words(language, kind) for kind in kinds)
    if small or not scene.capital(index):
        return False
    return scene.at(index, "person", "office", "date") is None


def _touching(scene: Scene, index: int) -> bool:
    """Whether a mark stands close to the word before it."""
    return scene.words[index - 1].end == scene.words[index].start


def _right(scene: Scene, head: tuple[int, int], issued: bool) -> int:
    """The index after the title that begins with a head; what one is `issued` by is no part of it."""
    last = _aside(scene, head[1])
    step = _subject(scene, last, issued)
    while step and last + step <= head[1] + _MOST:
        last += step
        step = _onward(scene, last)
    return _aside(scene, last)


def _subject(scene: Scene, at: int, issued: bool) -> int:
    """How many words lead from a head to the first word with a capital of what it is about."""
    words, language = scene.words, scene.language
    links = phrases.kind_words(language, "link") | {"of", "to"}
    if at >= len(words) or words[at].folded not in (("on", "regarding", "concerning") if issued else links):
        return 0
    first = at + 2 if _small_word(scene, at + 1) else at + 1
    if issued and any(phrases.is_kind(word, language, "event") for word in words[first : first + 2]):
        return 0
    return first - at + 1 if _capital(scene, first) else 0


def _onward(scene: Scene, at: int) -> int:
    """How many words bring a title to its next word with a capital; 0 where it is over."""
    words = scene.words
    if _capital(scene, at):
        return 1
    if at + 1 >= len(words):
        return 0
    folded = words[at].folded
    if folded in _TIGHT and _touching(scene, at):
        after = next(i for i in range(at, len(words) + 1) if i == len(words) or words[i].folded not in _TIGHT)
        return after - at + 1 if _capital(scene, after) else 0
    if folded in _APOSTROPHES:
        after = at + 2 if words[at + 1].folded == "s" else at + 1
        return after - at + 1 if _capital(scene, after) else 0
    if folded == ",":
        return _list(scene, at)
    if not _small_word(scene, at):
        return 0
    after = at + 2 if _small_word(scene, at + 1) else at + 1
    return after - at + 1 if _capital(scene, after) else 0


def _list(scene: Scene, at: int) -> int:
    """How many words bring a title over a list ("on Security, Public Health, and Data"), or 0."""
    words, index = scene.words, at
    for index in range(at, min(len(words), at + _LISTED)):
        if words[index].folded == "and":
            return index - at + 2 if _capital(scene, index + 1) else 0
        if words[index].folded not in ",-" and not _capital(scene, index):
            break
    return 0


def _aside(scene: Scene, at: int) -> int:
    """The index after a short form in brackets at a word; the word itself where there is none."""
    words = scene.words
    if at + 1 >= len(words) or words[at].folded != "(" or not scene.capital(at + 1):
        return at
    return next((i + 1 for i in range(at + 2, min(len(words), at + _ASIDE)) if words[i].folded == ")"), at)


def _capital(scene: Scene, index: int) -> bool:
    """Whether a title may go on with a word: one with a capital that is no date."""
    return scene.capital(index) and scene.at(index, "date") is None and not _small_word(scene, index)


def _small_word(scene: Scene, index: int) -> bool:
    """Whether a word is one of the small ones that stand within titles."""
    if not 0 <= index < len(scene.words):
        return False
    kinds = ("inner", "link", "article")
    return any(scene.words[index].folded in phrases.kind_words(scene.language, kind) for kind in kinds)


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether a word with a capital right after a head shows that the head is none ("Law Enforcement")."""
    following = _capital(scene, at) and scene.words[at].end - scene.words[at].start > 1
    return following and scene.words[at].folded not in phrases.kind_words(scene.language, "stop")


def _numbered(scene: Scene, at: int) -> int:
    """The index after the number that follows a head; 0 where none does."""
    words = scene.words
    while at < len(words) and words[at].folded in ("no", ".", "number", "№"):
        at += 1
    return at + 1 if at < len(words) and words[at].folded[0].isdigit() else 0
