"""The command line: reports in, rows beside their words out."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from importlib import import_module
from importlib.metadata import version as installed
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NoReturn

import typer
from typer.core import TyperGroup
from typer.main import get_command

from sijill.errors import RefusedInput, SijillError
from sijill.records import ActType, Language

if TYPE_CHECKING:
    from sijill.records import Reading

# What a command needs is imported when it runs, so that `sijill --version` answers at once; so are the
# commands that have a module of their own, with the function that each is.
_ELSEWHERE = {
    "evaluate": ("sijill.views.evaluate", "evaluate"),
    "verify": ("sijill.views.verify", "verify"),
    "upgrade": ("sijill.views.upgrade", "upgrade"),
    "meetings": ("sijill.views.meetings", "meetings"),
    "due": ("sijill.views.due", "due"),
    "follow": ("sijill.views.follow", "follow"),
    "compare": ("sijill.views.compare", "compare"),
    "export": ("sijill.views.export", "export"),
    "decide": ("sijill.views.decide", "decide"),
    "history": ("sijill.views.history", "history"),
    "code": ("sijill.views.code", "code"),
    "entities": ("sijill.views.entities", "entities"),
    "agreement": ("sijill.views.agreement", "agreement"),
    "check-packs": ("sijill.views.packs", "check_packs"),
}


class _Commands(TyperGroup):
    def list_commands(self, ctx: Any) -> list[str]:
        return [*super().list_commands(ctx), *_ELSEWHERE]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in _ELSEWHERE:
            return super().get_command(ctx, cmd_name)
        module, function = _ELSEWHERE[cmd_name]
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(cmd_name)(getattr(import_module(module), function))
        return get_command(alone)


app = typer.Typer(
    name="sijill",
    cls=_Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="A register of who met whom and who committed to, decided, proposed or opposed what, "
    "each row beside its words.",
    epilog="Ends with 1 where something was refused, with 2 where the command was written wrongly.",
)


class Output(StrEnum):
    """How readings are printed."""

    jsonl = "jsonl"
    table = "table"


def day(written: str) -> date:
    """A day of the command line."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter(f"{written!r} is no date; write a day such as 2023-09-19") from None


def _bound(written: str) -> str:
    from sijill.register.days import days

    if days(written) is None:
        raise typer.BadParameter(f"{written!r} is no date; write 2023, 2023-09 or 2023-09-19")
    return written


Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE", help="Texts, folders of texts (manifest.json gives dates), - for standard input."
    ),
]
Place = Annotated[
    str, typer.Argument(metavar="REGISTER", help="The file of the register, or its URL (postgresql://…).")
]
Published = Annotated[
    date | None,
    typer.Option(
        parser=day, metavar="DATE", help="When the texts were published; goes before a manifest.json."
    ),
]
Tongue = Annotated[Language | None, typer.Option(help="The language of the texts, to spare the guess.")]


@app.callback(invoke_without_command=True)
def _sijill(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
) -> None:
    if version:
        typer.echo(f"sijill {installed('sijill')}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        context.fail("name a command")


@app.command()
def read(
    files: Files,
    format: Annotated[
        Output, typer.Option(help="jsonl: a reading in one line of JSON; table: to be read by people.")
    ] = Output.jsonl,
    published: Published = None,
    language: Tongue = None,
) -> None:
    """Print texts as rows beside their words."""
    from sijill.exports.jsonl import to_json
    from sijill.runs.fixed import as_json
    from sijill.views.table import reading_lines

    for reading in _readings(files, published, language):
        _print(reading_lines(reading) if format is Output.table else [as_json(to_json(reading))])


@app.command()
def add(register: Place, files: Files, published: Published = None, language: Tongue = None) -> None:
    """Read texts into a register.

    It is made where there is none; adding a text twice changes nothing.
    """
    from sijill.register.store import Register
    from sijill.views.table import isolated

    with Register(register) as opened:
        for reading in _readings(files, published, language):
            added = opened.add(reading)
            told = f"{len(added.new_rows)} new rows" if added.new_rows else "nothing new"
            gone = f", {added.gone_rows} gone" if added.gone_rows else ""
            typer.echo(f"{isolated(reading.document.source)}: {told}{gone}")


@app.command()
def find(  # noqa: PLR0913 (a filter, an option)
    register: Place,
    party: Annotated[
        str | None,
        typer.Option(help="A party by id (KZ, csto), as actor, addressee, subject or participant."),
    ] = None,
    format: Annotated[str | None, typer.Option(help="The format of the meeting, such as c5+1.")] = None,
    topic: Annotated[str | None, typer.Option(help="A topic of the codebook, such as water.")] = None,
    type: Annotated[ActType | None, typer.Option(help="The type of the act.")] = None,
    since: Annotated[
        str | None, typer.Option(parser=_bound, metavar="DATE", help="From this year, month or day on.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(parser=_bound, metavar="DATE", help="Up to this year, month or day.")
    ] = None,
    text: Annotated[
        str | None,
        typer.Option(
            help="Words that all stand in the quote or the names, in whatever form; a phrase stands in «»."
        ),
    ] = None,
    like: Annotated[
        str | None,
        typer.Option(help="A sentence: acts whose words mean the like in any language, the nearest first."),
    ] = None,
    documents: Annotated[
        bool,
        typer.Option("--documents", help="Find whole documents that hold the words, rather than rows."),
    ] = False,
    order: Annotated[
        Literal["time", "nearness"],
        typer.Option(help="Rows in order of time, or those first in which the words stand the nearest."),
    ] = "time",
    limit: Annotated[int | None, typer.Option(min=1, help="Print so many rows at the most.")] = None,
) -> None:
    """Find rows of a register, in order of time.

    Rows are found that pass all of the filters given; with --documents, texts that have such a row.
    """
    from sijill.register.search import Query
    from sijill.register.store import Register
    from sijill.views.table import found_lines, text_lines

    query = Query(
        party=party,
        format=format,
        topic=topic,
        type=type,
        since=since,
        until=until,
        text=text,
        like=like,
        order=order,
        limit=limit,
    )
    if documents and not text:
        raise typer.BadParameter("--documents looks for words; name them with --text")
    with Register(register, create=False) as opened:
        texts = opened.find_texts(query) if documents else []
        rows = [] if documents else opened.find(query)
    told = [*map(text_lines, texts), *map(found_lines, rows)]
    for lines in told:
        _print(lines)
    if not told:
        typer.echo(f"no {'document' if documents else 'row'} is like that", err=True)


@app.command()
def show(
    register: Place,
    row: Annotated[str, typer.Argument(metavar="ID", help="The id of a row, as find prints it.")],
) -> None:
    """Show one row with its words and document."""
    from sijill.register.store import Register
    from sijill.views.table import shown_lines

    with Register(register, create=False) as opened:
        _print(shown_lines(opened.show(row)))


@app.command()
def demo(
    register: Annotated[
        Path | None, typer.Option(help="Keep what is read in this register; else it is gone afterwards.")
    ] = None,
) -> None:
    """Read the packaged examples, and show what is in them."""
    from sijill.views.demo import demo_lines

    _print(demo_lines(register))


def main() -> NoReturn:
    """The entry point: errors in one sentence, 1 for what was refused, 2 for misuse."""
    # Word lists are many small objects that live as long as the program: looking for garbage among them
    # again and again makes a fifth of the start.
    gc.set_threshold(100_000, 20, 50)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = _run()
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has enough; nothing is to be written at the interpreter's end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)


def _run() -> int:
    try:
        result = app(standalone_mode=False)
    except typer.TyperException as misuse:
        typer.echo(_sentence(misuse), err=True)
        return 2
    except SijillError as refused:
        typer.echo(str(refused), err=True)
        return 1
    except typer.Abort:
        return 130
    return result if isinstance(result, int) else 0


def _sentence(misuse: typer.TyperException) -> str:
    said = misuse.format_message()
    return (
        said if said.startswith("Usage:") else f"{' '.join(said.split())} (sijill --help lists what there is)"
    )


def _readings(files: Iterable[str], published: date | None, language: Language | None) -> Iterator[Reading]:
    """A reading of every text that can be read; ends with 1 after the last where one could not."""
    from sijill.documents.load import load_all
    from sijill.reading import read_document

    refused = False
    for document in load_all(files, published, language):
        try:
            if isinstance(document, RefusedInput):
                raise document
            reading = read_document(document)
        except RefusedInput as error:
            typer.echo(str(error), err=True)
            refused = True
        else:
            yield reading
    if refused:
        raise typer.Exit(1)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)
