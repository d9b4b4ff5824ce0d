"""From a document's pages to its claims about the list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from nrm.findings import finding
from nrm.model import Finding
from nrm.tagging.corroboration.cues import Cue, find_cues
from nrm.tagging.corroboration.document_text import Paragraph, SourcePage, paragraphs
from nrm.tagging.corroboration.list_year import (
    CueWords,
    ListYear,
    Published,
    list_years,
    published_lists,
)
from nrm.tagging.corroboration.references import Reference, find_references
from nrm.tagging.corroboration.regions import markets_of, nameless_country
from nrm.tagging.corroboration.sentences import Sentence, sentences
from nrm.tagging.corroboration.subjects import MarketNamer, NamedMarket
from nrm.tagging.corroboration.words import YEARS
from nrm.tagging.market_names import MarketName

ClaimKind = Literal["listed", "removed"]
_TAIL: Final = 40
_WIDE: Final = 90
_TAIL_END = re.compile(r"[,;:]| (?:and|but|which|that|as|for|because|after|before|when|where|while)\b")
# "In 2019, the List included …": the year belongs to what the list does.
_OPENING_YEAR = re.compile(rf"In (?:both )?{YEARS}, ")
_SPEAKS: Final = re.compile(r"(?i)notorious|\bNML|\bthe list\b")


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence says that a market was on the list of a year, or was taken off it.

    `market` is the name as printed, empty where the sentence names none; `market_id` is empty
    for a market that no list knows; `country` is an ISO code or empty. `list_year` is None where
    nothing settles it; `year_printed` is what stands in the sentence. `other_reading` is the list year
    if a year such as "removed in 2020" means when the list came out; None where there is but one reading.
    """

    page: int
    market: str
    market_id: str
    country: str
    list_year: int | None
    year_printed: str
    claim: ClaimKind
    sentence: str
    other_reading: int | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What reading a sentence needs: the known names, the document's date, the lists there are."""

    namer: MarketNamer
    document_date: date | None
    lists: tuple[Published, ...]
    file: str = ""


def claims(
    pages: Iterable[SourcePage],
    document_date: date | None,
    names: Iterable[MarketName],
    *,
    file: str = "",
    lists: Sequence[Published] | None = None,
) -> tuple[tuple[Claim, ...], tuple[Finding, ...]]:
    """What a document claims about the list, in its order, and what was not understood.

    `pages` are the document's pages as text with line breaks. `document_date` settles lists
    without a year and those that were not out yet; None if unknown. `names` are the known
    markets. `file` goes into the findings. `lists` are those of the manifest unless given.

    Findings: `claim-without-market`, `claim-unclear`, `list-year-settled`, `list-year-unknown`.
    """
    known = tuple(published_lists() if lists is None else lists)
    context = Context(MarketNamer(tuple(names)), document_date, known, file)
    found: list[Claim] = []
    findings: dict[str, Finding] = {}
    for paragraph in paragraphs(pages):
        if not _SPEAKS.search(paragraph.text):
            continue
        for claim, problem in _in_paragraph(paragraph, context):
            if claim is not None and claim not in found:
                found.append(claim)
            if problem is not None:
                findings.setdefault(problem.finding_id, problem)
    return tuple(found), tuple(findings.values())


_Result = tuple[Claim | None, Finding | None]


def _in_paragraph(paragraph: Paragraph, context: Context) -> Iterator[_Result]:
    settled: ListYear | None = None
    known_before = False
    for sentence in sentences(paragraph.text):
        references = find_references(sentence.text, known_before=known_before)
        if not references:
            continue
        cues = find_cues(sentence.text, references)
        if not cues and not any(reference.named for reference in references):
            continue
        results = list(_in_sentence(paragraph, sentence, references, cues, settled, context))
        yield from results
        known_before = True
        years = {year for reference in references for year in reference.years}
        if len(years) == 1:
            settled = ListYear(years.pop(), "", "words")


def _in_sentence(
    paragraph: Paragraph,
    sentence: Sentence,
    references: Sequence[Reference],
    cues: Sequence[Cue],
    settled: ListYear | None,
    context: Context,
) -> Iterator[_Result]:
    text = sentence.text
    said: list[NamedMarket] = []
    unnamed: list[Claim] = []
    subject: list[NamedMarket] = []
    for n, cue in enumerate(cues):
        previous = cues[n - 1] if n else None
        following = cues[n + 1] if n + 1 < len(cues) else None
        markets = markets_of(text, cue, previous, following, references, context.namer) or (
            subject if cue.side == "before" else []
        )
        if markets:
            subject = markets
        page_at = paragraph.page_at
        if cue.standing != "said":
            if markets:
                said += markets
                yield None, _finding("claim-unclear", page_at(sentence.start), text, context)
            continue
        country = None if markets else nameless_country(text, cue, previous, references)
        if not markets and not country:
            continue
        years = list_years(
            cue.reference, cue_words(text, cue, previous, following), settled, context.document_date, context.lists
        )
        for year in years:
            if country:
                unnamed.append(_claim(paragraph, sentence, None, country, year, cue))
            for market in markets:
                said.append(market)
                yield _claim(paragraph, sentence, market, paragraph.country, year, cue), None
            if year.note:
                code = "list-year-unknown" if year.year is None else "list-year-settled"
                yield None, _finding(code, page_at(sentence.start), f"{year.note}: {text}", context)
    if said:
        yield from _overlooked(paragraph, sentence, said, context)
        return
    yield from ((claim, None) for claim in unnamed)
    yield from _left_over(paragraph, sentence, bool(unnamed), context)


def _overlooked(
    paragraph: Paragraph, sentence: Sentence, said: Sequence[NamedMarket], context: Context
) -> Iterator[_Result]:
    """Known markets that a sentence names beside those of which it claims something."""
    spans = {(market.start, market.end) for market in said}
    ids = {market.market_id for market in said}
    for market in context.namer.known(sentence.text):
        if (market.start, market.end) not in spans and market.market_id not in ids:
            text = f"{market.text}: {sentence.text}"
            yield None, _finding("claim-unclear", paragraph.page_at(sentence.start + market.start), text, context)


def _left_over(
    paragraph: Paragraph,
    sentence: Sentence,
    nameless: bool,
    context: Context,
) -> Iterator[_Result]:
    """A sentence about the list of which no claim about a market came."""
    named = context.namer.known(sentence.text)
    code = "claim-unclear" if named and not nameless else "claim-without-market"
    page = paragraph.page_at(sentence.start + (named[0].start if named else 0))
    yield None, _finding(code, page, sentence.text, context)


def _claim(
    paragraph: Paragraph,
    sentence: Sentence,
    market: NamedMarket | None,
    chapter: str,
    year: ListYear,
    cue: Cue,
) -> Claim:
    offset = sentence.start + (market.start if market else cue.start)
    return Claim(
        page=paragraph.page_at(offset),
        market=market.text if market else "",
        market_id=market.market_id if market else "",
        country=(market.country if market else "") or chapter,
        list_year=year.year,
        year_printed=year.printed,
        claim=cue.polarity,
        sentence=sentence.text,
        other_reading=year.other,
    )


def _finding(code: str, page: int, text: str, context: Context) -> Finding:
    return finding(code, file=context.file, page=page, text=text)


def cue_words(sentence: str, cue: Cue, previous: Cue | None, following: Cue | None) -> CueWords:
    """The words of a claim in which its year may stand, without the name of the list."""
    reference, stop = cue.reference, following.start if following else len(sentence)
    # What stands between two verbs ("added in 2011 and removed") belongs to the first.
    opening = "" if previous and previous.end == cue.clause else sentence[cue.clause : cue.start]
    verb = f"{sentence[cue.clause : cue.end]} … {sentence[reference.start : reference.end]}"
    if reference.start < cue.start:
        opening = sentence[max(cue.clause, reference.end) : cue.start] if opening else ""
        wide = f"{sentence[: reference.start]}…{sentence[reference.end : stop][:_WIDE]}"
        dated = _OPENING_YEAR.match(sentence)
        if dated and dated.end() == reference.start:
            opening = f"{dated.group()}…{opening}"
        return CueWords(f"{sentence[cue.end : stop][:_TAIL]}…{opening}", wide, verb)
    if stop < reference.start:
        return CueWords(f"{sentence[cue.end : stop]}…{opening}", "", verb)
    behind = sentence[reference.end : stop]
    tail = _TAIL_END.split(behind[:_TAIL], maxsplit=1)[0]
    between = sentence[cue.end : reference.start]
    wide = f"{sentence[: reference.start]}…{behind[:_WIDE]}"
    return CueWords(f"{between}…{tail}…{opening}", wide, verb)
