# syntax=docker/dockerfile:1
FROM python:3.13-slim AS build
COPY --from=ghcr.io/astral-sh/uv:0.13.8 /uv /usr/local/bin/uv
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never
WORKDIR /srv/athar
COPY pyproject.toml uv.lock ./
# Neither the tools nor the embedded database: here PostgreSQL is a server of its own.
RUN uv sync --frozen --no-default-groups
COPY manage.py LICENSE ./
COPY tools/healthcheck.py tools/healthcheck.py
COPY tracker tracker
COPY templates templates
COPY fixtures fixtures
# What is compiled below remembers when its source was written; layers keep whole seconds, so they get one.
RUN find tracker -name '*.py' -exec touch --date=2026-01-01T00:00:00Z {} +
# Production refuses to start without its variables; these last for this one command and open nothing.
RUN SECRET_KEY="$(.venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(64))')" \
    ALLOWED_HOSTS=build.invalid \
    DATABASE_URL=postgresql://build@build.invalid:5432/build \
    DJANGO_SETTINGS_MODULE=tracker.settings.production \
    .venv/bin/python manage.py collectstatic --noinput
# The comparison is compiled once and here, so that nobody's first search waits half a minute for it.
RUN <<'SHELL'
set -e
export ATHAR_COMPILED_DIR=/srv/athar/compiled
.venv/bin/python -c 'from tracker.matching.compiling import compile_everything; compile_everything()'
chmod -R a+rX compiled
SHELL

FROM python:3.13-slim
RUN groupadd --system --gid 10001 athar \
    && useradd --system --uid 10001 --gid athar --home-dir /srv/athar --shell /usr/sbin/nologin athar \
    && mkdir -p /srv/athar/files \
    && chown athar:athar /srv/athar/files
# The code belongs to root: whoever takes over the process cannot rewrite it.
COPY --from=build /srv/athar /srv/athar
WORKDIR /srv/athar
ENV PATH=/srv/athar/.venv/bin:$PATH \
    ATHAR_COMPILED_DIR=/tmp/compiled \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=tracker.settings.production
USER athar
EXPOSE 8000
VOLUME /srv/athar/files
# Compiled functions are read from where more can be written, and the code's own folder is not such a place.
ENTRYPOINT ["/bin/sh", "-c", "cp -R /srv/athar/compiled /tmp/; exec \"$@\"", "athar"]
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["python", "tools/healthcheck.py"]
CMD ["gunicorn", "tracker.wsgi:application", "--config=python:tracker.serving", "--bind=0.0.0.0:8000", \
     "--workers=2", "--threads=4", \
     "--worker-tmp-dir=/tmp", "--access-logfile=-", "--access-logformat=%(t)s %(m)s %(s)s %(L)s"]
