"""A static web site of a finished build: opens from a disk and from any host, without a server behind it."""

from __future__ import annotations

from nrm.publish.site.write_site import Site, write_site

__all__ = ["Site", "write_site"]
