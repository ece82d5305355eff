"""`sasil train`: the names model from KLUE-NER's TSV."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sasil.cli.console import print_error
from sasil.errors import SasilError

_EXTRA = ("torch", "onnx", "onnxruntime")


def train(
    klue: Annotated[Path, typer.Option(help="KLUE-NER 형식의 TSV가 든 폴더", exists=True, file_okay=False)],
    config: Annotated[Path, typer.Option(help="학습 설정 (TOML): models/names/config.toml", exists=True)],
    output: Annotated[Path, typer.Option("--output", "-o", help="모델을 쓸 폴더")],
    gold: Annotated[
        list[Path] | None, typer.Option(help="정답 JSON Lines: 사실의 기준을 배웁니다", exists=True)
    ] = None,
    jobs: Annotated[int, typer.Option(help="한꺼번에 가르칠 모델의 수", min=1)] = 1,
) -> None:
    """KLUE-NER의 TSV에서 이름 모델을 만듭니다."""
    try:
        from sasil.training.train import train as make
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        raise SasilError(f"{error.name} 패키지가 없습니다: pip install 'sasil[train]'") from None
    from sasil.training.config import read_config

    make(klue, gold or [], read_config(config), output, print_error, jobs)
