"""`sasil evaluate`: records against the gold set."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sasil.cli.console import FAILED, STDOUT, Failures, print_error, writer

if TYPE_CHECKING:
    from sasil.evaluation.evaluate import Evaluation
    from sasil.evaluation.gold import GoldArticle
    from sasil.record import Record

_HELD_BACK = "test"


def evaluate(
    gold: Annotated[
        Path | None, typer.Option(help="정답 JSON Lines, 또는 dev.jsonl과 test.jsonl이 있는 폴더", exists=True)
    ] = None,
    klue: Annotated[
        Path | None, typer.Option(help="KLUE-NER의 TSV: 이름 모델만 KLUE의 기준으로 잽니다", exists=True)
    ] = None,
    model: Annotated[Path | None, typer.Option(help="이름 모델의 폴더 (없으면 사실의 것)")] = None,
    records: Annotated[Path | None, typer.Option(help="잴 레코드 (없으면 사실이 직접 읽습니다)", exists=True)] = None,
    compare: Annotated[Path | None, typer.Option(help="견줄 다른 레코드", exists=True)] = None,
    split: Annotated[str, typer.Option(help="dev, 또는 규칙을 쓰며 보지 않는 test")] = "dev",
    json_: Annotated[
        Path | None,
        typer.Option("--json", help="점수를 JSON으로 이 파일에 씁니다 (파일이 없거나 -면 표 대신 표준 출력)"),
    ] = None,
    html: Annotated[Path | None, typer.Option(help="모든 오류를 문장 속에 보이는 한 쪽짜리 보고서")] = None,
    floors: Annotated[Path | None, typer.Option(help="점수의 하한 파일: 하나라도 낮으면 실패합니다")] = None,
    update_floors: Annotated[bool, typer.Option("--update-floors", help="잰 점수를 새 하한으로 씁니다")] = False,
    lower: Annotated[bool, typer.Option("--lower", help="하한을 낮추는 것을 허락합니다")] = False,
) -> None:
    """레코드를 정답과 견주어 점수를 냅니다."""
    if klue is not None:
        _klue(klue, model, json_)
        return
    if gold is None:
        raise typer.BadParameter("--gold나 --klue 가운데 하나가 있어야 합니다")
    from sasil.evaluation.evaluate import evaluate as score
    from sasil.evaluation.files import read_gold, read_records, sha256
    from sasil.evaluation.terminal import show

    path = _split(gold, split)
    articles = read_gold(path)
    result = score(articles, _extracted(articles, model) if records is None else read_records(records, articles))
    other = None if compare is None else score(articles, read_records(compare, articles))
    if json_ != STDOUT:
        with writer(None) as out:
            show(result, out, None if other is None else result.compared_to(other))
    if json_ is not None:
        _write(json_, {"gold": path.name, "gold_sha256": sha256(path), **result.to_json(), **_compared(result, other)})
    if html is not None:
        from sasil.evaluation.report import report

        with writer(html) as out:
            out.write(report(result, path.name))
    if floors is not None:
        _hold(floors, path, result, update=update_floors, lower=lower)


def _klue(path: Path, model: Path | None, json_: Path | None) -> None:
    """Score the names model's own labels in KLUE's convention."""
    from sasil.evaluation.klue import evaluate_klue, klue_json
    from sasil.evaluation.terminal import show_klue
    from sasil.tagger.klue import read_klue
    from sasil.tagger.labelling import labeller

    scores = evaluate_klue(read_klue(path), labeller(model))
    if json_ is not None:
        _write(json_, klue_json(scores))
    if json_ != STDOUT:
        with writer(None) as out:
            show_klue(scores, out)


def _write(path: Path, data: dict[str, Any]) -> None:
    with writer(None if path == STDOUT else path) as out:
        out.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def _split(gold: Path, split: str) -> Path:
    """Return the gold file; the test half is scored only on request, so that nobody writes rules by it."""
    path = gold / f"{split}.jsonl" if gold.is_dir() else gold
    if path.stem == _HELD_BACK and split != _HELD_BACK:
        raise typer.BadParameter(f"{path.name}은 --split {_HELD_BACK}로 청할 때만 잽니다")
    if not path.is_file():
        raise typer.BadParameter(f"정답 파일이 없습니다: {path}")
    return path


def _extracted(articles: Sequence[GoldArticle], model: Path | None) -> list[Record]:
    from sasil.article import Article
    from sasil.extraction import extract_each, load

    failed = Failures()
    nlp = load(model=model)
    given = (
        Article(id=gold.record.id, text=gold.record.text, published_at=gold.record.article.published_at)
        for gold in articles
    )
    records = list(extract_each(given, failed, nlp=nlp))
    if failed.count:
        raise typer.Exit(FAILED)
    return records


def _compared(result: Evaluation, other: Evaluation | None) -> dict[str, dict[str, object]]:
    if other is None:
        return {}
    return {"compared": {measure: diff._asdict() for measure, diff in result.compared_to(other).items()}}


def _hold(floors: Path, gold: Path, result: Evaluation, *, update: bool, lower: bool) -> None:
    from sasil.evaluation.files import sha256
    from sasil.evaluation.floors import fallen, read_floors
    from sasil.evaluation.floors import update_floors as pin

    if update:
        pin(floors, sha256(gold), result.scores, lower=lower)
        return
    lines = fallen(read_floors(floors), sha256(gold), result.scores)
    for line in lines:
        print_error(line)
    if lines:
        raise typer.Exit(FAILED)
