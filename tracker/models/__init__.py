"""The nouns. A promise that all code must keep stands here, as a constraint or trigger of the database."""

from tracker.models import lookups as _lookups  # noqa: F401
from tracker.models.accounts import Role, User
from tracker.models.base import EditConflict
from tracker.models.claims import FATES, Claim, ClaimKind, Credibility
from tracker.models.documents import Authenticity, CustodyEvent, CustodyKind, Document
from tracker.models.families import Channel, Contact, ContactReveal, Family, Kin, Kinship, Relative
from tracker.models.history import HistoryEntry
from tracker.models.identities import Identifier, IdentifierKind, NameKind, NameScript, PersonName, Standing
from tracker.models.imports import ImportFile, ImportStatus, SheetLayout
from tracker.models.index import (
    HeardPart,
    KnownPart,
    LearnedNames,
    PersonKeys,
    RecordKeys,
    UncomparedPerson,
    UncomparedRecord,
    UnkeyedPerson,
)
from tracker.models.leads import Inquiry, Lead, LeadKind, LeadStatus, LeadStep, Outcome, StepKind
from tracker.models.links import LINKS_THAT_HOLD, Link, LinkDecision, LinkStatus, Verdict
from tracker.models.listing import PublicListing
from tracker.models.mappings import SavedMapping
from tracker.models.notices import Notice, NoticeKind, NoticeStatus, Way
from tracker.models.people import Consent, Person, Sex
from tracker.models.places import Place, PlaceAlias, PlaceKind
from tracker.models.records import AsideKind, PrisonRecord, SetAside
from tracker.models.rows import CheckedRow, ImportRow, RowStatus
from tracker.models.sources import Reliability, Source, SourceKind
from tracker.models.weights import AdoptedWeights

__all__ = [
    "FATES",
    "LINKS_THAT_HOLD",
    "AdoptedWeights",
    "AsideKind",
    "Authenticity",
    "Channel",
    "CheckedRow",
    "Claim",
    "ClaimKind",
    "Consent",
    "Contact",
    "ContactReveal",
    "Credibility",
    "CustodyEvent",
    "CustodyKind",
    "Document",
    "EditConflict",
    "Family",
    "HeardPart",
    "HistoryEntry",
    "Identifier",
    "IdentifierKind",
    "ImportFile",
    "ImportRow",
    "ImportStatus",
    "Inquiry",
    "Kin",
    "Kinship",
    "KnownPart",
    "Lead",
    "LeadKind",
    "LeadStatus",
    "LeadStep",
    "LearnedNames",
    "Link",
    "LinkDecision",
    "LinkStatus",
    "NameKind",
    "NameScript",
    "Notice",
    "NoticeKind",
    "NoticeStatus",
    "Outcome",
    "Person",
    "PersonKeys",
    "PersonName",
    "Place",
    "PlaceAlias",
    "PlaceKind",
    "PrisonRecord",
    "PublicListing",
    "RecordKeys",
    "Relative",
    "Reliability",
    "Role",
    "RowStatus",
    "SavedMapping",
    "SetAside",
    "Sex",
    "SheetLayout",
    "Source",
    "SourceKind",
    "Standing",
    "StepKind",
    "UncomparedPerson",
    "UncomparedRecord",
    "UnkeyedPerson",
    "User",
    "Verdict",
    "Way",
]
