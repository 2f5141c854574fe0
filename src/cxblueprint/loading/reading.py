"""Files to a blueprint: read, parse, merge, validate; every complaint at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxblueprint.collecting import no_collection
from cxblueprint.errors import Complaint, LoadError, UsageError
from cxblueprint.model import Blueprint, attach_origin

from .complaints import validate
from .decoding import UndecodableError, decode
from .json_parser import parse_json
from .limits import Limits, in_bytes
from .merging import Document, merge
from .positions import MOST_COMPLAINTS, FileComplaints, SourceText, UnparsableError
from .sources import BlueprintFile, Format, StrPath, UnreadableError, find_files, read_bytes
from .yaml_parser import parse_yaml

DEFAULT_LIMITS = Limits()


def load(*paths: StrPath, limits: Limits = DEFAULT_LIMITS) -> Blueprint:
    """Return the one blueprint that some files and folders hold together.

    A folder stands for every `.yaml`, `.yml` and `.json` file in it and below it, hidden ones left
    out; `-` is standard input.

    Raises:
        LoadError: something cannot be read or is no blueprint; holds everything wrong with it.
        UsageError: no path is given.
    """
    if not paths:
        msg = "no path is given; name a file or a folder"
        raise UsageError(msg)
    return load_contents(read_contents(paths, limits), limits)[0]


def loads(
    text: str,
    *,
    format: Format = "yaml",  # noqa: A002  # the published name
    name: str = "<text>",
    limits: Limits = DEFAULT_LIMITS,
) -> Blueprint:
    """Return the blueprint that a text holds; `name` stands for the file in complaints and findings.

    Raises:
        LoadError: the text is no blueprint; holds everything wrong with it.
        UsageError: the format is neither `yaml` nor `json`.
    """
    if format not in ("yaml", "json"):
        msg = f"format {format!r} is not known; use 'yaml' or 'json'"
        raise UsageError(msg)
    with no_collection():
        session = _Session(limits)
        try:
            session.read(text.encode(), name, format)
        except UnicodeEncodeError as error:
            said = f"the character U+{ord(text[error.start]):04X} is half of a character"
            session.fail([Complaint(said, SourceText(name, text).location(error.start))])
        return session.blueprint()


@dataclass(frozen=True, slots=True)
class Content:
    """One file of a blueprint, and the bytes in it."""

    file: BlueprintFile
    data: bytes


def read_contents(paths: Iterable[StrPath], limits: Limits = DEFAULT_LIMITS) -> Iterator[Content | Complaint]:
    """Yield what is in the files behind some paths, one after the other, or why one cannot be read."""
    files, complaints = find_files(paths, limits)
    yield from complaints
    for file in files:
        try:
            data = read_bytes(file, limits)
        except UnreadableError as error:
            yield error.complaint
        else:
            yield Content(file, data)


def load_contents(
    contents: Iterable[Content | Complaint], limits: Limits = DEFAULT_LIMITS
) -> tuple[Blueprint, tuple[SourceText, ...]]:
    """Return the one blueprint that some contents are together, and the text of each of them.

    Raises:
        LoadError: they are none, or a complaint is among them; holds everything wrong.
    """
    with no_collection():
        session = _Session(limits)
        for content in contents:
            if isinstance(content, Complaint):
                session.fail([content])
            else:
                session.read(content.data, content.file.name, content.file.format)
        return session.blueprint(), tuple(session.sources)


class _Session:
    """What is known while files are read: their documents, and everything wrong with them."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._documents: list[Document] = []
        self._complaints: list[Complaint] = []
        self._more = 0
        self._broken: set[tuple[SourceText, int]] = set()
        self._is_complete = True
        self.sources: list[SourceText] = []
        """The texts that were read, in order."""

    def fail(self, complaints: Iterable[Complaint]) -> None:
        """Note why some file cannot be part of the blueprint."""
        for complaint in complaints:
            self._complaints.append(complaint)
            self._is_complete = False

    def read(self, data: bytes, name: str, stated: Format | None) -> None:
        """Take up what a file holds."""
        if len(data) > self._limits.file_bytes:
            said = f"has {in_bytes(len(data))}, more than the {in_bytes(self._limits.file_bytes)} allowed"
            self.fail([Complaint(said, SourceText(name, "").location(0))])
            return
        try:
            source = SourceText(name, decode(data, name))
        except UndecodableError as error:
            self.fail([error.complaint])
            return
        self.sources.append(source)
        found = FileComplaints(source)
        try:
            parse = parse_json if (stated or _format_of(source.text)) == "json" else parse_yaml
            value, marks = parse(source, found, self._limits)
        except UnparsableError as error:
            place = source.location(error.offset)
            self.fail([Complaint(error.message, place)])
            # What stands on the line where the thread was lost is rarely a second mistake.
            found.listed = [complaint for complaint in found.listed if _line(complaint) < place.line]
        else:
            self._documents.append(Document(source, value, marks))
        self._complaints.extend(found.listed)
        self._more += max(found.count - MOST_COMPLAINTS, 0)
        self._broken.update((source, offset) for offset in found.broken)

    def blueprint(self) -> Blueprint:
        """Return the blueprint that all files make together.

        Raises:
            LoadError: there are complaints.
        """
        merged = merge(self._documents, is_complete=self._is_complete)
        blueprint: Blueprint | None = None
        if merged is not None:
            merged.broken |= self._broken
            blueprint, complaints, more = validate(merged)
            self._complaints.extend(complaints + merged.complaints)
            self._more += more + merged.more
        if self._complaints or blueprint is None or merged is None:
            raise LoadError(_in_order(self._complaints, self._more))
        attach_origin(blueprint, merged.origin)
        return blueprint


def _in_order(complaints: Iterable[Complaint], more: int) -> list[Complaint]:
    """Return the complaints by place, each once, with a count in place of those that nobody would read."""
    ordered = sorted(set(complaints), key=lambda one: (one.location is None, one.location, one.message))
    more += len(ordered[MOST_COMPLAINTS:])
    return ordered[:MOST_COMPLAINTS] + ([Complaint(f"and {more:,} more")] if more else [])


def _line(complaint: Complaint) -> int:
    return complaint.location.line if complaint.location else 0


def _format_of(text: str) -> Format:
    """Return what a text without a name looks like: JSON begins with a brace and a quote."""
    head = text[:1000].split(maxsplit=1)
    start = "".join(head)[:2]
    return "json" if start in ('{"', "{}") else "yaml"
