"""The statistical component: reproducible, saved, put beside the rulers, and measured."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from nrm.errors import BadTable
from nrm.model import Passage
from nrm.tagging.evaluate import SAMPLE_NOTE, Score, evaluate
from nrm.tagging.market_names import MarketName
from nrm.tagging.mentions import tag_passages
from nrm.tagging.pipeline import nlp
from nrm.tagging.silver import SilverMention, SilverText, silver, silver_of_rows
from nrm.tagging.train import add_model, recogniser, train, with_model

SITES = ("Zempf", "Quvio", "Brolda", "Mirtex", "Haglo", "Pexoon", "Trund", "Velka", "Orbilo", "Snarv")


def texts(sites: tuple[str, ...], year: int) -> list[SilverText]:
    made = []
    for n, site in enumerate(sites):
        for k, (before, after) in enumerate((("The site ", " offers films."), ("Users of ", " pay nothing."))):
            text = f"{before}{site}{after}"
            mention = SilverMention(len(before), len(before) + len(site), "MARKET", site.lower())
            made.append(SilverText(f"{year}-a.{n}{k}", year, text, (mention,)))
    return made


@pytest.fixture(scope="module")
def model() -> Language:
    return train(texts(SITES, 2019), [MarketName("zempf", "Zempf", "online")], seed=3, epochs=25)


def test_it_finds_a_name_that_no_list_knows(model: Language) -> None:
    doc = model("The site Zempf offers films. The site Klumbo offers films.")
    assert [(e.text, e.kb_id_, e.ent_id_) for e in doc.ents] == [
        ("Zempf", "zempf", ""),
        ("Klumbo", "", "statistical"),
    ]


def test_the_same_seed_gives_the_same_model() -> None:
    def weights(seed: int) -> bytes:
        return bytes(recogniser(texts(SITES[:4], 2019), seed=seed, epochs=2).get_pipe("ner").model.to_bytes())  # type: ignore[attr-defined]

    assert weights(1) == weights(1)
    assert weights(1) != weights(2)


def test_a_saved_model_stands_beside_other_rulers(model: Language, tmp_path: Path) -> None:
    model.to_disk(tmp_path)
    language = with_model([MarketName("quvio", "Quvio", "online")], tmp_path)
    assert language.pipe_names == ["ner", "nrm_mentions"]
    found = {(e.text, e.kb_id_) for e in language("The site Quvio offers films. The site Klumbo offers films.").ents}
    assert found == {("Quvio", "quvio"), ("Klumbo", "")}


def test_a_folder_without_model_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BadTable, match="not a model"):
        add_model(nlp([]), tmp_path)
    nlp([]).to_disk(tmp_path)
    with pytest.raises(BadTable, match="no ner component"):
        add_model(nlp([]), tmp_path)


def test_nothing_to_learn_from_is_an_error() -> None:
    with pytest.raises(BadTable, match="no mention"):
        train([SilverText("2019-a.1", 2019, "Nothing here.", ())])


def test_silver_of_passages_and_of_rows(reviewed_nlp: Language) -> None:
    from nrm.model import Box, Provenance, Region

    place = Provenance("0" * 64, (Region(1, "", Box(0, 0, 1, 1)),))
    passage = Passage("2019-a.1", 2019, "overview", "paragraph", "", "", "VK and Uploaded.net", place)
    empty = Passage("2019-a.2", 2019, "overview", "paragraph", "", "", " ", place)
    mentions = list(tag_passages(reviewed_nlp, [passage, empty]))
    expected = (
        SilverText(
            "2019-a.1",
            2019,
            "VK and Uploaded.net",
            (SilverMention(0, 2, "MARKET", "vk"), SilverMention(7, 19, "DOMAIN", "uploaded.net")),
        ),
    )
    assert silver([passage, empty], mentions) == expected
    names = ("passage_id", "start", "end", "label", "norm", "subtype")
    rows = [{name: getattr(mention, name) for name in names} for mention in mentions]
    assert silver_of_rows([{"passage_id": "2019-a.1", "list_year": 2019, "text": passage.text}], rows) == expected


def test_evaluation_leaves_one_edition_out() -> None:
    given = [*texts(SITES[:7], 2018), *texts((*SITES[:2], "Klumbo"), 2019)]
    names = [MarketName(site.lower(), site, "online") for site in (*SITES, "Klumbo")]
    result = evaluate(given, names, sample=True, epochs=25, list_years=[2019])
    scores = {(s.system, s.label, s.scope): s for s in result.scores}
    assert result.list_years == (2019,)
    assert SAMPLE_NOTE in result.notes
    assert scores["rulers", "MARKET", "all names"] == Score("rulers", "MARKET", "all names", 6, 4, 4)
    assert scores["rulers", "MARKET", "unseen names"].recall == 0.0
    assert scores["both", "MARKET", "unseen names"].recall == 1.0
    assert result.worth_it


def test_scores() -> None:
    score = Score("rulers", "MARKET", "all names", 8, 5, 4)
    assert (score.precision, score.recall) == (0.8, 0.5)
    assert score.f1 == pytest.approx(2 * 0.8 * 0.5 / 1.3)
    assert Score("model", "MARKET", "unseen names", 8, 4, 4).precision is None
    assert Score("model", "ORG", "all names", 0, 0, 0).recall is None
