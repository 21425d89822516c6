"""Install pip into this virtual environment where Python came without its installer (Debian's python3)."""

import hashlib
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

VERSION = "26.3"
NAME = f"pip-{VERSION}-py3-none-any.whl"
FOLDER = "07/25/ee8c38ae72d66b844ce8eb9711ba905dba21ca1a8a0c960057c41cd23337"
ADDRESS = f"https://files.pythonhosted.org/packages/{FOLDER}/{NAME}"
SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"


def main() -> None:
    try:
        with urllib.request.urlopen(ADDRESS, timeout=60) as answer:
            wheel = answer.read()
    except OSError as error:
        sys.exit(f"pip could not be fetched ({error}).")
    if hashlib.sha256(wheel).hexdigest() != SHA256:
        sys.exit("What was fetched is not the pip that is named here: nothing was installed.")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, NAME)
        file.write_bytes(wheel)
        # A wheel is a zip file, and Python runs pip out of it.
        install = [sys.executable, f"{file}/pip", "install", "--quiet", "--no-index", "--no-deps", str(file)]
        sys.exit(subprocess.run(install, check=False).returncode)


if __name__ == "__main__":
    main()
