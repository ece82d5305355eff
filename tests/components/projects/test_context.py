"""Places of forms in a text, as an alternation of them finds them."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from sasil.components.projects.context import places_of


@given(st.text("가나다 2", max_size=60), st.lists(st.text("가나다 2", min_size=1, max_size=4), min_size=1, max_size=8))
@example("물빛 산책로 조성사업", ["산책로", "산책로 조성사업", "물빛"])
def test_forms_are_found_as_by_an_alternation(text: str, forms: list[str]) -> None:
    wanted = re.compile("|".join(map(re.escape, forms)))
    assert list(places_of(text, forms)) == [(found.start(), found[0]) for found in wanted.finditer(text)]


def test_no_forms_have_no_places() -> None:
    assert list(places_of("물빛 산책로", [])) == []
