"""HTTP that is none: what cannot be understood as a request is a problem like any other."""

from __future__ import annotations

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from sasil.web.problems import BAD_REQUEST, MEDIA_TYPE, body, problem


class ProblemProtocol(H11Protocol):
    """Uvicorn's protocol, with its one answer that no app sees as problem details."""

    def send_400_response(self, msg: str) -> None:
        """Answer a broken request, unless an answer has begun, and close the connection."""
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            data = body(problem(BAD_REQUEST, f"HTTP 요청이 아닙니다: {msg}"))
            headers = {
                "Content-Type": MEDIA_TYPE,
                "Content-Length": str(len(data)),
                "X-Content-Type-Options": "nosniff",
                "Connection": "close",
            }
            for event in (
                h11.Response(status_code=400, headers=list(headers.items()), reason=b"Bad Request"),
                h11.Data(data=data),
                h11.EndOfMessage(),
            ):
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()
