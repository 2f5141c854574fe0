"""The command's frame: finding subcommands, and turning every end into an exit code."""

from __future__ import annotations

import importlib
import os
import sys
from typing import NoReturn

import click

from cxblueprint._version import __version__
from cxblueprint.errors import CxBlueprintError, LoadError, defect_in_words, did_you_mean

from .telling import tell

CLEAN, FINDINGS, MISUSE, DEFECT, INTERRUPTED = 0, 1, 2, 3, 130
_COMMANDS = {
    "check": "judge a blueprint by the rules",
    "explain": "show the page of a rule",
    "rules": "list the rules",
    "render": "draw a view of a blueprint",
    "site": "build the site of a blueprint",
    "serve": "show the site of a blueprint while you edit it",
    "walk": "walk a journey in the customer's shoes",
    "schema": "print the JSON Schema of blueprint files",
}


class _Commands(click.Group):
    """Subcommands that are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # as above
        if cmd_name not in _COMMANDS:
            return None
        command = importlib.import_module(f"cxblueprint.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            guess = did_you_mean(args[0], _COMMANDS) or f": there are {', '.join(_COMMANDS)}"
            ctx.fail(f"there is no command {args[0]!r}{guess}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # as above
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cxblueprint")
def cli() -> None:
    """Experience-design blueprints as code: check, draw and publish them."""


def main() -> NoReturn:
    """Run the command and exit with its code.

    0 is clean or done, 1 findings, 2 bad usage or unreadable input, 3 a defect of cxblueprint,
    130 an interruption.
    """
    _speak_utf8()
    try:
        code = cli.main(standalone_mode=False, prog_name="cxblueprint")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has seen enough
        code = CLEAN
    except (KeyboardInterrupt, click.exceptions.Abort):
        code = INTERRUPTED
    except click.ClickException as error:
        error.show()
        code = MISUSE
    except LoadError as error:
        tell("\n".join(str(complaint).replace("\n", " ") for complaint in error.complaints))
        code = MISUSE
    except CxBlueprintError as error:
        tell(f"error: {error}")
        code = MISUSE
    except Exception as error:  # noqa: BLE001  # users see one line, never a traceback
        tell(f"error: {defect_in_words(error, __version__)}".replace("\n", " "))
        code = DEFECT
    sys.exit(code if isinstance(code, int) else CLEAN)


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
