"""Which council serves a district, and what that means for the services and the money of the report."""

from dashboard.domain.words import counted, listed
from dashboard.queries.footprints import District
from dashboard.views.footprints.choices import Scope
from dashboard.views.footprints.counted import outside_words

KINDS = {"unitary": "A unitary authority", "metropolitan_borough": "A metropolitan borough"}
OWN = "its council runs its own services"


def kind_sentence(district: District) -> str:
    """Return what kind of place a district is, where it lies, and who runs its services."""
    where = outside_words(district)
    kind = KINDS.get(district.kind, "A district")
    own = f": {OWN}" if district.kind in KINDS else ""
    return f"{kind}{f', {where}' if where else ' in the county'}{own}."


def not_theirs(found: Scope, district: District, services: int) -> str:
    """Return that the services of the report are not those of a district that another council serves."""
    listed_as = f"{counted(services, 'service', 'services')} that the report lists"
    mine = [item.name for item in found.members(district.footprint or "") if item.of_council]
    would = f" and would cover the footprint’s county districts: {listed(mine)}" if mine else ""
    return (
        f"None of its own: the {listed_as} are those of {found.council}{would}. "
        f"{district.name} is served by another council"
    )


def others(found: Scope) -> list[District]:
    """Return the districts of what is asked for that another council serves."""
    return [item for item in found.shown if not item.of_council]


def covered_words(found: Scope) -> str:
    """Return which districts of a footprint the services cover; empty where it is all of them."""
    away = [item.name for item in others(found)]
    if not away:
        return ""
    mine = listed([item.name for item in found.shown if item.of_council])
    verb = "is" if len(away) == 1 else "are"
    start = f"They are services of {found.council}"
    return f"{start}, for {mine}; {listed(away)} {verb} served by another council and not in the list"
