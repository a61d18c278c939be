"""The ledgers: what one row is, its columns, the Chinese headers under which exports name them."""

from data.ledgers.activities import ACTIVITIES, ACTIVITY_TYPES
from data.ledgers.appeals import APPEALS
from data.ledgers.cases import CASES
from data.ledgers.mediations import MEDIATION_KINDS, MEDIATIONS
from data.ledgers.model import Field, FieldKind, Ledger
from data.ledgers.monthly_totals import MONTHLY_TOTALS
from data.ledgers.petitions import PETITIONS
from data.ledgers.placements import PLACEMENTS
from data.ledgers.population import POPULATION
from data.ledgers.stations import STAFF_ROLES, STATIONS
from data.ledgers.suggestions import SUGGESTIONS
from data.ledgers.townships import TOWNSHIPS
from data.ledgers.villages import VILLAGES

__all__ = [
    "ACTIVITIES",
    "ACTIVITY_TYPES",
    "APPEALS",
    "CASES",
    "LEDGERS",
    "MEDIATIONS",
    "MEDIATION_KINDS",
    "MONTHLY_TOTALS",
    "PETITIONS",
    "PLACEMENTS",
    "POPULATION",
    "STAFF_ROLES",
    "STATIONS",
    "SUGGESTIONS",
    "TOWNSHIPS",
    "VILLAGES",
    "Field",
    "FieldKind",
    "Ledger",
]

_ALL = (
    TOWNSHIPS,
    POPULATION,
    CASES,
    MEDIATIONS,
    PETITIONS,
    SUGGESTIONS,
    ACTIVITIES,
    STATIONS,
    VILLAGES,
    PLACEMENTS,
    MONTHLY_TOTALS,
    APPEALS,
)
LEDGERS: dict[str, Ledger] = {one.name: one for one in _ALL}
