"""Which URLs and addresses are asked: the public web, by http and https, and nothing that hides behind a name."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from web_server import Web, page

from sasil.errors import SasilError, SourceError
from sasil.sources.web.client import Client
from sasil.sources.web.gate import EVERYWHERE, Gate
from sasil.sources.web.urls import checked, same_site, shown


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1",
        "100.100.100.200", "192.0.0.192", "168.63.129.16", "224.0.0.1", "224.0.1.1", "255.255.255.255", "240.0.0.1",
        "198.18.0.1", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "fec0::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1",
        "2002:7f00:1::", "2002:a00:1::1", "2001:0:7f00:1::", "2001:db8::1", "", "나루",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public_are_refused(address: str) -> None:
    assert not Gate().permits(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "203.248.252.2", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses_are_let_through(address: str) -> None:
    assert Gate().permits(address)


def test_networks_are_allowed_by_name() -> None:
    gate = Gate(["10.0.0.0/8"])
    assert gate.permits("10.1.2.3")
    assert gate.permits("::ffff:10.1.2.3")
    assert not gate.permits("127.0.0.1")
    assert Gate(EVERYWHERE).permits("::ffff:127.0.0.1")


def resolving(*answers: list[str]) -> Callable[..., list[tuple[object, ...]]]:
    """A name server whose answers change from one question to the next."""
    left = list(answers)

    def resolve(host: str, port: int, *_: object) -> list[tuple[object, ...]]:
        found = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    return resolve


def test_a_name_with_one_private_address_among_public_ones_is_refused() -> None:
    with pytest.raises(SourceError, match=r"연결하지 않습니다\(--allow-private로 허용\): naru.example \(10.0.0.1\)"):
        Gate(resolve=resolving(["8.8.8.8", "10.0.0.1"])).addresses("naru.example", 80)


def test_the_connection_goes_to_the_address_that_was_checked(web: Web, make: Callable[..., Client]) -> None:
    """A name that is public when it is checked and private when it is used is no way in: it is asked once."""
    web.plays["/"] = page("나루시는 2일 나루교 공사를 시작했다고 밝혔다.")
    asked: list[str] = []
    resolve = resolving(["127.0.0.1"], ["127.0.0.2"])

    def counting(host: str, *rest: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return resolve(host, *rest)

    client = make(gate=Gate(["127.0.0.1/32"], resolve=counting))
    assert client.get(f"http://naru.example:{web.port}/").status == 200
    assert asked == ["naru.example"]
    assert web.asked[0][0] == "naru.example"


def test_a_name_server_that_does_not_answer_is_not_waited_for(make: Callable[..., Client]) -> None:
    def resolve(*_: object) -> list[tuple[object, ...]]:
        time.sleep(2)
        return []

    with pytest.raises(SourceError, match=r"호스트를 찾는 데 너무 오래 걸립니다: naru.example"):
        make(gate=Gate(resolve=resolve), seconds=0.1).get("http://naru.example/")


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0"],
)
def test_this_machine_is_refused_under_all_its_names(web: Web, make: Callable[..., Client], host: str) -> None:
    with pytest.raises(SasilError, match=r"연결하지 않습니다|호스트를 찾을 수 없습니다|바르지 않습니다"):
        make(allow=()).get(f"http://{host}:{web.port}/")
    assert web.asked == []


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("ftp://naru.example/1", "http나 https로 시작하는 URL이 아닙니다"),
        ("file:///etc/hosts", "http나 https로 시작하는 URL이 아닙니다"),
        ("gopher://naru.example", "http나 https로 시작하는 URL이 아닙니다"),
        ("javascript:alert(1)", "http나 https로 시작하는 URL이 아닙니다"),
        ("나루시", "http나 https로 시작하는 URL이 아닙니다"),
        ("", "http나 https로 시작하는 URL이 아닙니다"),
        ("http://", "URL이 바르지 않습니다"),
        ("http:///1", "URL이 바르지 않습니다"),
        ("http://naru.example:99999/", "URL이 바르지 않습니다"),
        ("http://naru.example\\@127.0.0.1/", "이름이나 암호가 든 URL|URL이 바르지 않습니다"),
        ("http://naru.example/\x00", "URL이 바르지 않습니다"),
        ("http://[::1", "URL이 바르지 않습니다"),
        ("http://[fe80::1%25eth0]/", "URL이 바르지 않습니다"),
        ("http://naru.example/" + "가" * 5000, "URL이 바르지 않습니다"),
        ("http://user:secret@naru.example/", "이름이나 암호가 든 URL은 가져오지 않습니다"),
    ],
)
def test_what_is_no_url_of_the_web_is_told(url: str, message: str) -> None:
    with pytest.raises(SourceError, match=message) as error:
        checked(url)
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    ("url", "base", "sent"),
    [
        ("HTTPS://Naru.Example/가?나=다 라#마", None, "https://naru.example/%EA%B0%80?%EB%82%98=%EB%8B%A4%20%EB%9D%BC"),
        (" http://naru.example ", None, "http://naru.example/"),
        ("/down?id=1", "https://naru.example/board/view?no=3", "https://naru.example/down?id=1"),
        ("../file/%B3%AA.hwp", "https://naru.example/a/b/c", "https://naru.example/a/file/%B3%AA.hwp"),
        ("//file.naru.example/1", "https://naru.example/", "https://file.naru.example/1"),
    ],
)
def test_urls_are_sent_in_one_form(url: str, base: str | None, sent: str) -> None:
    assert checked(url, base) == sent
    assert checked(sent) == sent


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.naru.go.kr/1", "https://naru.go.kr/2", True),
        ("https://www.naru.go.kr/1", "http://cdn.file.naru.go.kr/2", True),
        ("https://www.korea.kr/1", "https://korea.kr/2", True),
        ("https://a.naru.com/1", "https://b.naru.com/2", True),
        ("https://naru.go.kr/1", "https://garam.go.kr/2", False),
        ("https://naru.com/1", "https://garam.com/2", False),
        ("http://127.0.0.1/1", "http://127.0.0.2/2", False),
        ("http://[::1]/1", "http://[::2]/2", False),
    ],
)
def test_one_site_or_two(one: str, other: str, same: bool) -> None:
    assert same_site(one, other) is same


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://u:p@naru.example/1", "https://***@naru.example/1"),
        ("https://naru.example/?serviceKey=a%2Bb%3D&no=1", "https://naru.example/?serviceKey=***&no=1"),
        ("https://naru.example/?no=1&API_KEY=abc", "https://naru.example/?no=1&API_KEY=***"),
        ("https://naru.example/view?key=123&monkey=1", "https://naru.example/view?key=123&monkey=1"),
    ],
)
def test_keys_and_passwords_are_not_shown(url: str, told: str) -> None:
    assert shown(url) == told


@given(st.text(max_size=80), st.one_of(st.none(), st.just("https://naru.example/a/b")))
def test_any_text_is_a_url_or_an_error(text: str, base: str | None) -> None:
    for given_ in (text, f"http://{text}", f"http://naru.example/{text}"):
        try:
            sent = checked(given_, base)
        except SasilError:
            continue
        assert sent.startswith(("http://", "https://"))
        assert sent.isascii()
        shown(sent)
