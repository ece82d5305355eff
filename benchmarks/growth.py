"""Growth of each finder's time with the length of hostile lines: linear rules double when the line doubles.

    python benchmarks/growth.py [--length 50000]

For each finder the worst of the lines is shown: seconds at the length and at twice the length, and their ratio (about 2
is linear, 4 quadratic).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

from sasil.components.acronyms.finder import find_acronyms
from sasil.components.contacts.finder import find_contacts
from sasil.components.events.names import find_event_names
from sasil.components.laws.finder import find_laws
from sasil.components.money.finder import find_money
from sasil.components.names.finder import find_names
from sasil.components.percent.finder import find_percents
from sasil.components.projects.finder import find_project_names
from sasil.components.quantity.finder import find_quantities
from sasil.components.quotes.finder import find_quotes
from sasil.components.time.finder import find_times

UNITS = (
    *("1", "억", "1.1.", "1,", "3월", "2일 ", "오전 ", "매주 ", "부터", "1~", "△", "%", "억 원 ", "가", "가 "),
    *("사업", "사업 등 3개 사업 ", "(", "‘", "“", "「", "시장 ", "창원시 ", "회의 ", "법률 ", "A", "A(", "| ", "1 | "),
    *(
        "\n",
        "😀",
        "5분",
        "1년여",
        "1분기 | ",
        "2023년 | 2024년\n1분기 | ",
        "1억 원(국비 1, ",
        "㎏에 1원 ",
        "월요일 오후 ",
    ),
)

FINDERS: dict[str, Callable[[str], object]] = {
    "times": find_times,
    "money": find_money,
    "percents": find_percents,
    "quantities": find_quantities,
    "laws": find_laws,
    "names": lambda text: find_names(text, ()),
    "project names": lambda text: find_project_names(text, ()),
    "event names": lambda text: find_event_names(text, ()),
    "acronyms": lambda text: find_acronyms(text, (), ()),
    "quotes": lambda text: find_quotes(text, (), (), ()),
    "contacts": lambda text: find_contacts(text, ()),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--length", type=int, default=50_000)
    length = parser.parse_args().length
    for name, find in FINDERS.items():
        find("창원시는 2일")  # what is built once is built by now
        worst = max((seconds(find, unit, 2 * length), unit) for unit in UNITS)
        once = seconds(find, worst[1], length)
        print(f"{name:<14} {worst[1]!r:<22} {once:7.2f} s {worst[0]:7.2f} s  × {worst[0] / max(once, 1e-9):.1f}")


def seconds(find: Callable[[str], object], unit: str, length: int) -> float:
    line = (unit * (length // len(unit) + 1))[:length]
    start = time.process_time()
    find(line)
    return time.process_time() - start


if __name__ == "__main__":
    main()
