"""Fuzzing with atheris: libFuzzer, which keeps the inputs that lead to code that no other one has reached."""

from __future__ import annotations

import os
import pkgutil
import re
import sys
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import atheris

from scripts.fuzz import places
from scripts.fuzz.campaign import Campaign, Outcome
from scripts.fuzz.shortening import shortened

if TYPE_CHECKING:
    from tests.fuzz.targets import Target

HANGS_AFTER = 60
"""Seconds for one input: what takes a second elsewhere takes ten in instrumented code on a busy machine."""
_MEGABYTES = 2048
_STATE = re.compile(r"^#(\d+)\s+\w+\s+cov: (\d+) ft: \d+ corp: (\d+)/", re.MULTILINE)
_EXECUTED = re.compile(r"^stat::number_of_executed_units:\s+(\d+)", re.MULTILINE)
_ADAPTERS = ("cxblueprint.mkdocs_", "cxblueprint.testing", "cxblueprint.__main__", "cxblueprint.cli.app")


def instrumented() -> Mapping[str, Target]:
    """Import everything so that it tells which way it goes, and return the targets."""
    with redirect_stderr(StringIO()), atheris.instrument_imports(include=["cxblueprint", "yaml"]):
        import cxblueprint

        for module in pkgutil.walk_packages(cxblueprint.__path__, "cxblueprint."):
            if not module.name.startswith(_ADAPTERS):
                import_module(module.name)
    from tests.fuzz.targets import TARGETS

    return TARGETS


def fuzz(target: Target, campaign: Campaign) -> Outcome:
    """Fuzz one target in a process of its own, which libFuzzer ends as it likes."""
    before = set(places.failures(target.name).iterdir())
    log = places.log(target.name)
    child = os.fork()
    if child == 0:
        _fuzz_here(target, campaign, log)
    _, status = os.waitpid(child, 0)
    said = log.read_text(encoding="utf-8", errors="replace")
    new = sorted(set(places.failures(target.name).iterdir()) - before)
    if status and not new:
        sys.exit(f"the engine ended with {os.waitstatus_to_exitcode(status)}: see {places.shown(log)}")
    for file in new:
        if file.name.startswith("crash"):
            file.write_bytes(shortened(file.read_bytes(), target.run))
    states = _STATE.findall(said)
    edges, inputs = (int(states[-1][1]), int(states[-1][2])) if states else (0, 0)
    executed = _EXECUTED.search(said)
    executions = int(executed[1] if executed else states[-1][0] if states else 0)
    return Outcome(target.name, executions, inputs, edges, new[0] if new else None)


def _fuzz_here(target: Target, campaign: Campaign, log: Path) -> NoReturn:
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(output, 1)
    os.dup2(output, 2)
    folders = [places.found(target.name), places.SAVED / target.name]
    if campaign.is_from_files:
        folders.append(places.real_files(target.name, target.seeds()))
    options = [
        f"-max_total_time={max(1, round(campaign.seconds))}",
        f"-timeout={HANGS_AFTER}",
        f"-report_slow_units={HANGS_AFTER}",
        f"-rss_limit_mb={_MEGABYTES}",
        f"-max_len={target.longest}",
        f"-artifact_prefix={places.failures(target.name)}/",
        "-print_final_stats=1",
        f"-seed={campaign.seed or 0}",  # 0 stands for another one each time
    ]
    atheris.Setup(
        [sys.argv[0], *options, *(str(folder) for folder in folders if folder.is_dir())],
        target.run,
        custom_mutator=_mutator(target),
    )
    atheris.Fuzz()
    os._exit(0)


def _mutator(target: Target) -> Callable[[bytes, int, int], bytes]:
    from tests.fuzz.mutation import mutated

    real = target.seeds()

    def mutate(data: bytes, longest: int, seed: int) -> bytes:
        if seed % 3 == 0:
            return bytes(atheris.Mutate(data, longest))
        return mutated(data, real[seed // 3 % len(real)], seed)[:longest]

    return mutate
