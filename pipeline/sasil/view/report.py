"""Records as a report: one HTML file that needs no server, no network and nothing beside it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache

from sasil.record import Record
from sasil.sinks.explanation import rules
from sasil.view.page import EARLY, ICON, MAIN, STYLES, assets, embedded, filled, inert

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./(?P<module>[\w.-]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(async )?(class|const|function|let)\b)", re.MULTILINE)


def report(records: Iterable[Record], title: str) -> str:
    r"""Return the report of some records as HTML; ``title`` is plain text.

    Scripts and styles are named in its Content-Security-Policy by their hashes, so nothing that a text holds is ever
    run, and nothing is loaded.

    >>> page = report([Record(id="1", text="</script><b>나루시</b>")], "나루시")
    >>> "</script><b>" in page, "\\u003cb\\u003e나루시" in page
    (False, True)
    """
    style = "".join(_asset(name) for name in STYLES)
    scripts = [_asset(EARLY), bundle()]
    icon = base64.b64encode(assets()[ICON][0]).decode("ascii")
    policy = (
        f"default-src 'none'; script-src {' '.join(map(_hash, scripts))}; style-src {_hash(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    head = [
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        f'<link rel="icon" href="data:image/svg+xml;base64,{icon}">',
        f"<script>{scripts[0]}</script>",
        f"<style>{style}</style>",
    ]
    return filled(
        title=title,
        head="\n".join(head),
        data=_data(records),
        scripts=f'<script type="module">{scripts[1]}</script>',
    )


def _data(records: Iterable[Record]) -> str:
    """Return what the page shows as JSON; records are written one by one, as there may be many."""
    held = ",\n".join(inert(record.model_dump_json()) for record in records)
    return f'{{"live":false,"rules":{embedded(rules())},"records":[\n{held}]}}'


@cache
def bundle() -> str:
    """Return the modules of the view as one script: each once, after those that it imports.

    Modules of a file cannot be loaded from a page that is a file itself. They import by name and give no two things one
    name, so leaving out the words import and export is all that it takes.
    """
    return "".join(_EXPORT.sub("", _IMPORT.sub("", _asset(name))) for name in _ordered(MAIN, {}))


def _ordered(name: str, seen: dict[str, None]) -> Iterator[str]:
    seen[name] = None
    for match in _IMPORT.finditer(_asset(name)):
        if match["module"] not in seen:
            yield from _ordered(match["module"], seen)
    yield name


def _asset(name: str) -> str:
    return assets()[name][0].decode("utf-8")


def _hash(content: str) -> str:
    """Return the source expression by which a Content-Security-Policy (level 3) names an inline element."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode('ascii')}'"
