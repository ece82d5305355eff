"""robots.txt: what a host asks for is heeded; what is no robots.txt asks for nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from web_server import Answered, Play, Web, dripping

from sasil.errors import SasilError
from sasil.sources.web.client import Client
from sasil.sources.web.robots import Robots

from .conftest import Sleeps

Make = Callable[..., Client]
HIDDEN = "robots.txt가 막은 쪽입니다"


def text(body: str, content_type: str = "text/plain") -> Answered:
    return Answered(body.encode(), headers={"Content-Type": content_type})


def refusal(client: Client, url: str) -> str | None:
    try:
        Robots(client).permit(url)
    except SasilError as error:
        return error.message
    return None


@pytest.mark.parametrize(
    ("robots", "path", "refused"),
    [
        (text("User-agent: *\nDisallow: /"), "/1", HIDDEN),
        (text("User-agent: *\nDisallow: /admin"), "/1", None),
        (text("User-agent: *\nDisallow: /admin"), "/admin/1", HIDDEN),
        (text("User-agent: Googlebot\nDisallow: /"), "/1", None),
        (text("User-agent: sasil\nDisallow: /\n\nUser-agent: *\nAllow: /"), "/1", HIDDEN),
        (text("User-agent: Sasil\nAllow: /\n\nUser-agent: *\nDisallow: /"), "/1", None),
        (text("User-agent: *\nDisallow: /\nAllow: /news"), "/news/1", None),
        (text("User-agent: *\nDisallow: /*.hwp$"), "/1.hwp", HIDDEN),
        (text("User-agent: *\nDisallow: /소식"), "/%EC%86%8C%EC%8B%9D/1", HIDDEN),
        (text("\ufeffUser-agent: *\nDisallow: /"), "/1", HIDDEN),
        (text("User-agent: *\nDisallow: /", "text/html"), "/1", HIDDEN),
        (text("User-agent: *\nDisallow:"), "/1", None),
        (text(""), "/1", None),
        # A "not found" page that calls itself 200 is no robots.txt, whatever it says.
        (text("<!DOCTYPE html><html><body>Disallow: / 페이지를 찾을 수 없습니다</body></html>", "text/html"), "/1", None),
        (text("  <html><p>없는 쪽</p></html>"), "/1", None),
        (text("페이지를 찾을 수 없습니다", "text/html; charset=utf-8"), "/1", None),
        # 4xx: there is none. 5xx: nobody knows what it says.
        (Answered(b"User-agent: *\nDisallow: /", 404), "/1", None),
        (Answered(status=401), "/1", None),
        (Answered(status=403), "/1", None),
        (Answered(status=410), "/1", None),
        (Answered(status=500), "/1", "robots.txt를 읽지 못해 가져오지 않습니다 (HTTP 500)"),
        (Answered(status=503), "/1", "robots.txt를 읽지 못해 가져오지 않습니다 (HTTP 503)"),
        (Answered(status=429), "/1", "robots.txt를 읽지 못해 가져오지 않습니다 (HTTP 429)"),
        (dripping(b"HTTP/1.1 200 OK\r\n\r\n"), "/1", "robots.txt를 읽지 못해 가져오지 않습니다: 시간이 다 되었습니다 (한도 0.3초)"),
        (Answered(status=302, headers={"Location": "http://10.0.0.1/"}), "/1",
         "robots.txt를 읽지 못해 가져오지 않습니다: 공개된 인터넷 주소가 아니어서 연결하지 않습니다(--allow-private로 허용): 10.0.0.1 (10.0.0.1) (돌려보낸 곳: http://10.0.0.1/)"),
    ],
)  # fmt: skip
def test_what_a_host_asks_for(web: Web, make: Make, robots: Play, path: str, refused: str | None) -> None:
    web.plays["/robots.txt"] = robots
    assert refusal(make(seconds=0.3), web.url(path)) == refused


def test_a_redirected_robots_txt_is_followed(web: Web, make: Make) -> None:
    web.plays["/robots.txt"] = Answered(status=301, headers={"Location": "/r"})
    web.plays["/r"] = text("User-agent: *\nDisallow: /1")
    assert refusal(make(), web.url("/1")) == HIDDEN


def test_only_the_beginning_of_an_endless_robots_txt_is_read(web: Web, make: Make) -> None:
    web.plays["/robots.txt"] = text("User-agent: *\nDisallow: /1\n" + "# 나루시\n" * 200_000)
    assert refusal(make(bytes=2**20), web.url("/1")) == HIDDEN
    assert refusal(make(bytes=2**20), web.url("/2")) is None


def test_it_is_read_once_for_each_host_and_port(web: Web, make: Make) -> None:
    web.plays["127.0.0.1/robots.txt"] = text("User-agent: *\nDisallow: /1")
    robots = Robots(make(allow=("127.0.0.0/8",)))
    for path in ("/1", "/2", "/3"):
        try:
            robots.permit(web.url(path))
        except SasilError:
            assert path == "/1"
    robots.permit(web.url("/1", "127.0.0.2"))
    assert [host for host, _, _ in web.asked] == ["127.0.0.1", "127.0.0.2"]


@pytest.mark.parametrize(
    ("robots", "slept"),
    [
        ("User-agent: *\nCrawl-delay: 7", [7.0]),
        ("User-agent: *\nCrawl-delay: 0.1", [1.0]),  # our own is longer
        ("User-agent: other\nCrawl-delay: 7", [1.0]),
        ("User-agent: *\nRequest-rate: 1/30", [30.0]),
        ("User-agent: *\nCrawl-delay: 느리게", [1.0]),
        ("User-agent: *\nCrawl-delay: -5", [1.0]),
    ],
)
def test_the_clock_is_set_by_crawl_delay(web: Web, make: Make, sleeps: Sleeps, robots: str, slept: list[float]) -> None:
    web.plays["/robots.txt"] = text(robots)
    web.plays["/1"] = Answered(b"ok")
    client = make()
    permit = Robots(client).permit
    for _ in range(2):
        client.get(web.url("/1"), permit=permit)
    assert sleeps.slept == slept  # none after robots.txt itself


def test_a_crawl_delay_beyond_all_patience_ends_the_work_at_that_host(web: Web, make: Make) -> None:
    web.plays["/robots.txt"] = text("User-agent: *\nCrawl-delay: 86400")
    web.plays["/1"] = Answered(b"ok")
    client = make()
    permit = Robots(client).permit
    assert client.get(web.url("/1"), permit=permit).body == b"ok"
    with pytest.raises(SasilError, match="86,400초 뒤에나 물을 수 있어 그만둡니다"):
        client.get(web.url("/1"), permit=permit)


def test_each_hop_of_a_redirect_is_asked_for_by_its_own_hosts_rules(web: Web, make: Make) -> None:
    web.plays["127.0.0.1/1"] = Answered(status=302, headers={"Location": web.url("/2", "127.0.0.2")})
    web.plays["127.0.0.2/robots.txt"] = text("User-agent: *\nDisallow: /2")
    client = make(allow=("127.0.0.0/8",))
    with pytest.raises(SasilError, match=HIDDEN):
        client.get(web.url("/1"), permit=Robots(client).permit)
    assert web.paths() == ["/1"]
