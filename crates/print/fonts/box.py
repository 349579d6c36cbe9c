"""Makes Box.ttf and Rest.ttf: a box for every letter that no other font here has, so that nothing a
child wrote is left out without a sign of it, and so that it can still be read aloud, searched and
copied. What shows nothing of its own (joiners, marks of direction, tags) is nothing in them.

Box.ttf has every letter, so that it can take over a letter with all its marks. Rest.ttf has those
that no other font here has: in a drawing, a font that has all letters of a text is given the whole
of it. Make them anew when a font comes or goes.

    python3 -m venv venv && venv/bin/pip install fonttools && venv/bin/python box.py
"""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

HERE = Path(__file__).parent
OURS = ("Box", "Rest")

# Default_Ignorable_Code_Point of Unicode 16.
NOTHING = [
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5),
    (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164),
    (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
]


def box():
    pen = TTGlyphPen(None)
    outer = [(60, -100), (60, 800), (640, 800), (640, -100)]
    inner = [(110, -50), (590, -50), (590, 750), (110, 750)]
    for corners in (outer, inner):
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


def every_letter():
    letters = {letter: "box" for letter in range(0x20, 0x110000) if not 0xD800 <= letter < 0xE000}
    for first, last in NOTHING:
        letters.update((letter, "nothing") for letter in range(first, last + 1))
    return letters


def elsewhere():
    others = [file for file in sorted(HERE.glob("*.ttf")) if file.stem not in OURS]
    return {letter for file in others for letter in TTFont(file).getBestCmap()}


def table(letters):
    table = CmapSubtable.newSubtable(13)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.format, table.reserved, table.length, table.nGroups = 13, 0, 0, 0
    table.cmap = letters
    return table


def make(name, letters):
    glyphs = {".notdef": box(), "box": box(), "nothing": TTGlyphPen(None).glyph()}
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(list(glyphs))
    font.setupCharacterMap({0x25A1: "box"})
    font.font["cmap"].tables = [table(letters)]
    font.setupGlyf(glyphs)
    font.setupHorizontalMetrics({".notdef": (700, 60), "box": (700, 60), "nothing": (0, 0)})
    font.setupHorizontalHeader(ascent=900, descent=-200)
    font.setupNameTable({
        "copyright": "Kith, Apache-2.0",
        "familyName": f"Kith {name}",
        "styleName": "Regular",
        "psName": f"Kith{name}-Regular",
    })
    font.setupOS2(sTypoAscender=900, sTypoDescender=-200, usWinAscent=900, usWinDescent=200)
    font.setupPost()
    # The same bytes whenever it is made.
    font.font.recalcTimestamp = False
    font.updateHead(created=2082844800, modified=2082844800)
    font.save(HERE / f"{name}.ttf")


every = every_letter()
others = elsewhere()
make("Box", every)
make("Rest", {letter: shown for letter, shown in every.items() if letter not in others})
