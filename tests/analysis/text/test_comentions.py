from __future__ import annotations

import csv
from pathlib import Path

import networkx
import pytest

import nrm
from nrm.analysis.text.choose_part import choose_part
from nrm.analysis.text.comentions import CoMention, comentions
from nrm.corpus import SAMPLE_NOTICE
from nrm.errors import UnknownName
from nrm.publish.network import write_network
from tests.analysis.text.made_up_corpus import Said, made_up_corpus

CORPUS = made_up_corpus(
    [
        Said(2010, "first", "shop"),
        Said(2010, "second", "shop"),
        Said(2011, "third", "shop"),
        Said(2012, "fourth"),
        Said(2013, "fifth", "hall"),
    ],
    mentions=[
        (0, "COUNTRY", "CN"),
        (0, "COUNTRY", "CN"),
        (0, "MARKET", "shop"),
        (1, "COUNTRY", "PE"),
        (1, "CITY", "Lima"),
        (2, "COUNTRY", "CN"),
        (2, "COUNTRY", "PE"),
        (3, "COUNTRY", "CN"),
        (3, "COUNTRY", "PE"),
        (3, "ORG", "Union <of> Traders & Co."),
        (4, "COUNTRY", "KG"),
    ],
)


def told(pairs: list[CoMention]) -> dict[tuple[str, str], int]:
    return {(one.a.id, one.b.id): one.together for one in pairs}


def test_pairs_counted_by_hand() -> None:
    pairs = comentions(CORPUS)
    assert told(pairs) == {("CN", "PE"): 2, ("CN", "shop"): 1, ("PE", "shop"): 1}
    first = pairs[0]
    assert (first.a.name, first.b.name) == ("China", "Peru")
    assert (first.units_a, first.units_b, first.jaccard) == (2, 2, 1.0)
    assert first.editions == (2010, 2011)
    assert (first.first_established, first.last_established) == (False, True)


def test_paragraphs_are_those_of_every_chapter() -> None:
    pairs = comentions(CORPUS, within="paragraph")
    traders = "Union <of> Traders & Co."
    assert told(pairs) == {("CN", "PE"): 2, ("CN", "shop"): 1, ("CN", traders): 1, ("PE", traders): 1}
    assert pairs[0].jaccard == pytest.approx(2 / 4)


def test_labels_parts_and_a_smallest_number() -> None:
    assert told(comentions(CORPUS, labels=["COUNTRY"])) == {("CN", "PE"): 2}
    assert told(comentions(CORPUS, part=choose_part(CORPUS, years=2011))) == {("CN", "PE"): 1}
    assert told(comentions(CORPUS, min_together=2)) == {("CN", "PE"): 2}


@pytest.mark.parametrize("sample", [True, False])
def test_networkx_opens_the_network(sample: bool, tmp_path: Path) -> None:
    pairs = comentions(CORPUS, within="paragraph")
    for form in ("gexf", "graphml", "csv"):
        write_network(pairs, tmp_path / f"net.{form}", sample=sample)
    gexf = networkx.read_gexf(tmp_path / "net.gexf")
    graphml = networkx.read_graphml(tmp_path / "net.graphml")
    with (tmp_path / "net.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    table = networkx.Graph()
    table.add_weighted_edges_from((row["Source"], row["Target"], int(row["Weight"])) for row in rows)
    for graph in (gexf, graphml, table):
        assert not graph.is_directed()
        assert set(graph.nodes) == {"COUNTRY:CN", "COUNTRY:PE", "MARKET:shop", "ORG:Union <of> Traders & Co."}
        assert graph["COUNTRY:CN"]["COUNTRY:PE"]["weight"] == 2
    for graph in (gexf, graphml):
        assert graph.nodes["COUNTRY:CN"]["label"] == "China"
        assert graph.nodes["COUNTRY:CN"]["what"] == "COUNTRY"
    assert {row["Sample"] for row in rows} == {str(sample).lower()}
    assert (SAMPLE_NOTICE in (tmp_path / "net.gexf").read_text("utf-8")) is sample


def test_a_network_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match=r"net\.dot: a network's file ends in \.gexf, \.graphml, \.csv"):
        write_network([], tmp_path / "net.dot", sample=False)


def test_from_python() -> None:
    frame = nrm.comentions(CORPUS, ["country"])
    graph = networkx.from_pandas_edgelist(frame, "name_a", "name_b", "together")
    assert graph["China"]["Peru"]["together"] == 2
    with pytest.raises(UnknownName, match="COUNTRY, MARKET, ORG, not of CITY"):
        nrm.comentions(CORPUS, ["city"])
    with pytest.raises(UnknownName, match="entry or paragraph, not within 'page'"):
        nrm.comentions(CORPUS, within="page")
