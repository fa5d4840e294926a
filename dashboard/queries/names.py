"""The names that an address may hold: what the store has, by kind."""

from dashboard.domain.address import Names
from dashboard.queries.scenario import levers
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
    "indicator": "SELECT indicator_id::VARCHAR FROM indicator",
    "area": "SELECT area_code FROM area UNION SELECT area_code FROM indicator_area",
    "benchmark": "SELECT area_code FROM indicator_area UNION SELECT footprint FROM footprint_member",
    "sex": "SELECT DISTINCT sex::VARCHAR FROM indicator_value",
    "age": "SELECT DISTINCT age FROM indicator_value",
    "category_type": "SELECT DISTINCT category_type FROM indicator_value WHERE category_type IS NOT NULL",
    "band_scheme": "SELECT DISTINCT scheme FROM risk_band",
}


def names(store: Store) -> Names:
    """Return every name an address may hold, by kind: sources, options, risks and so on.

    A lever is held with its ends, which an address must keep to.
    """
    listed = {
        kind: frozenset(name for (name,) in store.table(statement)[1])
        for kind, statement in NAMES_SQL.items()
    }
    return {**listed, "lever": {lever.lever: lever for lever in levers(store)}}
