"""A whole scoring for programs: what went in, and everything that came out."""

from typing import Any

from dashboard.domain.view import Record
from dashboard.views.options.acceptability import acceptability_record
from dashboard.views.options.headlines import finding
from dashboard.views.options.method import method_record
from dashboard.views.options.ranking import ranking_record, ranking_view
from dashboard.views.options.sensitivity import range_records
from dashboard.views.options.setting import Setting
from dashboard.views.options.switch import trade_records, way_records


def score_report(setting: Setting) -> dict[str, Any]:
    """Return the inputs, the rank and score of each option, and how sure that is: the numbers of the page."""
    places = range(len(setting.options))
    options: list[Record] = [
        ranking_record(setting, place) | acceptability_record(setting, place) | method_record(setting, place)
        for place in places
    ]
    names = setting.case.options
    return {
        "inputs": setting.audit,
        "finding": finding(setting),
        "answer": ranking_view(setting).title,
        "options": sorted(options, key=lambda record: int(record["rank"])),
        "who_leads_as_one_weight_moves": range_records(setting),
        "nearest_change_that_puts_it_first": [
            record for place in places for record in way_records(setting, place)
        ],
        "who_leads_as_weight_moves_between_two": trade_records(setting),
        "beaten_whatever_the_weights": [
            {"better": names[better], "worse": names[worse]} for better, worse in setting.case.dominated
        ],
    }
