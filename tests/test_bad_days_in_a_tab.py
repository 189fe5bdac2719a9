"""The browser edition where the browser, the host or the day is bad: one sentence, and no work lost."""

import json
import re
from pathlib import Path

from browsing import visit
from playwright.sync_api import Browser, Page, Route, expect
from sites import ServedSite, copy_of_site, serve_site
from tab import (
    bring_to_the_front,
    download,
    first_code_cell,
    notices,
    open_notebook,
    said,
    wait_for,
    wait_until,
    write,
)

FULL = (
    "This browser's storage is full: your last changes are only in this tab. Download the notebook, "
    "or delete files on the left to make room."
)
NOTHING = (
    "This browser keeps nothing for this page, as in some private windows: download your notebook before you "
    "close it."
)
NO_DRIVE = (
    "This browser keeps no progress and no notes here (a private window, or an address without https). "
    "Your notebooks are kept."
)
CUT_OFF = (
    "The page was reloaded while a cell ran. What you wrote is kept; Python began anew: run the notebook "
    "from its first cell."
)
NOT_FETCHED = (
    "Python could not be fetched: the connection or the page's host failed. Reload the page to try again; "
    "what you wrote is kept."
)
CHANGED = (
    "The course has changed since you began this notebook. Yours stays as it is and can be handed in; the "
    "new one opens beside it."
)
FORBIDDEN = """for (const name of ["indexedDB", "localStorage", "sessionStorage"])
    Object.defineProperty(globalThis, name, {
        get() { throw new DOMException("denied", "SecurityError"); }
    });"""
TRIED_TWICE = """new Promise((done) => {
    const { contents } = jupyterapp.serviceManager;
    const { save } = contents;
    let times = 0;
    contents.save = (...given) => {
        times += 1;
        if (times === 2) done(true);
        return save.apply(contents, given);
    };
})"""
# Waits until Python's memory and what it compiled are kept, and puts something else there.
DAMAGE = """async (text) => {
    const kept = await caches.open("math-to-code");
    const keys = await kept.keys();
    for (const key of keys.length === 2 ? keys : []) {
        const whole = await kept.match(key);
        const bytes = await whole.arrayBuffer();
        const zeros = new ArrayBuffer(bytes.byteLength);
        const damaged = { "cut off": bytes.slice(0, -1000), "rubbish": "?", "zeros": zeros }[text];
        await kept.put(key, new Response(damaged, { headers: whole.headers }));
    }
    return keys.length === 2;
}"""
CHECK = (
    "from course.lab import check, progress\ndef total(x): return float(x.sum())\n"
    "display(check(total)); progress()"
)
NOTE = (
    "from course.lab.home import home\nfrom course.lab.notes import Page, note_path\n"
    "mine = Page(note_path(home(), 'softmax')); mine.answer({'do': 'read'})\n"
    "print(mine.answer({'do': 'write', 'text': 'σ'}))"
)


def first_source(notebook: Path) -> str:
    """Return the source of the first code cell in a file."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return "".join(next(cell["source"] for cell in cells if cell["cell_type"] == "code"))


def is_saved(page: Page) -> None:
    page.wait_for_function("!jupyterapp.shell.currentWidget.context.model.dirty")


def test_a_full_storage_is_said_once_and_what_was_written_is_saved_as_soon_as_there_is_room(
    chromium: Browser, site: ServedSite
) -> None:
    with visit(chromium) as page:
        page.goto(site.address)
        storage = page.context.new_cdp_session(page)
        origin = site.address.removesuffix("/course/")
        storage.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1000})
        open_notebook(page, site.notebook("start_here"))
        full = "this browser's storage cannot be used (No space left on device)."
        assert f"Not saved: {full}" in said(page, NOTE)
        shown = said(page, CHECK)
        assert re.search(r"start_here +█+ +1 of +1", shown)  # as long as this Python runs
        assert f"Not kept: {full}" in shown
        write(page, "mine = 1")
        expect(notices(page)).to_have_text([f"{FULL}Download this notebook"])
        page.evaluate("jupyterapp.commands.execute('docmanager:save')")
        write(page, "mine = 2")
        page.wait_for_function(TRIED_TWICE)
        expect(notices(page)).to_have_count(1)
        expect(page.locator(".jp-Dialog")).to_have_count(0)
        bring_to_the_front(page, "softmax/softmax.ipynb")
        with page.expect_download() as started:
            notices(page).get_by_role("button", name="Download this notebook").click()
        assert first_source(started.value.path()) == "mine = 2"
        bring_to_the_front(page, "start_here/start_here.ipynb")
        storage.send("Storage.overrideQuotaForOrigin", {"origin": origin})
        expect(notices(page)).to_have_count(0)
        is_saved(page)


def test_where_nothing_may_be_kept_the_notebook_works_and_says_so(
    chromium: Browser, site: ServedSite, tmp_path: Path
) -> None:
    with visit(chromium) as page:
        page.add_init_script(FORBIDDEN)
        page.context.route("**/kept.js", without_caches)  # in the worker, which no init script reaches
        page.goto(site.address)
        expect(page.locator("#problem")).to_contain_text("This browser keeps nothing for this page")
        open_notebook(page, site.notebook("start_here"))
        expect(notices(page)).to_have_text([f"{NOTHING}Download this notebook"])
        shown = said(page, CHECK)
        assert "total: passed" in shown
        assert "Not kept: this browser's storage cannot be used (Read-only file system)." in shown
        assert "Not saved: this browser's storage cannot be used" in said(page, NOTE)
        write(page, "mine = 1")
        assert first_source(download(page, tmp_path / "mine.ipynb")) == "mine = 1"


def without_caches(route: Route) -> None:
    refuse = "caches.open = () => Promise.reject(new DOMException('denied', 'SecurityError'));\n"
    route.fulfill(body=refuse + route.fetch().text(), content_type="text/javascript")


def test_what_is_kept_of_python_may_be_damaged(chromium: Browser, site: ServedSite) -> None:
    with visit(chromium) as page:
        open_notebook(page, site.notebook("start_here"))
        wait_until(page, DAMAGE, "zeros")
        page.goto(site.notebook("start_here"))
        expect(page.locator("#math-to-code-opening")).to_have_text(NOT_FETCHED)
        open_notebook(page, site.notebook("start_here"))
        for kept in ("cut off", "rubbish"):
            wait_until(page, DAMAGE, kept)
            open_notebook(page, site.notebook("start_here"))
            assert "total: passed" in said(page, CHECK)


def test_the_first_page_says_where_there_is_no_service_worker(chromium: Browser, site: ServedSite) -> None:
    with visit(chromium) as page:
        page.add_init_script("delete Navigator.prototype.serviceWorker")
        page.goto(site.address)
        expect(page.locator("#problem")).to_contain_text("This browser keeps no progress and no notes")


def test_where_no_service_worker_answers_nothing_hangs_and_notebooks_are_kept(
    chromium: Browser, site: ServedSite
) -> None:
    with visit(chromium, service_workers="block") as page:  # JupyterLite takes it for registered
        open_notebook(page, site.notebook("start_here"))
        expect(notices(page)).to_have_text([NO_DRIVE])
        shown = said(page, CHECK)
        assert "total: passed" in shown
        assert "Not kept: this browser's storage cannot be used" in shown
        assert "Not saved: this browser's storage cannot be used" in said(page, NOTE)
        write(page, "mine = 1")
        is_saved(page)
        page.goto(site.notebook("start_here"))
        assert first_code_cell(page)["source"] == "mine = 1"


def test_a_reload_in_the_middle_of_a_run_keeps_what_was_written(chromium: Browser, site: ServedSite) -> None:
    with visit(chromium) as page:
        open_notebook(page, site.notebook("start_here"))
        write(page, "while True: pass")
        page.evaluate("void jupyterapp.commands.execute('notebook:run-cell')")
        page.wait_for_function("Object.keys(sessionStorage).some((key) => key.includes('running'))")
        is_saved(page)  # a second after the last change
        open_notebook(page, site.notebook("start_here"))
        expect(notices(page)).to_have_text([CUT_OFF])
        assert first_code_cell(page)["source"] == "while True: pass"
        assert "total: passed" in said(page, CHECK)


def change(site: Path, edition: str) -> None:
    """Publish another `start_here`."""
    path = "start_here/start_here.ipynb"
    notebook = json.loads((site / "files" / path).read_text(encoding="utf-8"))
    notebook["metadata"]["math_to_code_edition"] = edition
    next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")["source"] = f"# {edition}"
    editions = json.loads((site / "editions.json").read_text(encoding="utf-8")) | {path: edition}
    for name, data in ((f"files/{path}", notebook), ("editions.json", editions)):
        (site / name).write_text(json.dumps(data), encoding="utf-8")


def test_a_notebook_of_an_earlier_edition_stays_and_the_new_one_opens_beside_it(
    chromium: Browser, built_site: Path, tmp_path: Path
) -> None:
    folder = copy_of_site(built_site, tmp_path / "site")
    offer = f"{CHANGED}Open the new one"
    with serve_site(folder, below="course/") as site, visit(chromium) as page:
        with page.expect_response("**/editions.json"):
            page.goto(site.notebook("start_here"))
        write(page, "mine = 1")
        is_saved(page)  # a second after it was compared with the editions
        expect(notices(page)).to_have_count(0)
        for edition, beside in (("second", " new"), ("second", " new"), ("third", " new 2")):
            change(folder, edition)
            page.evaluate("jupyterapp.commands.execute('application:close-all')")
            page.goto(site.notebook("start_here"))
            assert first_code_cell(page)["source"] == "mine = 1"
            expect(notices(page)).to_have_text([offer])
            notices(page).get_by_role("button", name="Open the new one").click()
            wait_for(page, f"start_here/start_here{beside}.ipynb")
            assert first_code_cell(page)["source"] == f"# {edition}"
        open_notebook(page, site.notebook("start_here").replace(".ipynb", " new 2.ipynb"))
        assert first_code_cell(page)["source"] == "# third"
        assert "total: passed" in said(page, CHECK)
        page.goto(site.notebook("start_here").replace(".ipynb", " new.ipynb"))
        expect(notices(page).filter(has_text=CHANGED).first).to_be_visible()


def test_without_webassembly_the_notebook_can_be_read_and_downloaded(
    chromium: Browser, site: ServedSite, tmp_path: Path
) -> None:
    with visit(chromium) as page:
        page.add_init_script("delete globalThis.WebAssembly")
        page.goto(site.address)
        expect(page.locator("#problem")).to_contain_text("This browser cannot run Python")
        page.goto(site.notebook("start_here"))
        write(page, "mine = 1")
        expect(page.get_by_role("status").get_by_text("This browser cannot run Python")).to_be_visible()
        assert first_source(download(page, tmp_path / "mine.ipynb")) == "mine = 1"


def test_a_connection_that_fails_while_python_comes_is_said_and_a_reload_mends_it(
    chromium: Browser, site: ServedSite
) -> None:
    with visit(chromium) as page:
        page.context.route("**/numpy-*.whl", lambda route: route.abort())
        page.goto(site.notebook("start_here"))
        write(page, "mine = 1")
        expect(page.locator("#math-to-code-opening")).to_have_text(NOT_FETCHED)
        is_saved(page)
        page.context.unroute_all()
        open_notebook(page, site.notebook("start_here"))
        expect(page.locator("#math-to-code-opening")).to_have_count(0)
        assert first_code_cell(page)["source"] == "mine = 1"
        assert said(page, "import numpy; print(numpy.arange(3).sum())") == "3\n"
