"""The page of all commands, made from their help: `python -m sijill.views.reference > docs/cli.md`."""

from __future__ import annotations

from collections.abc import Iterator

import typer
from typer.core import TyperGroup
from typer.main import get_group

from sijill.views.cli import app

_WIDTH = 100
_HEAD = """\
# The command line

Made from the commands' own help by `python -m sijill.views.reference > docs/cli.md`; a test holds it current.
"""


def page() -> str:
    """The help of every command, as Markdown."""
    return "\n".join([_HEAD, *_sections(get_group(app))])


def _sections(group: TyperGroup) -> Iterator[str]:
    with typer.Context(group, info_name="sijill", terminal_width=_WIDTH) as context:
        yield f"```text\n{group.get_help(context)}\n```\n"
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            if command is not None:
                inner = typer.Context(command, parent=context, info_name=name, terminal_width=_WIDTH)
                yield f"## sijill {name}\n\n```text\n{command.get_help(inner)}\n```\n"


if __name__ == "__main__":
    print(page(), end="")
