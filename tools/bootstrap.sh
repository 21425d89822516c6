#!/bin/sh
# Make .venv hold exactly what uv.lock names. Fast when it already does: the stamp is a copy of the lock.
set -eu

UV_VERSION=0.13.8
stamp=.venv/.athar-installed

say() { printf '%s\n' "$*" >&2; }
is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

if cmp -s uv.lock "$stamp" && .venv/bin/python -c '' 2>/dev/null; then
    exit 0
fi

find_python() {
    for candidate in ${PYTHON_FOR_ATHAR:-} python3.13 python3.12 python3.11 python3 python3.14; do
        if command -v "$candidate" >/dev/null 2>&1 && is_new_enough "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    say "Athar needs Python 3.11 or newer, and none was found: install it (Debian, Ubuntu: apt install python3)."
    exit 1
}

if ! { [ -x .venv/bin/python ] && is_new_enough .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1; }; then
    python=$(find_python)
    say "Making .venv with $python …"
    # Debian keeps pip's installer in a package of its own (python3-venv); without it, pip is fetched.
    if ! "$python" -m venv --clear .venv >/dev/null 2>&1; then
        if ! { "$python" -m venv --clear --without-pip .venv && .venv/bin/python tools/fetch_pip.py; }; then
            say "No virtual environment could be made: install python3-venv (Debian, Ubuntu: apt install python3-venv)."
            exit 1
        fi
    fi
fi

if ! .venv/bin/python -m uv --version 2>/dev/null | grep -q "^uv $UV_VERSION"; then
    say "Installing uv $UV_VERSION …"
    if ! .venv/bin/python -m pip install --quiet --disable-pip-version-check "uv==$UV_VERSION"; then
        say "uv could not be installed: is the network reachable?"
        exit 1
    fi
fi

export UV_PROJECT_ENVIRONMENT=.venv UV_PYTHON_DOWNLOADS=never
unset VIRTUAL_ENV
say "Installing what uv.lock names …"
# Behind a proxy that signs with a certificate of its own, only the machine's certificates are right.
if ! .venv/bin/python -m uv sync --frozen --quiet 2>.venv/.first-attempt; then
    if ! .venv/bin/python -m uv sync --frozen --quiet --system-certs; then
        cat .venv/.first-attempt >&2
        say "The dependencies could not be installed: is the network reachable?"
        exit 1
    fi
fi
rm -f .venv/.first-attempt
cp uv.lock "$stamp"
