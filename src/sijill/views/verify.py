"""`sijill verify`: does each quote of an extraction, each row of a register, stand in its source?"""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from dataclasses import asdict, replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sijill.errors import RefusedInput, SijillError
from sijill.register.schema import KINDS
from sijill.runs.audit import audit, is_register
from sijill.runs.claims import Fields, read_claims
from sijill.runs.fixed import FixedRows, as_json
from sijill.runs.verify import Checked, Sources, check

_COLOURS = {"found": "green", "ambiguous": "yellow", "altered": "red", "absent": "red"}
_REASONS = {
    "half a word": "it begins or ends inside a word or a number",
    "crosses furniture": "its words do not follow each other in the running text",
    "no words": "there are no words in it",
}


class Format(StrEnum):
    """How the verdicts are printed."""

    text = "text"
    jsonl = "jsonl"


def verify(
    extraction: Annotated[
        str,
        typer.Argument(
            help="A register, or rows with quotes: JSON lines, CSV, JSON; - is standard input (JSON lines)."
        ),
    ],
    sources: Annotated[
        Path | None, typer.Option(help="The folder of the source files, or the one file that all rows quote.")
    ] = None,
    field: Annotated[
        list[str] | None,
        typer.Option(
            help="What a field is called in the rows: quote=NAME, source=NAME, start=NAME or end=NAME."
        ),
    ] = None,
    format: Annotated[
        Format, typer.Option(help="Sentences to read, or the rows with their verdicts.")
    ] = Format.text,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix", help="Write NAME.fixed with exact words and offsets, NAME.false with the rest."
        ),
    ] = False,
) -> None:
    """Check that each quote of an extraction stands in its source, and at the offsets it gives.

    Spelling may differ (vowel marks, hamza seats, digits, quotation marks, case …), words and numbers may
    not. Of a register, every row is held against the text kept with it, and that text against its hash.
    Ends with 1 if anything is false, with 2 if something cannot be read.
    """
    try:
        if is_register(extraction):
            _audit(extraction, format)
            return
        counts = _run(extraction, Sources(sources), _fields(field or []), format, fix)
    except SijillError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    typer.echo(_summary(counts), err=format is Format.jsonl)
    if counts["altered"] + counts["absent"]:
        raise typer.Exit(1)


def _run(extraction: str, sources: Sources, fields: Fields, format: Format, fix: bool) -> Counter[str]:
    counts: Counter[str] = Counter()
    fixed = FixedRows(extraction) if fix else None
    with fixed or nullcontext():
        for checked in check(read_claims(extraction, fields), sources):
            counts[checked.grounded.verdict] += 1
            counts["misplaced"] += checked.true and checked.offsets is False
            typer.echo(as_json(checked.as_row()) if format is Format.jsonl else _told(checked))
            if fixed:
                fixed.write(checked)
    if fixed:
        typer.echo(f"wrote {fixed.true} and {fixed.false}", err=True)
    return counts


def _audit(register: str, format: Format) -> None:
    """Tell what of a register is false (as JSON lines: every row)."""
    rows = documents = faults = 0
    for audited in audit(register):
        documents += audited.kind == "document"
        rows += audited.kind in KINDS
        faults += bool(audited.fault)
        if format is Format.jsonl:
            verdict = "altered" if audited.fault else "found"
            typer.echo(as_json(asdict(audited) | {"verdict": verdict, "reason": audited.fault or None}))
        elif audited.fault:
            place = f"{audited.kind} {audited.id}  {audited.source}".rstrip()
            typer.echo(f"{typer.style('false', fg='red')}  {place}: {audited.fault}")
    told = f"{faults} {'thing is' if faults == 1 else 'things are'} false" if faults else "all stand"
    typer.echo(f"{rows} rows of {documents} documents: {told}", err=format is Format.jsonl)
    if faults:
        raise typer.Exit(1)


def _fields(named: list[str]) -> Fields:
    fields = Fields()
    for pair in named:
        ours, _, theirs = pair.partition("=")
        if ours not in ("source", "quote", "start", "end") or not theirs:
            raise RefusedInput(f"--field {pair}: write quote=NAME, source=NAME, start=NAME or end=NAME")
        fields = replace(fields, **{ours: theirs})
    return fields


def _told(checked: Checked) -> str:
    """One claim in words: a line, and where the quote is false the nearest passage below it."""
    grounded, claim = checked.grounded, checked.claim
    verdict = typer.style(f"{grounded.verdict:<9}", fg=_COLOURS[grounded.verdict])
    line = f"{verdict} {claim.where}  {claim.source}"
    if grounded.span is not None:
        line += f"  {grounded.span.start}-{grounded.span.end}"
        if grounded.places > 1:
            line += f", the first of {grounded.places} places"
        if checked.offsets is False:
            line += f", not {claim.start}-{claim.end} as given"
        return line
    line += f"\n    quote   {_one_line(claim.quote)}"
    if grounded.reason in _REASONS:
        line += f"\n    reason  {_REASONS[grounded.reason]}"
    return line + (f"\n    source  {_marked(checked)}" if grounded.nearest is not None else "")


def _marked(checked: Checked) -> str:
    """The nearest passage, with the quote's words [-so-] and the source's own {+so+} where they differ."""
    nearest = checked.grounded.nearest
    if nearest is None:
        return ""
    parts, at = [], nearest.start
    for one in nearest.differences:
        parts.append(nearest.text[at - nearest.start : max(at, one.start) - nearest.start])
        if one.written:
            parts.append(("" if one.source else " ") + typer.style(f"[-{one.written}-]", fg="red"))
        if one.source:
            parts.append((" " if one.written else "") + typer.style(f"{{+{one.source}+}}", fg="green"))
        at = max(at, one.end)
    parts.append(nearest.text[at - nearest.start :])
    return f"{nearest.start}-{nearest.end}  {_one_line(''.join(parts))}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _summary(counts: Counter[str]) -> str:
    verdicts = ("found", "ambiguous", "altered", "absent")
    total = sum(counts[verdict] for verdict in verdicts)
    told = ", ".join(f"{counts[verdict]} {verdict}" for verdict in verdicts if counts[verdict])
    misplaced = f"; {counts['misplaced']} found elsewhere than given" if counts["misplaced"] else ""
    return f"{total} {'quote' if total == 1 else 'quotes'}: {told or 'nothing to check'}{misplaced}"
