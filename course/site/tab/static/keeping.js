// What a student writes is in the browser's storage a moment later, so that a reload or a crash costs nothing.

import { isFull } from "./drive.js";

const PAUSE = 1000; // ms without a change
const AGAIN = 3000; // ms after a save that failed
const DOWNLOAD = { label: "Download this notebook", commandId: "docmanager:download" };
const RUNNING = "math-to-code:running:";
const FULL =
  "This browser's storage for the page is full, so your last changes are only in this tab. Download the notebook, then delete files you do not need on the left: it is saved as soon as there is room.";
const REFUSED =
  "This browser's storage could not be written, so your last changes are only in this tab. Download the notebook before you close it. It is tried again every few seconds.";

// Has JupyterLab open no dialog of its own for every save of a notebook that fails, which would be one every few seconds.
export function failQuietly(contents) {
  for (const name of ["save", "createCheckpoint"]) {
    const plain = contents[name].bind(contents);
    contents[name] = async (path, ...others) => {
      try {
        return await plain(path, ...others);
      } catch (error) {
        if (!path.endsWith(".ipynb")) throw error;
        throw Object.assign(new Error(isFull(error) ? FULL : REFUSED), { name: "ModalCancelError" });
      }
    };
  }
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
      if (!failed) notice.show(about, error.message, [DOWNLOAD], "error");
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
    notice.show("storage", "This browser keeps nothing for this page, as in some private windows: download your notebook before you close it.", [DOWNLOAD]);
    return;
  }
  addEventListener("math-to-code", ({ detail }) => {
    if (detail.driveless) notice.show("drive", "This browser keeps no progress and no notes for this page, as it is a private window or the address does not begin with https. Your notebooks are kept.");
  });
  const cutOff = Object.keys(sessionStorage).filter((key) => key.startsWith(RUNNING));
  if (!cutOff.length) return;
  cutOff.forEach((key) => sessionStorage.removeItem(key));
  notice.show("reload", "The page was loaded anew while a cell ran. What you wrote is kept; Python begins anew, so run the notebook from its first cell.", [], "info");
}

export function rememberThatItRuns(path, runs) {
  try {
    if (runs) sessionStorage.setItem(RUNNING + path, "");
    else sessionStorage.removeItem(RUNNING + path);
  } catch {
    // A browser that keeps nothing has been spoken of already.
  }
}

async function keepsSomething() {
  try {
    sessionStorage.getItem(RUNNING);
    return await new Promise((resolve) => {
      const asked = indexedDB.open("math-to-code");
      asked.onsuccess = () => {
        asked.result.close();
        resolve(true);
      };
      asked.onerror = () => resolve(false);
    });
  } catch {
    return false;
  }
}
