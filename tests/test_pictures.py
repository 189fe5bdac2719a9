"""The pictures: drawn by the student's function, redrawn when a slider moves, quiet in grading."""

import base64
from collections.abc import Callable
from typing import Any

import ipywidgets
import pytest
from matplotlib.figure import Figure

from course.lab import pictures
from course.lab.pictures import stage
from course.proof import Workbench
from course.reading import read_topic


def price_of_being_sure(sigmoid: Callable[..., Any]) -> None:
    """The picture of `logistic_bce` takes three functions: the others are the model's."""
    others = (answer("logistic_bce", name) for name in ("binary_cross_entropy", "bce_with_logits"))
    pictures.price_of_being_sure(sigmoid, *others)


def word_probabilities(training_step: Callable[..., Any]) -> None:
    """Give the picture the song and the other function, as the notebook does."""
    given = Workbench(read_topic("training_step")).names()
    rest = [given[name] for name in ("start", "X", "Y", "vocabulary")]
    pictures.word_probabilities(given["forward_pass"], training_step, *rest)


PICTURES: dict[str, tuple[Callable[..., None], str, str]] = {
    "running_sum": (pictures.running_sum, "start_here", "total"),
    "affine_shapes": (pictures.affine_shapes, "affine_prediction", "affine_batch"),
    "fog_walk": (
        lambda walk: pictures.fog_walk(walk, answer("least_squares", "gradient_step")),
        "least_squares",
        "gradient_descent",
    ),
    "ridge_contours": (pictures.ridge_contours, "ridge_path", "shrinkage_path"),
    "price_of_being_sure": (price_of_being_sure, "logistic_bce", "sigmoid"),
    "temperature": (pictures.temperature, "softmax", "softmax"),
    "before_and_after": (pictures.before_and_after, "standardization", "standardize_split"),
    "network": (
        lambda forward: pictures.network(
            forward, answer("worked_backprop", "gradients"), answer("worked_backprop", "train_step")
        ),
        "worked_backprop",
        "forward",
    ),
    "outlier": (
        lambda leverage: pictures.outlier(answer("diagnostics", "residuals"), leverage),
        "diagnostics",
        "leverage",
    ),
    "word_probabilities": (word_probabilities, "training_step", "training_step"),
}


class Handle:
    """Stands for an output in the notebook, and keeps what it showed."""

    def __init__(self, bundle: dict[str, Any]) -> None:
        self.bundle = bundle
        self.updates = 0

    def update(self, bundle: dict[str, Any], **_: Any) -> None:
        self.bundle = bundle
        self.updates += 1


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Handle]:
    """Every output, newest last."""
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    handles: list[Handle] = []

    def display(bundle: dict[str, Any], **_: Any) -> Handle:
        handles.append(Handle(bundle))
        return handles[-1]

    monkeypatch.setattr(stage, "display", display)
    return handles


@pytest.fixture
def panels(monkeypatch: pytest.MonkeyPatch) -> list[stage.Panel]:
    """Every panel of sliders that was made."""
    made: list[stage.Panel] = []

    class Kept(stage.Panel):
        def __init__(self, *args: Any) -> None:
            super().__init__(*args)
            made.append(self)

    monkeypatch.setattr(stage, "Panel", Kept)
    return made


def answer(topic: str, function: str) -> Callable[..., Any]:
    return Workbench(read_topic(topic)).names()[function]  # type: ignore[no-any-return]


def ends(control: Any) -> tuple[float, float]:
    if isinstance(control, ipywidgets.SelectionSlider):
        return control.options[0][1], control.options[-1][1]
    if isinstance(control, ipywidgets.FloatLogSlider):
        return control.base**control.min, control.base**control.max
    return control.min, control.max


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_sliders_and_below_them_an_image_with_a_description(
    name: str, shown: list[Handle]
) -> None:
    picture, topic, function = PICTURES[name]
    picture(answer(topic, function))
    controls, image = (handle.bundle for handle in shown)
    assert "application/vnd.jupyter.widget-view+json" in controls
    assert controls["text/plain"].startswith("Sliders: ")
    assert base64.b64decode(image["image/png"]).startswith(b"\x89PNG")
    assert len(image["text/plain"]) > 40


@pytest.mark.parametrize("name", PICTURES)
def test_every_slider_redraws_the_picture_at_both_its_ends(
    name: str, shown: list[Handle], panels: list[stage.Panel]
) -> None:
    picture, topic, function = PICTURES[name]
    picture(answer(topic, function))
    image = shown[1]
    before = image.bundle["image/png"]
    controls = panels[0].controls.values()
    starts = [control.value for control in controls]
    for control in controls:
        seen = set()
        for value in ends(control):
            control.value = value
            seen.add(image.bundle["image/png"])
            assert panels[0].message.layout.display == "none"
        assert len(seen) == 2, f"{control.description} changes nothing"
        for each, start in zip(controls, starts, strict=True):
            each.value = start
        assert image.bundle["image/png"] == before


@pytest.mark.parametrize(
    ("name", "pressed", "moved"),
    [
        # A figure of 7.2 by 4.1 inches; the maps are squares of 2.94 whose left ends are at 0.5 and 4.08.
        ("fog_walk", (0.5 + 2.94 * 0.75, 4.1 - 0.92 - 2.94 * 0.5), {"start_1": 1.0, "start_2": 0.0}),
        ("fog_walk", (4.08 + 2.94 * 0.25, 4.1 - 0.92 - 2.94 * 0.1), {"start_1": -1.0, "start_2": -1.6}),
    ],
)
def test_a_press_in_the_picture_moves_both_sliders_and_redraws_once(
    name: str,
    pressed: tuple[float, float],
    moved: dict[str, float],
    shown: list[Handle],
    panels: list[stage.Panel],
) -> None:
    picture, topic, function = PICTURES[name]
    picture(answer(topic, function))
    image, panel = shown[1], panels[0]
    before, drawn = image.bundle["image/png"], image.updates
    panel.point(pressed[0] / 7.2, pressed[1] / 4.1)
    assert {key: panel.controls[key].value for key in moved} == pytest.approx(moved)
    assert image.bundle["image/png"] != before
    assert image.updates == drawn + 1


def test_a_press_beside_the_axes_moves_nothing(shown: list[Handle], panels: list[stage.Panel]) -> None:
    picture, topic, function = PICTURES["fog_walk"]
    picture(answer(topic, function))
    starts = [control.value for control in panels[0].controls.values()]
    panels[0].point(0.52, 0.5)
    assert [control.value for control in panels[0].controls.values()] == starts
    assert shown[1].updates == 0


def test_the_bird_goes_where_it_is_put_and_no_farther_than_its_sliders(
    shown: list[Handle], panels: list[stage.Panel]
) -> None:
    picture, topic, function = PICTURES["outlier"]
    picture(answer(topic, function))
    panel = panels[0]
    box = panel.figure.axes[0].get_position()  # flippers from 165 to 300 mm, masses from 0 to 12 kg
    panel.point(box.x0 + box.width * 45 / 135, 1 - box.y0 - box.height * 6 / 12)
    assert (panel.controls["flipper"].value, panel.controls["mass"].value) == (210, pytest.approx(6.0))
    panel.point(box.x0 + box.width * 0.999, 1 - box.y0 - box.height * 0.999)
    assert (panel.controls["flipper"].value, panel.controls["mass"].value) == (295, 8.5)


def test_words_stand_in_place_of_their_numbers(shown: list[Handle], panels: list[stage.Panel]) -> None:
    picture, topic, function = PICTURES["word_probabilities"]
    picture(answer(topic, function))
    words = [word for word, _ in panels[0].controls["word"].options]
    assert {"row", "your", "boat", "gently", "down", "the", "stream"} <= set(words)
    assert all(map(str.isalpha, words))


def test_a_row_that_is_not_there_cannot_be_chosen(shown: list[Handle], panels: list[stage.Panel]) -> None:
    pictures.affine_shapes(answer("affine_prediction", "affine_batch"))
    controls = panels[0].controls
    controls["i"].value = 3
    controls["n"].value = 2
    assert (controls["i"].value, controls["i"].max) == (1, 1)


@pytest.mark.parametrize(
    ("offset", "beside"), [(0.0, ""), (9.0, "\nyour Z[1, 0] is")], ids=["right", "wrong"]
)
def test_a_wrong_entry_stands_beside_the_true_sum(
    offset: float, beside: str, shown: list[Handle], monkeypatch: pytest.MonkeyPatch
) -> None:
    titles = []
    png = stage._png

    def keep(figure: Figure) -> bytes:
        titles.append(figure.get_suptitle())
        return png(figure)

    monkeypatch.setattr(stage, "_png", keep)
    right = answer("affine_prediction", "affine_batch")
    pictures.affine_shapes(lambda X, W, b: right(X, W, b) + offset)
    sum_written_out, _, total = titles[0].partition("\n")[0].rpartition("=")
    assert eval(sum_written_out.rpartition("]  =")[2].replace("·", "*")) == float(total)
    assert beside in titles[0]
    assert ("your Z" in titles[0]) == bool(offset)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_asks_for_a_function_that_is_not_written(
    name: str, shown: list[Handle], capsys: pytest.CaptureFixture[str]
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
    name: str, result: Any, shown: list[Handle], capsys: pytest.CaptureFixture[str]
) -> None:
    def senseless(*args: Any) -> Any:
        return result

    PICTURES[name][0](senseless)
    assert shown or "check(senseless) says more" in capsys.readouterr().out


def test_the_walk_names_the_step_where_only_that_is_not_written(
    shown: list[Handle], capsys: pytest.CaptureFixture[str]
) -> None:
    def gradient_step(*args: Any) -> Any:
        raise NotImplementedError

    pictures.fog_walk(answer("least_squares", "gradient_descent"), gradient_step)
    assert shown == []
    assert "draws with your gradient_step: write it first" in capsys.readouterr().out


def test_grading_draws_nothing(shown: list[Handle], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    pictures.running_sum(answer("start_here", "total"))
    assert shown == []


def test_a_function_that_stops_while_a_slider_moves_says_so(
    shown: list[Handle], panels: list[stage.Panel]
) -> None:
    def moody(x: Any) -> float:
        if moody.angry:  # type: ignore[attr-defined]
            raise ValueError("not now")
        return float(sum(x))

    moody.angry = False  # type: ignore[attr-defined]
    pictures.running_sum(moody, [1.0, 2.0, 3.0])
    moody.angry = True  # type: ignore[attr-defined]
    panels[-1].controls["terms"].value = 0
    assert panels[-1].message.layout.display is None
    assert panels[-1].message.value.startswith("What moody gave cannot be drawn (ValueError: not now)")


@pytest.mark.parametrize("missing", ["residuals", "leverage"])
def test_the_outlier_names_the_function_that_is_not_written(
    missing: str, shown: list[Handle], capsys: pytest.CaptureFixture[str]
) -> None:
    def unwritten(*args: Any) -> Any:
        raise NotImplementedError

    unwritten.__name__ = missing
    functions = {name: answer("diagnostics", name) for name in ("residuals", "leverage")}
    functions[missing] = unwritten
    pictures.outlier(functions["residuals"], functions["leverage"])
    assert shown == []
    assert f"draws with your {missing}: write it first" in capsys.readouterr().out


def test_the_outlier_is_drawn_without_a_warning_wherever_the_bird_stands(
    shown: list[Handle], panels: list[stage.Panel], recwarn: pytest.WarningsRecorder
) -> None:
    pictures.outlier(answer("diagnostics", "residuals"), answer("diagnostics", "leverage"))
    controls = panels[0].controls
    for flipper in (controls["flipper"].min, 210, controls["flipper"].max):
        for mass in (controls["mass"].min, controls["mass"].max):
            controls["flipper"].value, controls["mass"].value = flipper, mass
            assert panels[0].message.layout.display == "none"
    assert [str(each.message) for each in recwarn] == []
