"""What a reader can choose on the footprints page, and what a choice covers."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.domain import footprints as rules
from dashboard.domain.address import Selection, choice, known, several
from dashboard.domain.fact import Fact
from dashboard.queries import footprints as queries
from dashboard.queries.footprints import Cover, District, Footprint, Total
from dashboard.queries.sources import place
from dashboard.store import Store

PATH = "/footprints"
CORPORATIONS = "wellbeing_corporations"
PROGRAMME = "commissioning_and_wellbeing"
FOOTPRINT = "footprint"
OVERVIEW = (
    "map",
    "compare",
    "hospitals",
    "outcomes",
    "services",
    "dates",
    "governance",
    "money",
    "counted",
    "conflicts",
)
PROFILE = ("profile", "outcomes", "map", "services")
CARD_NAMES = ("profile", *OVERVIEW)
SIZES = ("wellbeing_corporation_population_low", "wellbeing_corporation_population_high")
COMMUNITY = ("identifiable_community_population_low", "identifiable_community_population_high")
COUNT = "wellbeing_corporation_count"


@dataclass(frozen=True)
class FootprintsSelection(Selection):
    """What a reader can choose on the footprints page; `table` names the cards whose table is open.

    `area` is a footprint or a district, `colour` what colours the map: footprints, or an indicator;
    `map` is usually drawn with boundaries where no living district lacks one.
    """

    area: str = known("footprint_area")
    colour: str = known("map_colour", default=FOOTPRINT)
    map: str = choice("usual", "tiles", "boundaries")
    table: tuple[str, ...] = several(*CARD_NAMES)


@dataclass(frozen=True)
class Scope:
    """What a selection covers: the footprints, their districts and hospitals, and which are asked for."""

    store: Store
    selection: FootprintsSelection

    @cached_property
    def footprints(self) -> dict[str, Footprint]:
        """Every footprint by its short name."""
        return {item.footprint: item for item in queries.footprints(self.store)}

    @cached_property
    def districts(self) -> dict[str, District]:
        """Every district that a hospital covers, by its code, in the order of names."""
        return {item.area_code: item for item in queries.districts(self.store)}

    @cached_property
    def covers(self) -> list[Cover]:
        """Every hospital with each district it covers."""
        return queries.covers(self.store)

    @cached_property
    def total(self) -> Total | None:
        """The printed total of the county."""
        return next(iter(queries.totals(self.store)), None)

    @cached_property
    def stated(self) -> dict[str, Fact]:
        """The sizes that the document states, in people, and how many corporations it wants."""
        found = queries.stated(self.store, [*SIZES, *COMMUNITY, COUNT])
        return {name: rules.in_people(fact) for name, fact in found.items()}

    @property
    def footprint(self) -> Footprint | None:
        """The footprint asked for."""
        return self.footprints.get(self.selection.area)

    @property
    def district(self) -> District | None:
        """The district asked for."""
        return self.districts.get(self.selection.area)

    @property
    def beside(self) -> bool:
        """Whether what is asked for is a district in no footprint, to which none of the plan applies."""
        return self.district is not None and not self.district.footprint

    @cached_property
    def council(self) -> str:
        """The name of the council of the place."""
        return place(self.store).council

    @property
    def elsewhere(self) -> bool:
        """Whether what is asked for is a district that another council serves."""
        return self.district is not None and not self.district.of_council

    @property
    def name(self) -> str:
        """The name of what is asked for; empty where that is every footprint."""
        if self.footprint:
            return self.footprint.label
        return self.district.name if self.district else ""

    @property
    def shown(self) -> list[District]:
        """The districts of what is asked for."""
        return [self.district] if self.district else self.members(self.selection.area)

    def members(self, footprint: str) -> list[District]:
        """Return the districts of one footprint, by name."""
        return [item for item in self.districts.values() if item.footprint == footprint]

    def people(self, footprint: str) -> Fact:
        """Return the people of one footprint, each district counted once."""
        return rules.together(footprint, [person_fact(item) for item in self.members(footprint)])

    def hospitals(self, districts: Sequence[District]) -> dict[str, list[Cover]]:
        """Return the hospitals that are listed with any of the districts, each with those rows."""
        codes = {item.area_code for item in districts}
        found: dict[str, list[Cover]] = {}
        for row in self.covers:
            if row.area_code in codes:
                found.setdefault(row.hospital_label, []).append(row)
        return found

    def communities(self, people: Fact) -> tuple[Fact, Fact]:
        """Return the fewest and the most communities that people could form."""
        return rules.communities(people, *(self.stated[name] for name in COMMUNITY))

    def size_word(self, people: Fact) -> str:
        """Return whether people are within the stated size of a corporation, above it or below it."""
        return rules.size_word(people, *(self.stated[name] for name in SIZES))


def person_fact(district: District) -> Fact:
    """Return the people of one district as printed."""
    return Fact(
        district.area_code,
        "",
        float(district.population),
        rules.PEOPLE,
        district.printed,
        district.status,
        district.source_id,
        district.source_line,
        district.locator,
    )


def scope(store: Store, selection: FootprintsSelection) -> Scope:
    """Return what a selection covers."""
    return Scope(store, selection)


def address(area: str) -> str:
    """Return the address of the page for one footprint or district."""
    return f"{PATH}?area={area}"
