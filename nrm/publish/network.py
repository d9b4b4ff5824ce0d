"""Co-mentions as a network that Gephi and networkx open: GEXF, GraphML, or an edge list in CSV.

GEXF 1.2 (https://gexf.net/1.2/gexf.xsd) and GraphML (http://graphml.graphdrawing.org) hold the names
and labels of the nodes; the edge list has Gephi's columns Source, Target, Type and Weight.
"""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from nrm.analysis.text.comentions import CoMention, Named
from nrm.corpus import SAMPLE_NOTICE
from nrm.errors import NrmError, UnknownName

_GEXF = "http://www.gexf.net/1.2draft"
_GRAPHML = "http://graphml.graphdrawing.org/xmlns"


def write_network(pairs: Sequence[CoMention], path: Path, *, sample: bool) -> None:
    """Write the pairs into a file whose ending says the format: `.gexf`, `.graphml` or `.csv`.

    A node's id is `<label>:<id>`, an edge's weight the number of units that name both; the same pairs
    give the same bytes. Raises `UnknownName` for another ending, `NrmError` where it cannot be written.
    """
    form = _FORMS.get(path.suffix.casefold())
    if form is None:
        raise UnknownName(f"{path}: a network's file ends in {', '.join(_FORMS)}")
    try:
        path.write_text(form(pairs, sample), "utf-8", newline="\n")
    except OSError as error:
        raise NrmError(f"{path} cannot be written: {error.strerror}") from error


def node_id(named: Named) -> str:
    """The id of a node.

    >>> node_id(Named("COUNTRY", "CN", "China"))
    'COUNTRY:CN'
    """
    return f"{named.label}:{named.id}"


def _nodes(pairs: Iterable[CoMention]) -> dict[str, tuple[Named, int]]:
    """Every node with the number of units that name it, by id."""
    found = {node_id(one.a): (one.a, one.units_a) for one in pairs}
    found |= {node_id(one.b): (one.b, one.units_b) for one in pairs}
    return dict(sorted(found.items()))


def _csv(pairs: Sequence[CoMention], sample: bool) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    heads = ["Source", "Target", "Type", "Weight", "Jaccard", "SourceName", "TargetName", "ListYears", "Sample"]
    writer.writerow(heads)
    for one in pairs:
        years = " ".join(map(str, one.editions))
        writer.writerow(
            [
                node_id(one.a),
                node_id(one.b),
                "Undirected",
                one.together,
                round(one.jaccard, 6),
                one.a.name,
                one.b.name,
                years,
                str(sample).lower(),
            ]
        )
    return out.getvalue()


def _gexf(pairs: Sequence[CoMention], sample: bool) -> str:
    root = ET.Element("gexf", {"xmlns": _GEXF, "version": "1.2"})
    meta = ET.SubElement(root, "meta")
    ET.SubElement(meta, "description").text = _description(sample)
    graph = ET.SubElement(root, "graph", {"defaultedgetype": "undirected", "mode": "static"})
    _declare(graph, "node", {"what": "string", "units": "integer"})
    _declare(graph, "edge", {"jaccard": "double", "list_years": "string"})
    nodes = ET.SubElement(graph, "nodes")
    for key, (named, units) in _nodes(pairs).items():
        node = ET.SubElement(nodes, "node", {"id": key, "label": named.name})
        _values(node, {"what": named.label, "units": str(units)})
    edges = ET.SubElement(graph, "edges")
    for number, one in enumerate(pairs):
        ends = {"source": node_id(one.a), "target": node_id(one.b)}
        edge = ET.SubElement(edges, "edge", {"id": str(number), **ends, "weight": str(one.together)})
        _values(edge, {"jaccard": f"{one.jaccard:.6f}", "list_years": " ".join(map(str, one.editions))})
    return _text(root)


def _declare(graph: ET.Element, of: str, types: Mapping[str, str]) -> None:
    attributes = ET.SubElement(graph, "attributes", {"class": of})
    for name, kind in types.items():
        ET.SubElement(attributes, "attribute", {"id": name, "title": name, "type": kind})


def _values(element: ET.Element, values: Mapping[str, str]) -> None:
    holder = ET.SubElement(element, "attvalues")
    for name, value in values.items():
        ET.SubElement(holder, "attvalue", {"for": name, "value": value})


def _graphml(pairs: Sequence[CoMention], sample: bool) -> str:
    root = ET.Element("graphml", {"xmlns": _GRAPHML})
    ET.SubElement(root, "desc").text = _description(sample)
    keys = (
        ("label", "node", "string"),
        ("what", "node", "string"),
        ("units", "node", "int"),
        ("weight", "edge", "int"),
        ("jaccard", "edge", "double"),
        ("list_years", "edge", "string"),
    )
    for name, of, kind in keys:
        ET.SubElement(root, "key", {"id": name, "for": of, "attr.name": name, "attr.type": kind})
    graph = ET.SubElement(root, "graph", {"edgedefault": "undirected"})
    for key, (named, units) in _nodes(pairs).items():
        node = ET.SubElement(graph, "node", {"id": key})
        _data(node, {"label": named.name, "what": named.label, "units": str(units)})
    for one in pairs:
        edge = ET.SubElement(graph, "edge", {"source": node_id(one.a), "target": node_id(one.b)})
        years = " ".join(map(str, one.editions))
        _data(edge, {"weight": str(one.together), "jaccard": f"{one.jaccard:.6f}", "list_years": years})
    return _text(root)


def _data(element: ET.Element, values: Mapping[str, str]) -> None:
    for name, value in values.items():
        ET.SubElement(element, "data", {"key": name}).text = value


def _description(sample: bool) -> str:
    what = "Countries, markets and organisations that the Notorious Markets List names together."
    return f"{SAMPLE_NOTICE}. {what}" if sample else what


def _text(root: ET.Element) -> str:
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


_FORMS: Mapping[str, Callable[[Sequence[CoMention], bool], str]] = {".gexf": _gexf, ".graphml": _graphml, ".csv": _csv}
