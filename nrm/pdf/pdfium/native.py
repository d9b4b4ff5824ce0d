"""Functions of the pdfium library that ships with pypdfium2, called with as little ado as ctypes allows.

Handles and addresses are plain integers, results go into buffers that are made once: a page takes hundreds of
calls, and the general prototypes cost a third more for each. pdfium is not thread-safe: one thread per process.
"""

from __future__ import annotations

import ctypes
from ctypes import c_float, c_int, c_uint, c_ulong, c_void_p
from typing import Any

from pypdfium2_raw import bindings

_LIBRARY = bindings._libs["pdfium"]


def _function(name: str, result: Any, *arguments: Any) -> Any:
    return ctypes.CFUNCTYPE(result, *arguments)((name, _LIBRARY))


load_page = _function("FPDF_LoadPage", c_void_p, c_void_p, c_int)
close_page = _function("FPDF_ClosePage", None, c_void_p)
load_text = _function("FPDFText_LoadPage", c_void_p, c_void_p)
close_text = _function("FPDFText_ClosePage", None, c_void_p)
count_chars = _function("FPDFText_CountChars", c_int, c_void_p)
get_text = _function("FPDFText_GetText", c_int, c_void_p, c_int, c_int, c_void_p)
text_object = _function("FPDFText_GetTextObject", c_void_p, c_void_p, c_int)
is_generated = _function("FPDFText_IsGenerated", c_int, c_void_p, c_int)
unicode_of = _function("FPDFText_GetUnicode", c_uint, c_void_p, c_int)
char_origin = _function("FPDFText_GetCharOrigin", c_int, c_void_p, c_int, c_void_p, c_void_p)
loose_box = _function("FPDFText_GetLooseCharBox", c_int, c_void_p, c_int, c_void_p)
char_matrix = _function("FPDFText_GetMatrix", c_int, c_void_p, c_int, c_void_p)

count_objects = _function("FPDFPage_CountObjects", c_int, c_void_p)
page_object = _function("FPDFPage_GetObject", c_void_p, c_void_p, c_int)
object_type = _function("FPDFPageObj_GetType", c_int, c_void_p)
object_matrix = _function("FPDFPageObj_GetMatrix", c_int, c_void_p, c_void_p)
object_bounds = _function(
    "FPDFPageObj_GetBounds", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p
)
fill_colour = _function(
    "FPDFPageObj_GetFillColor", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p
)
content_id = _function("FPDFPageObj_GetMarkedContentID", c_int, c_void_p)
draw_mode = _function("FPDFPath_GetDrawMode", c_int, c_void_p, c_void_p, c_void_p)
stroke_width = _function("FPDFPageObj_GetStrokeWidth", c_int, c_void_p, c_void_p)
count_segments = _function("FPDFPath_CountSegments", c_int, c_void_p)
path_segment = _function("FPDFPath_GetPathSegment", c_void_p, c_void_p, c_int)
segment_point = _function("FPDFPathSegment_GetPoint", c_int, c_void_p, c_void_p, c_void_p)
segment_type = _function("FPDFPathSegment_GetType", c_int, c_void_p)
form_count = _function("FPDFFormObj_CountObjects", c_int, c_void_p)
form_object = _function("FPDFFormObj_GetObject", c_void_p, c_void_p, c_ulong)

text_font = _function("FPDFTextObj_GetFont", c_void_p, c_void_p)
font_size = _function("FPDFTextObj_GetFontSize", c_int, c_void_p, c_void_p)
render_mode = _function("FPDFTextObj_GetTextRenderMode", c_int, c_void_p)
font_name = _function("FPDFFont_GetBaseFontName", ctypes.c_size_t, c_void_p, c_void_p, ctypes.c_size_t)
font_descent = _function("FPDFFont_GetDescent", c_int, c_void_p, c_float, c_void_p)
font_ascent = _function("FPDFFont_GetAscent", c_int, c_void_p, c_float, c_void_p)
glyph_width = _function("FPDFFont_GetGlyphWidth", c_int, c_void_p, c_uint, c_float, c_void_p)

bounding_box = _function("FPDF_GetPageBoundingBox", c_int, c_void_p, c_void_p)
rotation = _function("FPDFPage_GetRotation", c_int, c_void_p)

count_annotations = _function("FPDFPage_GetAnnotCount", c_int, c_void_p)
annotation = _function("FPDFPage_GetAnnot", c_void_p, c_void_p, c_int)
close_annotation = _function("FPDFPage_CloseAnnot", None, c_void_p)
annotation_type = _function("FPDFAnnot_GetSubtype", c_int, c_void_p)
annotation_box = _function("FPDFAnnot_GetRect", c_int, c_void_p, c_void_p)
annotation_link = _function("FPDFAnnot_GetLink", c_void_p, c_void_p)
link_action = _function("FPDFLink_GetAction", c_void_p, c_void_p)
action_address = _function("FPDFAction_GetURIPath", c_ulong, c_void_p, c_void_p, c_void_p, c_ulong)
font_program = _function("FPDFFont_GetFontData", c_int, c_void_p, c_void_p, ctypes.c_size_t, c_void_p)

count_marks = _function("FPDFPageObj_CountMarks", c_int, c_void_p)
mark = _function("FPDFPageObj_GetMark", c_void_p, c_void_p, c_ulong)
mark_value_type = _function("FPDFPageObjMark_GetParamValueType", c_int, c_void_p, ctypes.c_char_p)
