"""`sasil serve`: the page and the HTTP API."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sasil.cli.console import print_error
from sasil.cli.fetch import AllowPrivate
from sasil.errors import SasilError

if TYPE_CHECKING:
    from sasil.web.limits import Settings

_EXTRA = {"fastapi": "fastapi", "uvicorn": "uvicorn", "python_multipart": "python-multipart", "starlette": "fastapi"}
_TOKEN = re.compile(r"[A-Za-z0-9._~+/-]+=*")
"""What a bearer token may be (RFC 6750, section 2.1)."""


def _token(value: str | None) -> str | None:
    if value is not None and not _TOKEN.fullmatch(value):
        raise typer.BadParameter("토큰에는 로마자, 숫자와 . _ ~ + / - 만 쓸 수 있습니다")
    return value


def serve(
    host: Annotated[str, typer.Option(help="열 주소")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="열 포트; 0이면 비어 있는 것", min=0, max=65535)] = 8000,
    token: Annotated[
        str | None,
        typer.Option(
            help="요청마다 있어야 하는 토큰 (Authorization: Bearer …)",
            envvar="SASIL_TOKEN",
            callback=_token,
            show_default=False,
        ),
    ] = None,
    insecure: Annotated[bool, typer.Option("--insecure", help="토큰 없이도 다른 컴퓨터에 엽니다")] = False,
    allow_host: Annotated[
        list[str] | None, typer.Option(help="이 이름의 Host로 온 요청도 받습니다 (프록시 뒤에 둘 때)")
    ] = None,
    allow_urls: Annotated[bool, typer.Option("--allow-urls", help="URL을 받아 가져오기를 허용합니다")] = False,
    allow_private: AllowPrivate = False,
    max_bytes: Annotated[int, typer.Option(help="본문이나 한 줄의 한도 (바이트)", min=1, max=2**30)] = 32 * 2**20,
    timeout: Annotated[float, typer.Option(help="기사 하나를 읽는 데 쓸 수 있는 초", min=0.1, max=3600)] = 30.0,
    workers: Annotated[
        int | None,
        typer.Option(
            help="한꺼번에 읽을 기사의 수: 작업 프로세스 (없으면 코어의 수, 많아야 4)",
            min=1,
            max=256,
            show_default=False,
        ),
    ] = None,
    queue: Annotated[int, typer.Option(help="차례를 기다릴 수 있는 요청의 수", min=0, max=10_000)] = 16,
    model: Annotated[Path | None, typer.Option(help="이름 모델의 폴더 (없으면 사실의 것)")] = None,
    user_dict: Annotated[Path | None, typer.Option(help="사용자 사전: 낱말<탭>품사<탭>점수")] = None,
) -> None:
    """브라우저로 보는 페이지와 HTTP API를 엽니다; Ctrl-C로 멈춥니다."""
    from sasil.web.limits import Limits, Settings, default_workers

    limits = Limits(max_bytes, timeout, workers or default_workers(), queue)
    settings = Settings(host, port, token, tuple(allow_host or ()), allow_urls, allow_private, limits, user_dict, model)
    if not settings.is_local and token is None and not insecure:
        raise typer.BadParameter(
            f"{host}은 다른 컴퓨터에도 열립니다: --token이나 SASIL_TOKEN으로 토큰을 정하세요 (없이 열려면 --insecure)"
        )
    _serve(settings)


def _serve(settings: Settings) -> None:
    try:
        import python_multipart  # noqa: F401 - Starlette asks for it only when the first form comes

        from sasil.web.server import serve as run
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        raise SasilError(f"{_EXTRA[error.name]} 패키지가 없습니다: pip install 'sasil[web]'") from None
    run(
        settings,
        lambda: print_error(f"작업 프로세스 {settings.limits.workers}개를 준비합니다"),
        lambda url: print_error(f"{url} 에서 기다립니다 (Ctrl-C로 멈춤)"),
    )
    print_error("멈췄습니다")
