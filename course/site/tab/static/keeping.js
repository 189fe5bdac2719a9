// What a student writes is in the browser's storage a moment later, so that a reload or a crash costs nothing.

import { isFull, keepsSomething } from "./drive.js";

const PAUSE = 1000; // ms without a change
const AGAIN = 3000; // ms after a save that failed
const DOWNLOAD = "math-to-code:download";
const RUNNING = "math-to-code:running:";
const FULL =
  "This browser's storage is full: your last changes are only in this tab. Download the notebook, or delete files on the left to make room.";
const REFUSED =
  "This browser did not keep your last changes: they are only in this tab. Download the notebook before you close it.";
const NOTHING =
  "This browser keeps nothing for this page, as in some private windows: download your notebook before you close it.";
const NO_DRIVE =
  "This browser keeps no progress and no notes here (a private window, or an address without https). Your notebooks are kept.";
const CUT_OFF =
  "The page was reloaded while a cell ran. What you wrote is kept; Python began anew: run the notebook from its first cell.";

// JupyterLab would open a dialog for each save that fails, every few seconds, and no notebook that it cannot copy.
export function failQuietly(contents) {
  const save = contents.save.bind(contents);
  contents.save = async (path, options) => {
    try {
      return await save(path, options);
    } catch (error) {
      if (options.type !== "notebook") throw error;
      throw Object.assign(new Error(isFull(error) ? FULL : REFUSED), { name: "ModalCancelError" });
    }
  };
  const createCheckpoint = contents.createCheckpoint.bind(contents);
  contents.createCheckpoint = (path) =>
    createCheckpoint(path).catch(() => ({ id: "0", last_modified: new Date().toISOString() }));
}

// JupyterLab's own command saves first, and gives no file where that fails.
export function addDownloadCommand(app) {
  app.commands.addCommand(DOWNLOAD, {
    label: "Download the Notebook as It Is",
    execute: ({ path }) => {
      const open = [...app.shell.widgets("main")];
      const { context } = open.find((each) => each.context?.path === path) ?? app.shell.currentWidget;
      if (!context) return; // no notebook is in front
      const url = URL.createObjectURL(new Blob([context.model.toString()], { type: "application/x-ipynb+json" }));
      Object.assign(document.createElement("a"), { href: url, download: context.path.split("/").pop() }).click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    },
    describedBy: { args: { type: "object", properties: { path: { type: "string" } } } },
  });
}

// A button that downloads the notebook of this path, or the one in front.
function download(path) {
  return { label: "Download this notebook", commandId: DOWNLOAD, args: { path } };
}

export function keepWork(context, notice) {
  const about = `storage of ${context.path}`;
  let pause = 0;
  let failed = false;
  const save = async () => {
    clearTimeout(pause);
    if (context.isDisposed || !context.model.dirty) return;
    try {
      await context.save();
    } catch (error) {
      if (!failed) notice.show(about, error.message, [download(context.path)], "error");
      failed = true;
    }
    if (context.model.dirty) pause = setTimeout(save, AGAIN);
  };
  const soon = () => {
    clearTimeout(pause);
    pause = setTimeout(save, failed ? AGAIN : PAUSE);
  };
  const atOnce = () => document.visibilityState === "hidden" && save();
  context.model.contentChanged.connect(soon);
  context.saveState.connect((_, state) => {
    if (!state.startsWith("completed") || !failed) return;
    failed = false;
    notice.close(about);
  });
  document.addEventListener("visibilitychange", atOnce);
  context.disposed.connect(() => {
    clearTimeout(pause);
    document.removeEventListener("visibilitychange", atOnce);
  });
}

// Says once, when the page opens, where the browser keeps nothing, or whether a cell was cut off by a reload.
export async function sayWhatIsKept(notice) {
  if (!(await keepsSomething())) {
    notice.show("storage", NOTHING, [download()]);
    return;
  }
  addEventListener("math-to-code", ({ detail }) => {
    if (detail.driveless) notice.show("drive", NO_DRIVE);
  });
  const cutOff = Object.keys(sessionStorage).filter((key) => key.startsWith(RUNNING));
  if (!cutOff.length) return;
  cutOff.forEach((key) => sessionStorage.removeItem(key));
  notice.show("reload", CUT_OFF, [], "info");
}

export function rememberThatItRuns(path, runs) {
  try {
    if (runs) sessionStorage.setItem(RUNNING + path, "");
    else sessionStorage.removeItem(RUNNING + path);
  } catch {
    // A browser that keeps nothing has been spoken of already.
  }
}
