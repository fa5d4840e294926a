"""The names that an address may hold: what the store has, by kind."""

from dashboard.domain.address import WHOLE_PLACE, Names
from dashboard.queries.delivery import EVERY_PLAN
from dashboard.queries.scenario import goal_years, levers
from dashboard.store import Store

NAMES_SQL = {
    "briefing": "SELECT briefing FROM briefing",
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
    "area": "SELECT area_code FROM area UNION SELECT area_code FROM indicator_area "
    "UNION SELECT footprint FROM footprint",
    "footprint_area": "SELECT footprint FROM footprint UNION SELECT area_code FROM covered_district",
    "map_colour": "SELECT 'footprint' UNION SELECT indicator_id::VARCHAR FROM indicator",
    "benchmark": "SELECT area_code FROM indicator_area UNION SELECT footprint FROM footprint",
    "sex": "SELECT DISTINCT sex::VARCHAR FROM indicator_value",
    "age": "SELECT DISTINCT age FROM indicator_value",
    "category_type": "SELECT DISTINCT category_type FROM indicator_value WHERE category_type IS NOT NULL",
    "home": "SELECT future_home FROM service_home",
    "service_area": "SELECT service_area FROM service_area",
    # As in delivery_event, whose months would cost every worker 13 MB here.
    "plan_programme": "SELECT DISTINCT unnest([programme, source_id]) FROM dated_programme "
    "WHERE (source_id, part) IN "
    "(SELECT source_id, programme FROM milestone UNION SELECT source_id, programme FROM plan_phase)",
    "bid_theme": "SELECT DISTINCT theme FROM programme WHERE theme IS NOT NULL",
    "body_type": "SELECT DISTINCT body_type FROM body",
    "region": "SELECT DISTINCT region FROM body WHERE region IS NOT NULL",
    "sum_kind": "SELECT DISTINCT concat_ws('-', gain, basis, claim, reach, "
    "nullif(replace(lower(span), ' ', '_'), '')) FROM programme_sum "
    "WHERE gain IN ('benefit', 'net', 'capital_receipt') AND basis <> 'unstated'",
    "change_programme": "SELECT programme FROM programme WHERE level IN ('bid', 'portfolio', 'programme')",
    "yearly_programme": "SELECT DISTINCT programme FROM programme_year",
    "band_scheme": "SELECT DISTINCT scheme FROM risk_band",
    "appraisal": "SELECT DISTINCT appraisal FROM appraisal_option",
    "criterion": "SELECT DISTINCT criterion FROM appraisal_criterion",
    "score": "SELECT DISTINCT option || '-' || criterion "
    "FROM appraisal_option JOIN appraisal_criterion USING (appraisal)",
    "level": "SELECT DISTINCT level FROM appraisal_scale",
}


def names(store: Store) -> Names:
    """Return every name an address may hold, by kind: sources, options, risks and so on.

    A lever is held with its ends, which an address must keep to.
    """
    listed = {
        kind: frozenset(name for (name,) in store.table(statement)[1])
        for kind, statement in NAMES_SQL.items()
    }
    # A link can also say that no area is chosen.
    whole = {kind: listed[kind] | {WHOLE_PLACE} for kind in ("area", "footprint_area")}
    plans = {"plan_programme": listed["plan_programme"] | {EVERY_PLAN}}
    own = {"lever": {lever.lever: lever for lever in levers(store)}, "goal_year": goal_years(store)}
    return {**listed, **whole, **plans, **own}
