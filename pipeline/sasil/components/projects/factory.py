"""The components of the room: names of projects, and the records of projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.component("sasil_project_names")
def project_names(doc: Doc) -> Doc:
    """Keep the names of projects of a Doc as its group ``projects``."""
    from sasil.components.projects.finder import find_project_names
    from sasil.doc import mentions, set_mentions, text_of, words

    set_mentions(doc, "projects", find_project_names(text_of(doc), words(doc), mentions(doc)))
    return doc


@Language.component("sasil_projects")
def projects(doc: Doc) -> Doc:
    """Keep the records of the projects of a Doc."""
    from sasil.components.projects.records import find_projects
    from sasil.doc import mentions, parts, published_at, set_parts, text_of, words
    from sasil.record import Organization

    bodies = parts(doc, "organizations", Organization)
    set_parts(doc, "projects", find_projects(text_of(doc), words(doc), mentions(doc), published_at(doc), bodies))
    return doc
