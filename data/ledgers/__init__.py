"""The ledgers: what one row is, its columns, the Chinese headers under which exports name them."""

from data.ledgers.cases import CASES
from data.ledgers.mediations import MEDIATION_KINDS, MEDIATIONS
from data.ledgers.model import Field, FieldKind, Ledger
from data.ledgers.population import POPULATION
from data.ledgers.townships import TOWNSHIPS

__all__ = [
    "CASES",
    "LEDGERS",
    "MEDIATIONS",
    "MEDIATION_KINDS",
    "POPULATION",
    "TOWNSHIPS",
    "Field",
    "FieldKind",
    "Ledger",
]

LEDGERS: dict[str, Ledger] = {one.name: one for one in (TOWNSHIPS, POPULATION, CASES, MEDIATIONS)}
