"""Heading candidates: own-line and run-in, in every style, with every separator; and what is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nrm.layout.candidate import Candidate
from nrm.layout.headings import candidates
from nrm.model import Block
from tests.layout.lines_of import BODY, Set, block, blocks_of, wrapped

TEXT = "This market is a place where many stalls sell shirts and shoes to whoever comes by on a day without rain."


def of(*parts: str | Set) -> Candidate | None:
    found = candidates([block(*parts)], BODY)
    return found[0] if found else None


def bold(text: str) -> Set:
    return Set(text, bold=True)


# own line


@pytest.mark.parametrize(
    ("style", "look"),
    [
        (Set("", bold=True), {"bold"}),
        (Set("", italic=True), {"italic"}),
        (Set("", underlined=True), {"underlined"}),
        (Set("", small_caps=True), {"small_caps"}),
        (Set("", size=14.0), {"larger"}),
        (Set("", size=10.0), {"smaller"}),
        (Set("", colour="990000"), {"colour"}),
        (Set("", link="#"), {"link"}),
        (Set("", font="Helvetica"), {"font"}),
        (Set("", bold=True, underlined=True), {"bold", "underlined"}),
        (Set(""), set()),
    ],
)
def test_a_line_of_its_own_is_a_candidate_in_any_style(style: Set, look: set[str]) -> None:
    found = of(replace(style, text="Shopping Palace"))
    assert found is not None
    assert (found.mode, found.text, found.rest, set(found.look)) == ("own line", "Shopping Palace", "", look)
    assert found.plain is (not look)


@pytest.mark.parametrize(
    ("printed", "name", "look"),
    [
        ("SHOPPING PALACE", "SHOPPING PALACE", {"bold", "capitals"}),
        ("3. Shopping Palace", "Shopping Palace", {"bold", "numbered"}),
        ("(12) Shopping Palace", "Shopping Palace", {"bold", "numbered"}),
        ("IV. Shopping Palace", "Shopping Palace", {"bold", "numbered"}),
        ("1337x", "1337x", {"bold"}),
        ("Shopping Palace:", "Shopping Palace", {"bold"}),
        ("Shopping Palace –", "Shopping Palace", {"bold"}),
        ("Shopping Palace*", "Shopping Palace", {"bold"}),
        ("Palace Trading Co., Ltd.", "Palace Trading Co., Ltd.", {"bold"}),
        ("Palace B.V.", "Palace B.V.", {"bold"}),
        ("Palace Inc.", "Palace Inc.", {"bold"}),
        ("Palace (Old Town, China)", "Palace (Old Town, China)", {"bold"}),
        ("SHOPPING PALACE.", "SHOPPING PALACE", {"bold", "capitals"}),
    ],
)
def test_the_name_is_what_stands_without_number_and_final_marks(printed: str, name: str, look: set[str]) -> None:
    found = of(bold(printed))
    assert found is not None
    assert (found.mode, found.text, set(found.look)) == ("own line", name, look)


@pytest.mark.parametrize(
    "parts",
    [
        ["This is a sentence."],
        [bold("This is a sentence.")],
        [bold("This is a part of one;")],
        [bold("x" * 300)],
        ["..."],
        [bold("––––")],
        ["• Shopping Palace"],
        [bold("The palace "), "is a large market in the old town"],
    ],
    ids=["plain sentence", "bold sentence", "semicolon", "too long", "dots", "dashes", "bullet", "plain end"],
)
def test_what_is_no_own_line_heading(parts: list[str | Set]) -> None:
    assert of(*parts) is None


def test_a_paragraph_in_bold_is_no_heading() -> None:
    rows = [replace(row, runs=tuple(replace(r, bold=True) for r in row.runs)) for row in wrapped(TEXT + " " + TEXT)]
    assert candidates(blocks_of(rows), BODY) == []


@pytest.mark.parametrize("phrase", ["many stalls", "sell shirts and shoes", "without rain"])
def test_a_bold_phrase_within_a_paragraph_is_no_candidate(phrase: str) -> None:
    before, after = TEXT.split(phrase)
    assert of(before, bold(phrase), after) is None


def test_a_bold_phrase_at_the_start_without_a_separator_is_no_candidate() -> None:
    assert of(bold("This market"), TEXT[11:]) is None


# run-in


@pytest.mark.parametrize(
    ("lead", "text", "sign"),
    [
        ("Palace:", " The market is large.", ":"),
        ("Palace", ": The market is large.", ":"),
        ("Palace.", " The market is large.", "."),
        ("Palace", ". The market is large.", "."),
        ("Palace", ".– The market is large.", "–"),
        ("Palace –", " The market is large.", "–"),
        ("Palace", " – The market is large.", "–"),
        ("Palace", "–The market is large.", "–"),
        ("Palace—", "The market is large.", "—"),
        ("Palace", "—The market is large.", "—"),
        ("Palace -", " The market is large.", "-"),
        ("Palace", " - The market is large.", "-"),
    ],
)
@pytest.mark.parametrize("trait", ["bold", "italic", "underlined"])
def test_a_styled_lead_with_any_separator(lead: str, text: str, sign: str, trait: str) -> None:
    found = of(Set(lead, **{trait: True}), text)  # type: ignore[arg-type]
    assert found is not None
    assert (found.mode, found.text, found.rest, found.separator) == ("run-in", "Palace", "The market is large.", sign)
    assert found.look == {trait}


def test_what_is_labelled_behind_a_lead_is_no_place() -> None:
    found = of(bold("Palace —"), " Domains: palace.to and palace.net. It is large.")
    assert found is not None
    assert (found.text, found.rest) == ("Palace", "Domains: palace.to and palace.net. It is large.")


def test_an_item_of_a_list_may_have_a_lead() -> None:
    found = of("• ", bold("Palace"), " – The market is large.")
    assert found is not None
    assert (found.mode, found.text, found.rest, set(found.look)) == (
        "run-in", "Palace", "The market is large.", {"bold", "bullet"}
    )  # fmt: skip
    assert of("• Palace – The market is large.") is None


@pytest.mark.parametrize(
    ("lead", "text", "name"),
    [
        ("Palace Trading Co., Ltd.", " The market is large.", "Palace Trading Co., Ltd."),
        ("Palace B.V.", " The market is large.", "Palace B.V."),
        ("Palace", " (Old Town): The market is large.", "Palace (Old Town)"),
        ("Palace", " (formerly Hall (Old)) – The market is large.", "Palace (formerly Hall (Old))"),
        ("3. Palace.", " The market is large.", "Palace"),
        ("name.com.", " The market is large.", "name.com"),
        ("name.com", ": The market is large.", "name.com"),
        ("Palace, Old Town, China:", " The market is large.", "Palace, Old Town, China"),
    ],
)
def test_the_name_of_a_run_in_lead(lead: str, text: str, name: str) -> None:
    found = of(bold(lead), text)
    assert found is not None
    assert (found.mode, found.text, found.rest) == ("run-in", name, "The market is large.")


def test_a_number_before_a_styled_name_is_no_part_of_it() -> None:
    found = of("3. ", bold("Palace."), " The market is large.")
    assert found is not None
    assert (found.text, set(found.look)) == ("Palace", {"bold", "numbered"})


def test_a_lead_in_capitals_needs_no_style() -> None:
    found = of("PALACE: The market is large.")
    assert found is not None
    assert (found.mode, found.text, set(found.look)) == ("run-in", "PALACE", {"capitals"})


def test_a_text_that_opens_with_the_name_is_no_place_behind_the_dash() -> None:
    found = of(bold("Palace Row Ltd. and Sons"), "—Palace Row Ltd. is headquartered in Old Town.")
    assert found is not None
    assert (found.text, found.rest) == ("Palace Row Ltd. and Sons", "Palace Row Ltd. is headquartered in Old Town.")
    placed = of(bold("Palace Row"), " – Old Town. The market is large.")
    assert placed is not None
    assert placed.text == "Palace Row – Old Town"


def test_a_lead_in_capitals_ends_at_its_last_separator() -> None:
    found = of("CHINA – PALACE (OLD TOWN): The market is large.")
    assert found is not None
    assert found.text == "CHINA – PALACE (OLD TOWN)"


@pytest.mark.parametrize("sign", [":", " –", " —", "."])
def test_a_plain_lead_is_a_candidate_without_a_look(sign: str) -> None:
    found = of(f"Palace{sign} The market is large.")
    assert found is not None
    assert (found.mode, found.text, found.plain) == ("run-in", "Palace", True)


@pytest.mark.parametrize(
    "text",
    [
        "the market is large: so large that it fills a street.",
        "“Palace”: a name of many meanings.",
        "This sentence has far too many words to be the name of any market of the world: it is one.",
    ],
)
def test_a_sentence_with_a_separator_is_no_plain_lead(text: str) -> None:
    assert of(text) is None


def test_the_rest_stands_where_it_says() -> None:
    one = block(bold("Palace"), " (Old Town): The market is large.")
    (found,) = candidates([one], BODY)
    assert one.text[found.rest_at :] == found.rest


@pytest.mark.parametrize("name", ["Palace", bold("Palace")], ids=["plain", "bold"])
@pytest.mark.parametrize("sign", [" - ", ". ", ": ", " — "])
def test_a_place_behind_a_dash_ends_at_the_next_separator(name: str | Set, sign: str) -> None:
    found = of(name, f" – Harbour City, Peru{sign}{TEXT}")
    assert found is not None
    assert (found.text, found.rest) == ("Palace – Harbour City, Peru", TEXT)


def test_a_heading_of_a_bold_country_and_a_plain_name_is_one_line() -> None:
    found = of(bold("CHINA"), " – Palace (Old Town)")
    assert found is not None
    assert (found.mode, found.text) == ("own line", "CHINA – Palace (Old Town)")


# a document


def test_candidates_know_their_blocks() -> None:
    made = [block(bold("One")), *blocks_of(wrapped(TEXT)), block(bold("Two"))]
    assert [(c.block, c.text) for c in candidates(made, BODY)] == [(0, "One"), (2, "Two")]


def numbered(*names: str) -> list[Block]:
    return [block(bold(name)) for name in names]


def test_bare_numbers_that_count_up_are_taken_off() -> None:
    found = candidates(numbered("1 Palace", "2 Hall", "3 Tower", "4 Gate"), BODY)
    assert [c.text for c in found] == ["Palace", "Hall", "Tower", "Gate"]
    assert all("numbered" in c.look for c in found)


@pytest.mark.parametrize("names", [("24 Hours", "7 Days", "365 Nights"), ("1 Palace", "2 Hall")])
def test_bare_numbers_that_do_not_count_up_belong_to_the_names(names: tuple[str, ...]) -> None:
    assert [c.text for c in candidates(numbered(*names), BODY)] == list(names)


@pytest.mark.parametrize("dash", ["—", " – "])
def test_a_text_that_opens_with_the_name_is_no_place(dash: str) -> None:
    found = of(bold("Palace Host Ltd. (d/b/a Hall) and Registry JSC"), f"{dash}Palace Host Ltd. sells shirts to all.")
    assert found is not None
    assert (found.text, found.separator) == ("Palace Host Ltd. (d/b/a Hall) and Registry JSC", dash.strip())


def test_an_em_dash_needs_no_space_behind_a_plain_name() -> None:
    found = of("Palace Center JSC.—Nominated as palace.com. It is large.")
    assert found is not None
    assert (found.mode, found.text, found.separator) == ("run-in", "Palace Center JSC", "—")


def test_plain_leads_that_count_up_lose_their_numbers() -> None:
    leads = ["1 Palace: Nominated as palace.com.", "2 Tower: Nominated as tower.com.", "3 Gate: Nominated as gate.com."]
    found = candidates([block(one, y=n) for n, one in enumerate(leads)], BODY)
    assert [c.text for c in found] == ["Palace", "Tower", "Gate"]


def test_a_long_plain_lead_is_a_name_if_its_words_are_capitalised() -> None:
    name = "Old Hall Small Commodities Market of the Three Gates and New Town Annex of the City, Lima, Peru"
    found = of(f"{name}: {TEXT}")
    assert found is not None
    assert found.text == name
    assert of(f"{name.lower().capitalize()}: {TEXT}") is None


def test_a_gap_in_the_underline_ends_no_lead() -> None:
    found = of(Set("Palace (Cork, ", bold=True, underlined=True), bold("Ireland)"), " – " + TEXT)
    assert found is not None
    assert (found.mode, found.text) == ("run-in", "Palace (Cork, Ireland)")


def test_a_place_in_the_texts_style_belongs_to_the_name() -> None:
    found = of(bold("Palace"), " – Cork, Ireland. ", TEXT)
    assert found is not None
    assert (found.text, found.separator, found.rest) == ("Palace – Cork, Ireland", ".", TEXT)


def test_a_number_of_the_count_is_taken_off_a_title_of_another_look() -> None:
    titles = [bold(text) for text in ("1 Palace", "2 Tower", "3 Gate", "4 Mall", "6 Hall")]
    titles[4:4] = [Set("5 Arch", italic=True)]
    titles.append(Set("9 Lives", italic=True))
    found = candidates([block(one, y=n) for n, one in enumerate(titles)], BODY)
    assert [c.text for c in found] == ["Palace", "Tower", "Gate", "Mall", "Arch", "Hall", "9 Lives"]


def test_a_plain_name_may_begin_with_a_small_letter() -> None:
    found = of("mp3palace. Nominated as mp3palace.com. It is large.")
    assert found is not None
    assert (found.text, found.separator) == ("mp3palace", ".")
    bracketed = of("mp3palace (mp3palace.com, formerly palace.test): It is large.")
    assert bracketed is not None
    assert bracketed.text.startswith("mp3palace")
    assert of("and so it is. The market is large.") is None


def test_numbers_alone_are_a_count_where_all_of_them_follow() -> None:
    names = ["1 Palace", "1 Tower (tower.com)", "2 Gate", "3 Old Mall", "4 Hall", "1 Arch"]
    found = candidates([block(name, y=n) for n, name in enumerate(names)], BODY)
    assert [c.text for c in found] == ["Palace", "Tower (tower.com)", "Gate", "Old Mall", "Hall", "Arch"]
    gaps = ["1 Palace", "4 Tower", "9 Gate", "24 Mall"]
    assert [c.text for c in candidates([block(name, y=n) for n, name in enumerate(gaps)], BODY)] == gaps


def test_a_bracket_in_the_texts_style_ends_with_two_signs() -> None:
    found = of(bold("Palace Hosting B.V."), " (formerly palace.to).— ", TEXT)
    assert found is not None
    assert (found.text, found.rest) == ("Palace Hosting B.V. (formerly palace.to)", TEXT)


def test_a_plain_name_as_wide_as_the_text_may_be_a_title() -> None:
    found = of("The Small Commodities Market of the Three Old Gates and Harbor Annex, Montevideo, Uruguay")
    assert found is not None
    assert found.mode == "own line"
