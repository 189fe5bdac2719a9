"""An answer as the tokens that say what it does, whatever things are called and however it is laid out."""

import builtins
import io
import keyword
import tokenize
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

LENGTH = 8  # tokens in a run

Line = tuple[str, ...]
Run = tuple[str, ...]

_LONGEST = 20_000
_NO_CODE = {tokenize.COMMENT, tokenize.NL, tokenize.ENCODING, tokenize.ENDMARKER}
_BEGIN = {"def", "class"}
_LAYOUT = {tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
_WORDS = {*dir(builtins), *keyword.kwlist}


def lines_of(source: str) -> Iterator[Line]:
    """Yield the logical lines of a source, as far as Python can read it; docstrings are none."""
    line: list[tokenize.TokenInfo] = []
    tokens = tokenize.generate_tokens(io.StringIO(source[:_LONGEST]).readline)
    with suppress(tokenize.TokenError, SyntaxError):
        for token in tokens:
            if token.type in _LAYOUT:
                yield from _whole(line)
                line = []
            elif token.type not in _NO_CODE:
                line.append(token)
    yield from _whole(line)


def _whole(line: Sequence[tokenize.TokenInfo]) -> Iterator[Line]:
    if any(token.type != tokenize.STRING for token in line):
        yield tuple(token.string for token in line)


def runs_of(source: str, given: frozenset[Line], names: frozenset[str]) -> frozenset[Run]:
    """Return every run of tokens in what a student wrote beside the `given` lines.

    Variables, numbers and strings are one like the other; `names` keep their own. The line that begins one of
    them is given, too, whatever its arguments are called.
    """
    tokens = [
        each
        for line in lines_of(source)
        if line not in given and not (line[0] in _BEGIN and line[1:2] and line[1] in names)
        for each in _normalised(line, names)
    ]
    return frozenset(tuple(tokens[at : at + LENGTH]) for at in range(len(tokens) - LENGTH + 1))


def lines_in(sources: Iterable[str]) -> frozenset[Line]:
    """Return all logical lines of some sources."""
    return frozenset(line for source in sources for line in lines_of(source))


def public_names(sources: Iterable[str]) -> frozenset[str]:
    """Return what sources define or import: the words that everybody has in common."""
    return frozenset(
        name
        for line in lines_in(sources)
        if line[0] in _BEGIN or line[0] in ("import", "from")
        for name in (line[1:2] if line[0] in _BEGIN else line[1:])
        if name.isidentifier()
    )


def _normalised(line: Line, names: frozenset[str]) -> Iterator[str]:
    depth, before = 0, ""
    for token, after in zip(line, (*line[1:], ""), strict=True):
        depth += (token in "([{") - (token in ")]}")
        is_option = after == "=" and depth > 0 and line[0] != "def"
        if token in _WORDS or token in names or before == "." or is_option:
            yield token
        elif token.isidentifier():
            yield "name"
        else:
            yield _constant(token)
        before = token


def _constant(token: str) -> str:
    if token[0].isdigit() or (token[0] == "." and token[1:2].isdigit()):
        return "number"
    return "text" if token[-1] in "\"'" else token
