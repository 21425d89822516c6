"""Requests that no database can hold are answered before anything reads them."""

from collections.abc import Callable, Iterator

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

NUL = "\0"


class NoNulMiddleware:
    """Answers 400 where an address or a cookie holds a NUL, which PostgreSQL keeps in no text.

    No keyboard types one. Forms strip or refuse it themselves; filters, addresses and session keys would carry
    it into a query, and the query would fail.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if any(NUL in text for text in _words_of(request)):
            raise BadRequest("NUL in an address or a cookie")
        return self.get_response(request)


def _words_of(request: HttpRequest) -> Iterator[str]:
    yield request.path
    yield from request.COOKIES.values()
    for name, values in request.GET.lists():
        yield name
        yield from map(str, values)
