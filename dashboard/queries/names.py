"""The names that an address may hold: what the store has, by kind."""

from dashboard.store import Store

NAMES_SQL = {
    "source": "SELECT source_id FROM source",
    "option": "SELECT option_id FROM savings_option",
    "programme": "SELECT DISTINCT programme FROM savings_option",
    "theme": "SELECT theme FROM savings_theme",
    "risk": "SELECT risk_id FROM risk",
    "register": "SELECT DISTINCT register FROM risk_entry",
    "quarter": "SELECT DISTINCT quarter FROM risk_entry",
    "owner": "SELECT DISTINCT owner FROM risk_entry WHERE owner IS NOT NULL",
    "risk_type": "SELECT DISTINCT risk_type FROM risk_entry WHERE risk_type IS NOT NULL",
    "band_scheme": "SELECT DISTINCT scheme FROM risk_band",
}


def names(store: Store) -> dict[str, frozenset[str]]:
    """Return every name an address may hold, by kind: sources, options, risks and so on."""
    return {
        kind: frozenset(name for (name,) in store.table(statement)[1])
        for kind, statement in NAMES_SQL.items()
    }
