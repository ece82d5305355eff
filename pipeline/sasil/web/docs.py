"""The page of the API's documentation, made of its OpenAPI document: plain HTML, no script, nothing from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

from sasil.web.problems import KINDS

_FOLDER = files("sasil.web") / "assets"
_METHODS = ("get", "post")

STYLE = {"docs.css": ((_FOLDER / "docs.css").read_bytes(), "text/css; charset=utf-8")}


def docs_page(specification: Mapping[str, Any]) -> str:
    """Return the page for an OpenAPI document; each kind of problem has its place in it, to which ``type`` leads."""
    info, schemas = specification["info"], specification["components"]["schemas"]
    return Template((_FOLDER / "docs.html").read_text(encoding="utf-8")).substitute(
        title=escape(info["title"]),
        version=escape(info["version"]),
        summary=escape(info["summary"]),
        operations="\n".join(_operations(specification["paths"])),
        problems="\n".join(_problems()),
        schemas="\n".join(_schema(name, schemas[name]) for name in sorted(schemas)),
    )


def _operations(paths: Mapping[str, Any]) -> Iterator[str]:
    for path, methods in paths.items():
        for method in _METHODS:
            if method in methods:
                yield _operation(path, method, methods[method])


def _operation(path: str, method: str, said: Mapping[str, Any]) -> str:
    parts = [
        f'<section id="{method}{escape(path.replace("/", "-"))}">',
        f'<h2><span class="method">{method.upper()}</span> <code>{escape(path)}</code></h2>',
        f"<p>{escape(said.get('description', ''))}</p>",
    ]
    body = said.get("requestBody")
    if body is not None:
        parts += ["<h3>Body</h3>", *_contents(body["content"])]
    parts += ["<h3>Answers</h3>", "<dl>"]
    for status, answer in said["responses"].items():
        names = ", ".join(f"<code>{escape(name)}</code>" for name in answer.get("content", {}))
        parts.append(f"<dt>{escape(str(status))}</dt><dd>{escape(answer['description'])} {names}</dd>")
    return "\n".join([*parts, "</dl>", "</section>"])


def _contents(contents: Mapping[str, Any]) -> Iterator[str]:
    for name, content in contents.items():
        yield f"<p><code>{escape(name)}</code> {_type(content.get('schema', {}))}</p>"
        shown = [one["value"] for one in content.get("examples", {}).values()]
        if "example" in content:
            shown.append(content["example"])
        for value in shown:
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=2)
            yield f'<pre tabindex="0"><code>{escape(text)}</code></pre>'


def _problems() -> Iterator[str]:
    for kind in KINDS.values():
        yield (
            f'<tr id="{kind.name}"><th scope="row"><code>{kind.name}</code></th><td>{kind.status}</td>'
            f"<td>{escape(kind.title)}</td><td>{escape(kind.korean)}</td></tr>"
        )


def _schema(name: str, schema: Mapping[str, Any]) -> str:
    needed = schema.get("required", ())
    rows = "".join(
        f'<tr><th scope="row"><code>{escape(key)}</code>{"" if key in needed else "?"}</th><td>{_type(part)}</td>'
        f"<td>{escape(part.get('description', ''))}</td></tr>"
        for key, part in schema.get("properties", {}).items()
    )
    told = f"<p>{escape(schema.get('description', ''))}</p>"
    return (
        f'<details id="schema-{escape(name)}"><summary><code>{escape(name)}</code></summary>'
        f"{told}<table><tbody>{rows}</tbody></table></details>"
    )


def _type(schema: Mapping[str, Any]) -> str:
    """Return the type of a value in words, other schemas as links."""
    if "$ref" in schema:
        name = escape(schema["$ref"].rpartition("/")[2])
        return f'<a href="#schema-{name}">{name}</a>'
    if "const" in schema:
        return f"<code>{escape(json.dumps(schema['const']))}</code>"
    if "enum" in schema:
        return " | ".join(f"<code>{escape(json.dumps(one))}</code>" for one in schema["enum"])
    for union in ("anyOf", "oneOf"):
        if union in schema and "type" not in schema:
            return " | ".join(_type(one) for one in schema[union])
    if schema.get("type") == "array":
        return f"array of {_type(schema.get('items', {}))}"
    kinds = schema.get("type", "any")
    return escape(" | ".join(kinds) if isinstance(kinds, list) else kinds)
