"""What check() shows: a compact table in a notebook, plain lines elsewhere."""

from dataclasses import dataclass
from enum import StrEnum
from html import escape


class Outcome(StrEnum):
    """How one property, or a whole answer, came out."""

    PASSED = "passed"
    FAILED = "not passed"
    DOUBTFUL = "visible tests passed, but"
    NOT_ATTEMPTED = "not attempted"
    NOT_TRIED = "not tried"
    UNKNOWN = "no such exercise"


_SIGNS = {
    Outcome.PASSED: "✓",
    Outcome.FAILED: "✗",
    Outcome.NOT_ATTEMPTED: "○",
    Outcome.NOT_TRIED: "–",
}
# Each stands out from a white page and from a dark one, by 4:1.
_COLOURS = {
    Outcome.PASSED: "#2a8a43",
    Outcome.FAILED: "#bd6206",
    Outcome.DOUBTFUL: "#bd6206",
    Outcome.NOT_ATTEMPTED: "#757d86",
    Outcome.NOT_TRIED: "#757d86",
}


@dataclass(frozen=True)
class Finding:
    """One visible property: its sentence and how it came out."""

    sentence: str
    outcome: Outcome
    expected: str = ""
    got: str = ""
    part: str = ""
    place: tuple[int, ...] = ()
    note: str = ""

    @property
    def detail(self) -> tuple[str, ...]:
        """The lines below the sentence: expected and got, or what happened."""
        lines = [f"{self.part}:"] if self.part else []
        if self.expected:
            lines += [f"expected  {self.expected}", f"got       {self.got}"]
        if self.place:
            lines.append(f"first difference at {list(self.place)}")
        if self.note:
            lines.append(self.note)
        return tuple(lines)


@dataclass(frozen=True)
class Verdict:
    """The outcome of one answer. `message` says more where a mistake was recognised.

    `remarks`: sentences on what is odd beside the result.
    """

    function: str
    outcome: Outcome
    findings: tuple[Finding, ...]
    message: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def advice(self) -> str:
        """What to do next, in a sentence; empty when all passed."""
        if self.outcome is Outcome.NOT_ATTEMPTED:
            return (
                "Write your code in place of the line with raise, run that cell, then check again. "
                "If that cell shows an error in red, mend it first."
            )
        if self.outcome in (Outcome.FAILED, Outcome.DOUBTFUL):
            return f"Stuck? hint({self.function}) goes one step further each time you run it."
        return ""

    def __repr__(self) -> str:
        if self.outcome is Outcome.UNKNOWN:
            return self.message
        lines = [f"{self.function}: {self.outcome}"]
        lines += [f"  {self.message}"] if self.message else []
        for finding in self.findings:
            lines.append(f"  {_SIGNS[finding.outcome]} {finding.sentence}")
            lines += [f"      {line}" for line in finding.detail]
        lines += [f"  {remark}" for remark in self.remarks]
        return "\n".join(lines + ([self.advice] if self.advice else []))

    def _repr_html_(self) -> str:
        if self.outcome is Outcome.UNKNOWN:
            return _paragraph(escape(self.message))
        rows = "".join(_row(finding) for finding in self.findings)
        message = f"<b>{escape(self.message)}</b>" if self.message else ""
        return (
            '<div style="border-left:4px solid '
            f'{_COLOURS[self.outcome]};padding:.1em .9em;margin:.3em 0">'
            f'<p style="margin:.3em 0"><code>{escape(self.function)}</code> <b>{self.outcome}</b></p>'
            f"{_paragraph(message)}"
            f'<table style="border-collapse:collapse;margin:0">{rows}</table>'
            f"{''.join(_paragraph(escape(remark)) for remark in self.remarks)}"
            f"{_paragraph(escape(self.advice))}</div>"
        )


def _paragraph(html: str) -> str:
    return f'<p style="margin:.4em 0;max-width:46em">{html}</p>' if html else ""


def _row(finding: Finding) -> str:
    detail = "".join(
        f'<div style="white-space:pre-wrap;font-family:monospace;font-size:92%">{escape(line)}</div>'
        for line in finding.detail
    )
    cell = "text-align:left;vertical-align:top;padding:.15em .6em .15em 0"
    sign = (
        f'<span style="color:{_COLOURS[finding.outcome]}">{_SIGNS[finding.outcome]}</span> {finding.outcome}'
    )
    return (
        f'<tr style="background:none"><td style="{cell};white-space:nowrap">{sign}</td>'
        f'<td style="{cell}">{escape(finding.sentence)}{detail}</td></tr>'
    )
