"""Speed of the document readers, from bytes to Article, beside unpacking alone.

    python benchmarks/readers.py [--repeat 5] [FILE…]

Without files it writes a release of two pages with tables in each format. CPU time of one process, best of the
repeats, and the median over the files of a format. The base is the plainest reading of the same bytes: unpacking and
parsing the XML, inflating the sections, counting the letters of the pages.
"""

from __future__ import annotations

import argparse
import io
import statistics
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import olefile
import pypdfium2
from lxml import etree

from sasil.errors import ReadError
from sasil.readers import read

WRITERS = Path(__file__).parent.parent / "tests" / "writers"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("files", nargs="*", type=Path)
    given = parser.parse_args()
    files = {str(path): path.read_bytes() for path in given.files} or written()
    times: dict[str, list[tuple[float, float]]] = {}
    for name, data in files.items():
        try:
            format_ = read(data).source.format or ""
        except ReadError as error:
            print(f"{name}: {error}", file=sys.stderr)
            continue
        whole = best(lambda data=data: read(data), given.repeat)
        base = best(lambda data=data, format_=format_: BASES[format_](data), given.repeat) if format_ in BASES else 0.0
        times.setdefault(format_, []).append((whole, base))
        print(f"{1000 * whole:8.1f} ms {1000 * base:8.1f} ms {len(data) / 1024:8.0f} KB  {name}")
    for format_, pairs in times.items():
        whole, base = (statistics.median(one) for one in zip(*pairs, strict=True))
        ratio = f"{whole / base:.1f} times the plainest reading" if base else ""
        print(f"{format_:6} {len(pairs):4} files, median {1000 * whole:.1f} ms {ratio}")


def best(step: Callable[[], object], repeat: int) -> float:
    taken = []
    for _ in range(repeat):
        start = time.process_time()
        step()
        taken.append(time.process_time() - start)
    return min(taken)


def unzipped(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".xml") and ("section" in name or name.endswith("document.xml")):
                etree.fromstring(archive.read(name))


def inflated(data: bytes) -> None:
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        for name in ole.listdir():
            if name[0] == "BodyText":
                zlib.decompress(ole.openstream(name).read(), -15)


def counted(data: bytes) -> None:
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            page.get_textpage().count_chars()


BASES: dict[str, Callable[[bytes], None]] = {"hwpx": unzipped, "docx": unzipped, "hwp": inflated, "pdf": counted}


def written() -> dict[str, bytes]:
    """Write the same release in every format by the writers of the tests."""
    sys.path.insert(0, str(WRITERS))
    from docx_files import docx_file
    from hwp_files import hwp_file
    from hwpx_files import hwpx_file
    from pdf_files import grid, pdf_file

    rows = [("구분", "국비", "시비", "계")] + [(f"{n}구간", str(n * 12), str(n * 8), str(n * 20)) for n in range(1, 15)]
    blocks = [
        *("보도자료", grid(("보도시점", "2024. 3. 5.(화) 11:00", "배포", "2024. 3. 4.(월)")), "나루시, 물빛다리 첫 삽"),
        *(f"□ 나루시는 물빛다리 {n}구간을 120억 원을 들여 2026년 12월까지 짓는다고 5일 밝혔다." for n in range(20)),
        *(grid(*rows), "끝.", grid(("담당 부서", "도로과", "책임자", "과 장", "강이든", "(044-000-1111)"))),
    ]
    writers = {"hwp": hwp_file, "hwpx": hwpx_file, "docx": docx_file, "pdf": pdf_file}
    return {f"release.{name}": write(blocks) for name, write in writers.items()}


if __name__ == "__main__":
    main()
