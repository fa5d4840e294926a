"""A scoring session in the browser: by keyboard alone, back and forward, several people, and how fast."""

import json
from pathlib import Path
from typing import Any

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from tests.e2e.visitor import MARKS, Visitor

pytestmark = MARKS

SCORES = "options-score-option_2-manage_demand"
OUTCOMES = "options-weight-contribution_to_outcomes"
EQUAL = "At equal weights options 3 and 4 tie on 58.3 of 100"
CRITERIA = (
    "manage_demand",
    "ease_of_implementation",
    "reduction_of_financial_risk",
    "ability_to_reduce_costs",
    "contribution_to_outcomes",
    "implementation_costs",
)


def focused(visitor: Visitor, element_id: str) -> WebElement:
    """Put the focus where a reader has come with the tab key."""
    visitor.wait(lambda: visitor.driver.find_elements(By.ID, element_id), f"there is no {element_id}")
    element = visitor.driver.find_element(By.ID, element_id)
    visitor.run("arguments[0].focus()", element)
    return element


def title(visitor: Visitor, card: str = "ranking") -> str:
    return str(
        visitor.run(
            "return document.getElementById(arguments[0])?.textContent ?? ''", f"options-{card}-title"
        )
    )


def value_of(visitor: Visitor, element_id: str) -> object:
    return visitor.run("return document.getElementById(arguments[0])?.value", element_id)


def wait_for(visitor: Visitor, words: str, card: str = "ranking") -> None:
    visitor.wait(lambda: words in title(visitor, card), f"{card} does not say {words}")


def test_a_session_by_keyboard_keeps_its_place_and_its_history(visitor: Visitor) -> None:
    visitor.open("/options")
    assert title(visitor).startswith(EQUAL)
    focused(visitor, OUTCOMES).send_keys(Keys.ARROW_UP, Keys.ARROW_UP, Keys.ARROW_UP)
    wait_for(visitor, "At your weights option 3 leads with 58.7 of 100")
    assert visitor.run("return document.activeElement.id") == OUTCOMES
    visitor.wait(
        lambda: "contribution_to_outcomes-53" in visitor.path, "the address does not hold the weight"
    )
    focused(visitor, SCORES).send_keys(Keys.ARROW_DOWN)
    wait_for(visitor, "with what-if scores")
    assert visitor.run("return document.activeElement.id") == SCORES
    assert visitor.driver.find_elements(By.CSS_SELECTOR, "td.opt-tried")
    visitor.driver.back()
    wait_for(visitor, "At your weights option 3 leads with 58.7 of 100, 0.5 ahead of option 4")
    visitor.driver.back()
    wait_for(visitor, EQUAL)
    visitor.wait(lambda: value_of(visitor, OUTCOMES) == "50", "the panel does not follow")
    visitor.driver.forward()
    wait_for(visitor, "At your weights option 3 leads with 58.7 of 100")
    visitor.wait(lambda: value_of(visitor, OUTCOMES) == "53", "the panel does not follow")


def test_a_link_shows_the_same_to_somebody_else(visitor: Visitor) -> None:
    visitor.open("/options")
    focused(visitor, OUTCOMES).send_keys(Keys.ARROW_UP)
    wait_for(visitor, "At your weights")
    said, path = title(visitor, "sensitivity"), visitor.path
    visitor.forget()
    visitor.open(path)
    assert title(visitor, "sensitivity") == said


def test_weights_that_cannot_be_used_are_said_and_mended(visitor: Visitor) -> None:
    nothing = ".".join(f"{name}-0" for name in CRITERIA[1:])
    visitor.open(f"/options?weights=manage_demand-1.{nothing}")
    before = title(visitor)
    focused(visitor, "options-weight-manage_demand").send_keys(Keys.ARROW_DOWN)
    visitor.wait(
        lambda: "Every weight is zero" in visitor.run("return document.body.innerText"), "nothing said"
    )
    assert title(visitor) == before
    focused(visitor, "options-weight-reduction_of_financial_risk").send_keys(Keys.ARROW_UP)
    wait_for(visitor, "option 4 leads with 100.0 of 100")
    visitor.wait(
        lambda: "Every weight is zero" not in visitor.run("return document.body.innerText"), "still said"
    )


def test_a_page_that_could_not_be_scored_is_made_anew(visitor: Visitor) -> None:
    visitor.open("/options?weights=" + ".".join(f"{name}-0" for name in CRITERIA))
    focused(visitor, "options-weight-reduction_of_financial_risk").send_keys(Keys.ARROW_UP)
    wait_for(visitor, "option 4 leads with 100.0 of 100")


def person(name: str, **weights: int) -> dict[str, Any]:
    return {"name": name, "weights": dict.fromkeys(CRITERIA, 50) | weights}


def load(visitor: Visitor, path: Path, content: object) -> None:
    path.write_text(json.dumps(content), encoding="utf-8")
    visitor.wait(lambda: visitor.driver.find_elements(By.ID, "options-file"), "there is no place for a file")
    visitor.driver.find_element(By.ID, "options-file").send_keys(str(path))


def told(visitor: Visitor) -> str:
    return str(visitor.run("return document.getElementById('options-told').textContent"))


def test_several_people_are_compared_and_their_names_stay_here(visitor: Visitor, tmp_path: Path) -> None:
    visitor.open("/options")
    focused(visitor, "options-person").send_keys("Mine")
    visitor.run("document.querySelector('[data-options=save]').click()")
    wait_for(visitor, "One person’s weights put options 3 and 4 first", "people")
    people = [person("Finance", reduction_of_financial_risk=90), person("Care", contribution_to_outcomes=90)]
    load(visitor, tmp_path / "set.json", {"appraisal": "psdm-delivery-model", "people": people})
    wait_for(visitor, "Of 2 people", "people")
    heads = (
        "return [...document.querySelectorAll('#options-people-body thead th')].map((el) => el.textContent)"
    )
    visitor.wait(lambda: "Finance" in visitor.run(heads), "the names are not over the columns")
    assert "Finance" not in visitor.path
    assert "people=50-50-90-50-50-50.50-50-50-50-90-50" in visitor.path
    path = visitor.path
    visitor.forget()
    visitor.open(path)
    assert "Person 1" in visitor.run(heads)


def test_a_set_that_cannot_be_used_is_refused_whole(visitor: Visitor, tmp_path: Path) -> None:
    visitor.open("/options")
    wrong = {"appraisal": "psdm-delivery-model", "people": [person("A"), person("B", manage_demand=500)]}
    load(visitor, tmp_path / "set.json", wrong)
    visitor.wait(
        lambda: "B needs a whole number from 0 to 100 for manage_demand; found 500." in told(visitor),
        "not said",
    )
    load(visitor, tmp_path / "other.json", {"appraisal": "another", "people": [person("A")]})
    visitor.wait(lambda: "It is for the appraisal another" in told(visitor), "not said")
    assert title(visitor, "people").startswith("Nobody’s weights are compared yet")


def test_a_drag_of_a_slider_is_one_step_and_ends_on_the_last_value(visitor: Visitor) -> None:
    visitor.open("/options")
    visitor.run(
        """
        const slider = document.getElementById('options-range-contribution_to_outcomes');
        for (let value = 51; value <= 90; value += 1) {
          slider.value = String(value);
          slider.dispatchEvent(new Event('input', { bubbles: true }));
        }
        """
    )
    visitor.wait(lambda: "contribution_to_outcomes-90" in visitor.path, "the last value was not asked for")
    assert value_of(visitor, OUTCOMES) == "90"
    visitor.driver.back()
    wait_for(visitor, EQUAL)
    assert visitor.path == "/options"
