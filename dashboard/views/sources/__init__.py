"""The findings of the sources page: figures, documents, corrections, checks, words and tables."""

from dashboard.views.sources.choices import CARD_NAMES, PAGE_SIZE, SourcesSelection, pages
from dashboard.views.sources.holdings import documents, glossary, tables
from dashboard.views.sources.search import figures, found
from dashboard.views.sources.trust import checks, corrections

__all__ = [
    "CARDS",
    "CARD_NAMES",
    "PAGE_SIZE",
    "SourcesSelection",
    "checks",
    "corrections",
    "documents",
    "figures",
    "found",
    "glossary",
    "pages",
    "tables",
]

CARDS = {
    "figures": figures,
    "documents": documents,
    "corrections": corrections,
    "checks": checks,
    "glossary": glossary,
    "tables": tables,
}
