import warnings

import pytest

from tracker.matching import Frequencies, Profile, compare
from tracker.names import read_name, similarity


@pytest.fixture(scope="session", autouse=True)
def compiled() -> None:
    """Compile before the first test, or it would seem slow; the compiler warns of what it finds new."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        similarity("محسن", "Mohsen")
        profile = Profile((read_name("علي محسن البريدي"),))
        compare(profile, profile, Frequencies())
