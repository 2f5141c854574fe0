"""The command's frame: finding subcommands, and turning every end into an exit code."""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
import sys
from typing import Any, NoReturn

import click

from cxblueprint._version import __version__
from cxblueprint.errors import (
    CxBlueprintError,
    LoadError,
    UsageError,
    defect_in_words,
    did_you_mean,
    reason_of,
)

from .telling import tell

CLEAN, FINDINGS, MISUSE, DEFECT, INTERRUPTED, TERMINATED = 0, 1, 2, 3, 130, 143
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


class _Terminated(KeyboardInterrupt):
    """Somebody asked the process to end, which is an interruption with another exit code."""


class _Stopped(BaseException):
    """A command was interrupted; click would write a line about it."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code


class _Commands(click.Group):
    """Subcommands that are imported when they are called."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  # click's signature
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            raise _Stopped(TERMINATED if isinstance(error, _Terminated) else INTERRUPTED) from None

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

    0 is clean or done, 1 findings, 2 bad usage, unreadable input or a machine that refuses, 3 a defect of
    cxblueprint, 130 an interruption, 143 a request to end.
    """
    _speak_utf8()
    with contextlib.suppress(ValueError):  # only the main thread may say what a signal does
        signal.signal(signal.SIGTERM, _terminate)
    try:
        _require_folder()
        code = cli.main(standalone_mode=False, prog_name="cxblueprint")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has seen enough
        code = CLEAN
    except _Stopped as stopped:
        code = stopped.code
    except (KeyboardInterrupt, click.exceptions.Abort):
        code = INTERRUPTED
    except click.ClickException as error:
        with contextlib.suppress(OSError):
            error.show()
        code = MISUSE
    except LoadError as error:
        tell("\n".join(str(complaint).replace("\n", " ") for complaint in error.complaints))
        code = MISUSE
    except CxBlueprintError as error:
        tell(f"error: {error}")
        code = MISUSE
    except Exception as error:  # noqa: BLE001  # users see one line, never a traceback
        if isinstance(error, OSError) and error.filename is None:  # a file would have a name
            tell(f"error: standard output cannot be written: {reason_of(error)}")
            code = MISUSE
        else:
            tell(f"error: {defect_in_words(error, __version__)}".replace("\n", " "))
            code = DEFECT
    sys.exit(code if isinstance(code, int) else CLEAN)


def _speak_utf8() -> None:
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever called us
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115  # until we end
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _require_folder() -> None:
    """Refuse to begin where there is nothing that paths could start from."""
    try:
        os.getcwd()  # noqa: PTH109  # nothing is done with it
    except OSError as error:
        msg = f"the folder you are in cannot be used: {reason_of(error)}; go to another"
        raise UsageError(msg) from None


def _terminate(*_: object) -> NoReturn:
    raise _Terminated
