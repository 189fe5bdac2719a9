"""The pictures: drawn by the student's function, redrawn when a slider moves, quiet in grading."""

import base64
from collections.abc import Callable
from typing import Any

import ipywidgets
import pytest

from course.lab import pictures
from course.lab.pictures import stage
from course.proof import Workbench
from course.reading import read_topic

PICTURES: dict[str, tuple[Callable[..., None], str, str]] = {
    "running_sum": (pictures.running_sum, "start_here", "total"),
    "affine_shapes": (pictures.affine_shapes, "affine_prediction", "affine_batch"),
    "temperature": (pictures.temperature, "softmax", "softmax"),
}


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Everything displayed, newest last."""
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    bundles: list[dict[str, Any]] = []
    monkeypatch.setattr(stage, "display", lambda bundle, **_: bundles.append(bundle))
    return bundles


@pytest.fixture
def panels(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every panel of sliders and picture that was made."""
    made: list[Any] = []
    build = stage._panel

    def keep(*args: Any) -> Any:
        made.append(build(*args))
        return made[-1]

    monkeypatch.setattr(stage, "_panel", keep)
    return made


def answer(topic: str, function: str) -> Callable[..., Any]:
    return Workbench(read_topic(topic)).names()[function]  # type: ignore[no-any-return]


def sliders(panel: Any) -> list[Any]:
    return [child for child in panel.children[0].children if isinstance(child, ipywidgets.Widget)]


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_a_still_image_a_description_and_a_live_view(
    name: str, shown: list[dict[str, Any]]
) -> None:
    picture, topic, function = PICTURES[name]
    picture(answer(topic, function))
    (bundle,) = shown
    assert base64.b64decode(bundle["image/png"]).startswith(b"\x89PNG")
    assert len(bundle["text/plain"]) > 40
    assert "application/vnd.jupyter.widget-view+json" in bundle


@pytest.mark.parametrize("name", PICTURES)
def test_every_slider_redraws_the_picture_at_both_its_ends(
    name: str, shown: list[dict[str, Any]], panels: list[Any]
) -> None:
    picture, topic, function = PICTURES[name]
    picture(answer(topic, function))
    image, message = panels[0].children[1:]
    for slider in sliders(panels[0]):
        start, before = slider.value, image.value
        seen = set()
        for value in (slider.min, slider.max):
            slider.value = value
            seen.add(image.value)
            assert message.value == ""
        assert len(seen) == 2, f"{slider.description} changes nothing"
        slider.value = start
        assert image.value == before


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_asks_for_a_function_that_is_not_written(
    name: str, shown: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    def unwritten(*args: Any) -> Any:
        raise NotImplementedError

    PICTURES[name][0](unwritten)
    assert shown == []
    assert "write it first" in capsys.readouterr().out


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize(
    "result", [None, "text", [[1.0]], lambda: 0], ids=["None", "text", "list", "function"]
)
def test_a_picture_survives_an_answer_that_makes_no_sense(
    name: str, result: Any, shown: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    def senseless(*args: Any) -> Any:
        return result

    PICTURES[name][0](senseless)
    assert shown or "check(senseless) says more" in capsys.readouterr().out


def test_grading_draws_nothing(shown: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    pictures.running_sum(answer("start_here", "total"))
    assert shown == []


def test_a_function_that_stops_while_a_slider_moves_says_so(
    shown: list[dict[str, Any]], panels: list[Any]
) -> None:
    def moody(x: Any) -> float:
        if moody.angry:  # type: ignore[attr-defined]
            raise ValueError("not now")
        return float(sum(x))

    moody.angry = False  # type: ignore[attr-defined]
    pictures.running_sum(moody, [1.0, 2.0, 3.0])
    moody.angry = True  # type: ignore[attr-defined]
    sliders(panels[-1])[0].value = 0
    assert panels[-1].children[2].value == "moody stopped with ValueError: not now"
