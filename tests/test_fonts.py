"""Matplotlib builds its font cache without a word; its other warnings are shown."""

import logging

import pytest

import course.lab.fonts as fonts


def test_the_line_about_the_font_cache_is_hidden_and_others_are_not(caplog: pytest.LogCaptureFixture) -> None:
    fonts.hide_the_line_about_fonts()
    log = logging.getLogger("matplotlib.font_manager")
    log.warning("Matplotlib is building the font cache; this may take a moment.")
    log.warning("findfont: Font family %r not found.", "Comic")
    assert caplog.messages == ["findfont: Font family 'Comic' not found."]
