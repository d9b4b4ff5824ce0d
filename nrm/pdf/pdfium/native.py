"""Functions of the pdfium library that ships with pypdfium2, called with as little ado as ctypes allows.

Handles are plain integers, results go into memory that is set aside once: a page takes hundreds of calls, and the
general prototypes cost several times as much for each. pdfium is not thread-safe: one thread per process.
"""

from __future__ import annotations

import ctypes
from ctypes import c_float, c_int, c_uint, c_ulong, c_void_p
from typing import Any

from pypdfium2_raw import bindings

_LIBRARY = bindings._libs["pdfium"]
_KEPT = ctypes.PyDLL(_LIBRARY._name, handle=_LIBRARY._handle)
"""The same, called without letting another thread of Python run meanwhile, which takes longer than most calls do."""

Reference = Any
"""A pointer as ctypes hands it over without looking at it."""


def _function(name: str, result: Any, *arguments: Any) -> Any:
    """For calls that take long: other threads may run meanwhile."""
    return ctypes.CFUNCTYPE(result, *arguments)((name, _LIBRARY))


def _question(name: str, result: Any, *arguments: Any) -> Any:
    """For calls that are over at once."""
    return ctypes.PYFUNCTYPE(result, *arguments)((name, _LIBRARY))


def _by_reference(name: str, result: Any = c_int) -> Any:
    """For those of them that are made most: arguments are references and small integers, and nothing checks them."""
    function = _KEPT[name]
    function.restype = result
    return function


def at(address: int) -> Reference:
    """A reference to what is at an address (or behind a handle)."""
    return ctypes.byref(ctypes.c_char.from_address(address))


load_page = _function("FPDF_LoadPage", c_void_p, c_void_p, c_int)
close_page = _function("FPDF_ClosePage", None, c_void_p)
load_text = _function("FPDFText_LoadPage", c_void_p, c_void_p)
close_text = _function("FPDFText_ClosePage", None, c_void_p)
count_chars = _question("FPDFText_CountChars", c_int, c_void_p)
get_text = _function("FPDFText_GetText", c_int, c_void_p, c_int, c_int, c_void_p)
text_object = _by_reference("FPDFText_GetTextObject", c_void_p)
is_generated = _by_reference("FPDFText_IsGenerated")
char_origin = _by_reference("FPDFText_GetCharOrigin")
loose_box = _by_reference("FPDFText_GetLooseCharBox")
char_matrix = _by_reference("FPDFText_GetMatrix")

count_objects = _question("FPDFPage_CountObjects", c_int, c_void_p)
page_object = _by_reference("FPDFPage_GetObject", c_void_p)
object_type = _question("FPDFPageObj_GetType", c_int, c_void_p)
object_matrix = _by_reference("FPDFPageObj_GetMatrix")
object_bounds = _by_reference("FPDFPageObj_GetBounds")
fill_colour = _by_reference("FPDFPageObj_GetFillColor")
content_id = _question("FPDFPageObj_GetMarkedContentID", c_int, c_void_p)
draw_mode = _by_reference("FPDFPath_GetDrawMode")
stroke_width = _question("FPDFPageObj_GetStrokeWidth", c_int, c_void_p, c_void_p)
count_segments = _question("FPDFPath_CountSegments", c_int, c_void_p)
path_segment = _question("FPDFPath_GetPathSegment", c_void_p, c_void_p, c_int)
segment_point = _question("FPDFPathSegment_GetPoint", c_int, c_void_p, c_void_p, c_void_p)
segment_type = _question("FPDFPathSegment_GetType", c_int, c_void_p)
form_count = _question("FPDFFormObj_CountObjects", c_int, c_void_p)
form_object = _question("FPDFFormObj_GetObject", c_void_p, c_void_p, c_ulong)

text_font = _question("FPDFTextObj_GetFont", c_void_p, c_void_p)
font_size = _by_reference("FPDFTextObj_GetFontSize")
render_mode = _question("FPDFTextObj_GetTextRenderMode", c_int, c_void_p)
font_name = _question("FPDFFont_GetBaseFontName", ctypes.c_size_t, c_void_p, c_void_p, ctypes.c_size_t)
font_descent = _question("FPDFFont_GetDescent", c_int, c_void_p, c_float, c_void_p)
glyph_width = _question("FPDFFont_GetGlyphWidth", c_int, c_void_p, c_uint, c_float, c_void_p)

bounding_box = _question("FPDF_GetPageBoundingBox", c_int, c_void_p, c_void_p)
rotation = _question("FPDFPage_GetRotation", c_int, c_void_p)

count_annotations = _question("FPDFPage_GetAnnotCount", c_int, c_void_p)
annotation = _function("FPDFPage_GetAnnot", c_void_p, c_void_p, c_int)
close_annotation = _function("FPDFPage_CloseAnnot", None, c_void_p)
annotation_type = _function("FPDFAnnot_GetSubtype", c_int, c_void_p)
annotation_box = _function("FPDFAnnot_GetRect", c_int, c_void_p, c_void_p)
annotation_link = _function("FPDFAnnot_GetLink", c_void_p, c_void_p)
link_action = _function("FPDFLink_GetAction", c_void_p, c_void_p)
action_address = _function("FPDFAction_GetURIPath", c_ulong, c_void_p, c_void_p, c_void_p, c_ulong)
font_program = _function("FPDFFont_GetFontData", c_int, c_void_p, c_void_p, ctypes.c_size_t, c_void_p)

count_marks = _question("FPDFPageObj_CountMarks", c_int, c_void_p)
mark = _question("FPDFPageObj_GetMark", c_void_p, c_void_p, c_ulong)
mark_value_type = _question("FPDFPageObjMark_GetParamValueType", c_int, c_void_p, ctypes.c_char_p)

first_bookmark = _question("FPDFBookmark_GetFirstChild", c_void_p, c_void_p, c_void_p)
next_bookmark = _question("FPDFBookmark_GetNextSibling", c_void_p, c_void_p, c_void_p)
bookmark_title = _question("FPDFBookmark_GetTitle", c_ulong, c_void_p, c_void_p, c_ulong)
bookmark_target = _question("FPDFBookmark_GetDest", c_void_p, c_void_p, c_void_p)
target_page = _question("FPDFDest_GetDestPageIndex", c_int, c_void_p, c_void_p)
