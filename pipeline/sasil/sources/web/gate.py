"""Which addresses may be connected to: those of the public Internet, and networks that are allowed by name."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from queue import Empty, SimpleQueue
from typing import Any, TypeAlias

from sasil.errors import SourceError
from sasil.sources.web.errors import PassingError

Address: TypeAlias = IPv4Address | IPv6Address
Resolve: TypeAlias = Callable[..., Iterable[tuple[Any, ...]]]

EVERYWHERE = ("0.0.0.0/0", "::/0")
"""All networks: for tests and intranets."""

_NOT_PUBLIC = tuple(
    map(
        ip_network,
        (
            "192.0.0.0/24",  # IETF protocol assignments; a cloud's metadata at 192.0.0.192
            "168.63.129.16/32",  # a cloud's own server, at an address that looks public
            "64:ff9b:1::/48",  # local NAT64 (RFC 8215)
            "fec0::/10",  # site-local, before RFC 3879
        ),
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")
_COMPATIBLE = IPv6Network("::/96")
_MOST = 4
_PATIENCE = 10.0


class Gate:
    """Resolves hosts, and lets through only addresses that may be connected to.

    ``allow`` names networks that are let through although they are not public; ``resolve`` is ``socket.getaddrinfo``.
    """

    def __init__(self, allow: Iterable[str] = (), resolve: Resolve = socket.getaddrinfo) -> None:
        self._allowed: tuple[IPv4Network | IPv6Network, ...] = tuple(map(ip_network, allow))
        self._resolve = resolve

    def addresses(self, host: str, port: int, seconds: float = _PATIENCE) -> list[str]:
        """Return the addresses of a host, at most four; the connection is made to one of these and never to the name.

        ``seconds`` is how long the name server may take. Raises SourceError where the host has none, or any that may
        not be connected to: a name with a public and a private address is a trap.
        """
        try:
            found = self._resolved(host, port, seconds)
        except socket.gaierror as error:
            kind = PassingError if error.errno == socket.EAI_AGAIN else SourceError
            raise kind(f"호스트를 찾을 수 없습니다: {host}") from None
        except (OSError, UnicodeError):
            raise SourceError(f"호스트를 찾을 수 없습니다: {host}") from None
        addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
        if not addresses:
            raise SourceError(f"호스트를 찾을 수 없습니다: {host}")
        if refused := [address for address in addresses if not self.permits(address)]:
            raise SourceError(
                f"공개된 인터넷 주소가 아니어서 연결하지 않습니다(--allow-private로 허용): {host} ({refused[0]})"
            )
        return addresses[:_MOST]

    def _resolved(self, host: str, port: int, seconds: float) -> Iterable[tuple[Any, ...]]:
        """Ask the name server in a thread of its own: the system's resolver knows no bound on time."""
        answer: SimpleQueue[Iterable[tuple[Any, ...]] | Exception] = SimpleQueue()

        def ask() -> None:
            try:
                answer.put(self._resolve(host, port, 0, socket.SOCK_STREAM))
            except Exception as error:
                answer.put(error)

        threading.Thread(target=ask, daemon=True).start()
        try:
            found = answer.get(timeout=seconds)
        except Empty:
            raise PassingError(f"호스트를 찾는 데 너무 오래 걸립니다: {host}") from None
        if isinstance(found, Exception):
            raise found
        return found

    def permits(self, address: str) -> bool:
        """Tell whether an IP address may be connected to; what an IPv6 address carries of IPv4 counts as well.

        >>> [Gate().permits(address) for address in ("8.8.8.8", "10.0.0.1", "::ffff:127.0.0.1", "169.254.169.254")]
        [True, False, False, False]
        """
        try:
            given = ip_address(address.partition("%")[0])
        except ValueError:
            return False
        return all(_is_public(one) or self._is_allowed(one) for one in (given, *_carried(given)))

    def _is_allowed(self, address: Address) -> bool:
        return any(address.version == network.version and address in network for network in self._allowed)


def _is_public(address: Address) -> bool:
    if address.is_multicast or address.is_unspecified or address.is_reserved or not address.is_global:
        # These two hold IPv4 addresses, which are judged for themselves.
        return address.version == 6 and (address in _NAT64 or _mapped(address) is not None)
    return not any(address.version == network.version and address in network for network in _NOT_PUBLIC)


def _mapped(address: Address) -> IPv4Address | None:
    return address.ipv4_mapped if isinstance(address, IPv6Address) else None


def _carried(address: Address) -> list[IPv4Address]:
    """Return the IPv4 addresses that an IPv6 address stands for: mapped, 6to4, Teredo, NAT64, compatible."""
    if not isinstance(address, IPv6Address):
        return []
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64 or address in _COMPATIBLE:
        found.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return [one for one in found if one is not None]
