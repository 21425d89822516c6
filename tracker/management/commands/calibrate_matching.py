"""Learn weights from the house's own pairs, show what would change, and adopt them if somebody says so."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations

from tracker.flow.linking.adopted import adopt, weights_in_force
from tracker.flow.linking.calibrating import RECORDS_SAMPLED, calibrate_house, told
from tracker.flow.permissions import NotAllowed
from tracker.matching.estimate import Calibration, TooLittle
from tracker.models import User


class Command(BaseCommand):
    """Print a new table of weights beside the one in force; adopt it with a name and a reason."""

    help = "Learn the weights of comparison from this house's own pairs. Nothing changes without --adopt."

    def add_arguments(self, parser: CommandParser) -> None:
        """[--records N] [--json] [--adopt --by USERNAME --reason TEXT]."""
        parser.add_argument("--records", type=int, default=RECORDS_SAMPLED, help="records sampled (20000)")
        parser.add_argument("--json", action="store_true")
        parser.add_argument("--adopt", action="store_true", help="put the new table in force")
        parser.add_argument("--by", default="", help="account of the reviewer who adopts it")
        parser.add_argument("--reason", default="", help="why, in a sentence")

    @no_translations
    def handle(self, *_args: Any, **options: Any) -> None:
        """Calibrate, tell, and adopt where asked."""
        if options["adopt"] and not (options["by"] and options["reason"].strip()):
            raise CommandError("To adopt a table, say who you are and why: --by USERNAME --reason TEXT.")
        try:
            calibration = calibrate_house(records=options["records"])
        except TooLittle as refusal:
            raise CommandError(str(refusal)) from refusal
        self._tell(calibration, as_json=options["json"])
        if options["adopt"]:
            self._adopt(calibration, options["by"], options["reason"])

    def _tell(self, calibration: Calibration, *, as_json: bool) -> None:
        if as_json:
            told_as = {
                "figures": calibration.figures(),
                "moved": [list(level) for level in calibration.moved],
                "weights": json.loads(calibration.weights.to_json()),
            }
            self.stdout.write(json.dumps(told_as, ensure_ascii=False))
            return
        for line in told(calibration, weights_in_force()):
            self.stdout.write(line)

    def _adopt(self, calibration: Calibration, username: str, reason: str) -> None:
        by = User.objects.filter(username=username).first()
        if by is None:
            raise CommandError(f"There is no account {username}.")
        try:
            adopted = adopt(calibration.weights, by=by, reason=reason, figures=calibration.figures())
        except NotAllowed as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stderr.write(f"Adopted as {adopted.version}. Run propose_links --all to score every pair by it.")
