"""Characters: which of them nobody sees, what entities stand for, and each one's canonical form.

Everything here works one character for one, or says which source characters one stands for.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from functools import cache, lru_cache
from html.entities import html5

from newsie.gazetteers import load_gazetteer
from newsie.triggers import compile_quick

# Members of a regex class: white space, and what has no width or no meaning outside its font.
BLANK = "\t\n\v\f\r\x1c-\x1f \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\ue000-\uf8ff" + r"\ud800-\udfff"
)
_RARE_UNSEEN = "\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
# Two classes, since one that reaches above U+FFFF is many times slower.
_UNSEEN_USUAL = re.compile(f"[{UNSEEN}]")
_UNSEEN_RARE = re.compile(f"[{_RARE_UNSEEN}]")
# 模(mó)範: how a character is said, which mirrors of pages put in behind it.
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_GLOSS = rf"(?<=[\u3400-\u9fff])[（(][a-zü\s/]{{0,12}}[{_TONED}][a-zü\s/{_TONED}]{{0,24}}[）)]"
_GLOSSED = compile_quick(_GLOSS)
# What forums hide in their posts, so that copies show it: 0 w; _- G2 b+ P$ b( ]6 t2 y
_NOISE = (
    r"(?<![!-~])(?=[!-~ ]*[{}~^\\`$#@_])(?=[!-~ ]*[A-Za-z])"
    r"(?:[!-~]{1,3} ){4,120}[!-~]{0,3}(?![!-~])"
)
_NOISE_SIGNS = r"{}~^\\`$#@"  # one of them is in nearly every stretch of it
_NOISY = re.compile(rf"[{_NOISE_SIGNS}]")
_NOISED = re.compile(_NOISE)
_HIDDEN = re.compile(
    rf"{_GLOSS}|{_NOISE}|&(?:#\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z]{{2,8}}[0-9]{{0,2}});|[{UNSEEN}{_RARE_UNSEEN}]+"
)
_ODD = "｡､･•‧・∙⋅﹐﹑﹒﹔﹕﹖﹗﹙﹚﹪﹣−‐\u2011ꞏ„‟〝〞"
_USUAL = "。、······，、.；：？！（）%----·““““"
_KEPT_WIDE = "，；：（）？！～＂＇"
_RARE = re.compile("[\U00010000-\U0010ffff]")
_FIRST_HAN = "㐀"  # no other character that one becomes stands behind it


def show_characters(raw: str, base: int) -> tuple[str, array[int], array[int]]:
    """Decode entities, drop what nobody sees and how characters are said: 模(mó)范.

    Args:
        raw: a stretch of source text.
        base: its offset in the source.

    Returns:
        The characters that a reader sees (blanks as they are), and for each the source offsets
        where what it stands for starts and ends.
    """
    shown: list[str] = []
    starts, ends = array("I"), array("I")
    position = 0
    for match in _HIDDEN.finditer(raw):
        decoded = _decoded(match.group())
        if decoded is None:
            continue
        starts.extend(range(base + position, base + match.start()))
        ends.extend(range(base + position + 1, base + match.start() + 1))
        shown += (raw[position : match.start()], decoded)
        if decoded:
            starts.append(base + match.start())
            ends.append(base + match.end())
        position = match.end()
    starts.extend(range(base + position, base + len(raw)))
    ends.extend(range(base + position + 1, base + len(raw) + 1))
    shown.append(raw[position:])
    return "".join(shown), starts, ends


@lru_cache(maxsize=1)  # the stages ask for one document after the other
def is_plain(text: str) -> bool:
    """Whether all characters of a text are seen, canonical and none of an entity."""
    return "&" not in text and _unlike_shown().search(text) is None


def hides_characters(text: str) -> bool:
    """Whether a text has entities or characters that nobody sees."""
    if _NOISY.search(text) and _NOISED.search(text):
        return True
    if _UNSEEN_USUAL.search(text) or _UNSEEN_RARE.search(text) or _GLOSSED.search(text):
        return True
    return "&" in text and _HIDDEN.search(text) is not None


def map_characters(text: str) -> str:
    """Bring each character to its canonical form, one for one.

    Traditional characters become simplified, full-width letters and digits ASCII, radicals and
    compatibility characters the usual ones. Chinese punctuation stays full-width.

    >>> map_characters("１２．５％，區政府•「僑」")
    '12.5%，区政府·「侨」'
    """
    text = _odd_characters().sub(_usual, text)
    return _RARE.sub(_usual, text) if _RARE.search(text) else text


def simplify(text: str, usual: str) -> str:
    """A text with its Chinese characters in canonical form, and all else as it is.

    Args:
        text: any.
        usual: what `map_characters` makes of it.

    >>> simplify("１２％，區政府", map_characters("１２％，區政府"))
    '１２％，区政府'
    """
    if text == usual:
        return text
    pairs = zip(text, usual, strict=True)
    return "".join([plain if plain >= _FIRST_HAN else own for own, plain in pairs])


def _decoded(hidden: str) -> str | None:
    """The character that an entity stands for; None where it is no entity of one character."""
    if hidden[0] != "&":
        return ""
    if hidden[1] == "#":
        hexadecimal = hidden[2] in "xX"
        code = int(hidden[3:-1] if hexadecimal else hidden[2:-1], 16 if hexadecimal else 10)
        character = chr(code) if code < 0x110000 else ""
    else:
        character = html5.get(hidden[1:], "")
        if len(character) != 1:
            return None
    return "" if _HIDDEN.fullmatch(character) else character


def _usual(match: re.Match[str]) -> str:
    return _character_map().get(match.group(), match.group())


@cache
def _unlike_shown() -> re.Pattern[str]:
    """What may be unseen or have another form: every character above U+FFFF too."""
    return re.compile(f"[{UNSEEN}{_TONED}{_NOISE_SIGNS}{_odd_members()}\U00010000-\U0010ffff]")


@cache
def _odd_characters() -> re.Pattern[str]:
    return re.compile(f"[{_odd_members()}]")


def _odd_members() -> str:
    # Without the rare characters above U+FFFF, with which a class is sixty times slower.
    return re.escape("".join(odd for odd in sorted(_character_map()) if ord(odd) < 0x10000))


@cache
def _character_map() -> dict[str, str]:
    """Every character that has another canonical form of one character."""
    mapped = dict(zip(_ODD, _USUAL, strict=True))
    for code in (
        *range(0xF900, 0xFB00),
        *range(0x2F00, 0x2FE0),
        *range(0x2E80, 0x2F00),
    ):
        folded = unicodedata.normalize("NFKC", chr(code))
        if len(folded) == 1 and folded != chr(code):
            mapped[chr(code)] = folded
    for code in range(0xFF01, 0xFF5F):
        if chr(code) not in _KEPT_WIDE:
            mapped[chr(code)] = chr(code - 0xFEE0)
    for row in load_gazetteer("traditional"):
        mapped[row["traditional"]] = row["simplified"]
    return {odd: mapped.get(usual, usual) for odd, usual in mapped.items()}
