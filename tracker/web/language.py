"""In which language a page speaks: the reader's own choice, else Arabic."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from tracker.models import User

A_YEAR = 60 * 60 * 24 * 365


class LanguageMiddleware:
    """Speaks the language of the signed-in account, else of the cookie, else Arabic.

    Accept-Language is not asked. Many telephones are set to English by the shop that sold them, and a mother
    who never changed that would be met in English; whoever wants English presses one button, once.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        patch_vary_headers(response, ("Cookie",))
        response.headers.setdefault("Content-Language", language)
        return response


def language_of(request: HttpRequest) -> str:
    """Return the language that this reader chose, or Arabic."""
    user = request.user
    chosen = (getattr(user, "language", ""), request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""))
    return next((language for language in chosen if is_spoken(language)), settings.LANGUAGE_CODE)


def is_spoken(language: str) -> bool:
    """Say whether the site has this language."""
    return language in dict(settings.LANGUAGES)


# No token is asked for, so that a page with this button need not set a cookie. A stranger's page can at most
# turn the cookie's language: the session cookie is SameSite=Lax, no account comes along with a foreign POST.
@csrf_exempt
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language, in the account too, and go back to where the button was pressed."""
    response = HttpResponseRedirect(page_to_return_to(request))
    language = request.POST.get("language", "")
    if is_spoken(language):
        remember(request.user, language)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=A_YEAR,
            path=settings.LANGUAGE_COOKIE_PATH,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
            samesite="Lax",
        )
    return response


def page_to_return_to(request: HttpRequest) -> str:
    """Return the page named by ``next`` when it is one of ours, else the first page."""
    wanted = request.POST.get("next", "").strip()
    ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if ours else reverse("public:search")


@transaction.atomic
def remember(user: User | AnonymousUser, language: str) -> None:
    """Keep the language in a signed-in account; nobody signed in, nothing to keep."""
    if isinstance(user, User) and user.language != language:
        account = User.objects.select_for_update().get(pk=user.pk)
        account.language = language
        account.save(update_fields=["language"])
