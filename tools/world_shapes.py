"""Make nrm/charts/shapes/world-110m.json out of the npm package world-atlas (development only).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/world_shapes.py package/countries-110m.json

Keeps the topology as it is (quantised arcs and their transform), drops the merged land, Antarctica
and the names, and replaces the numeric country codes by ISO 3166-1 alpha-2 (XK for Kosovo).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pycountry

TARGET = Path(__file__).parent.parent / "nrm" / "charts" / "shapes" / "world-110m.json"
# Shapes without an ISO code of their own. The list names no market in Northern Cyprus and Somaliland.
WITHOUT_CODE = {"Kosovo": "XK", "N. Cyprus": "", "Somaliland": ""}


def main(source: str) -> None:
    """Convert the file and say what became of it."""
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    geometries = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        if "id" in geometry:
            code = pycountry.countries.get(numeric=geometry["id"]).alpha_2
        else:
            code = WITHOUT_CODE[geometry["properties"]["name"]]
        if code != "AQ":
            geometries.append({"type": geometry["type"], "id": code, "arcs": geometry["arcs"]})
    topology["objects"] = {"countries": {"type": "GeometryCollection", "geometries": geometries}}
    TARGET.write_text(json.dumps(topology, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(geometries)} shapes, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
