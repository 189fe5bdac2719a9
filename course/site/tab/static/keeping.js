// What a student writes is in the browser's storage a moment later, so that a reload or a crash costs nothing.

const PAUSE = 1000; // ms without a change
const ROOM = 2; // so many times a notebook must be free before it is saved: the old one goes only when the new one is there
const DOWNLOAD = { label: "Download this notebook", commandId: "docmanager:download" };
const RUNNING = "math-to-code:running";

export function keepWork(context, notice) {
  let pause = 0;
  const save = async () => {
    if (context.isDisposed || !context.model.dirty) return;
    if (await isFull(context)) {
      notice.show("storage", "This browser's storage for the page is full, so your last changes are not kept. Download the notebook, then delete files you do not need on the left.", [DOWNLOAD], "error");
      return;
    }
    await context.save();
    notice.close("storage");
  };
  const soon = () => {
    clearTimeout(pause);
    pause = setTimeout(save, PAUSE);
  };
  const atOnce = () => document.visibilityState === "hidden" && save();
  context.model.contentChanged.connect(soon);
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
  } else if (sessionStorage.getItem(RUNNING)) {
    sessionStorage.removeItem(RUNNING);
    notice.show("reload", "The page was loaded anew while a cell ran. What you wrote is kept; Python begins anew, so run the notebook from its first cell.", [], "info");
  }
}

export function rememberThatItRuns(path) {
  remember((storage) => (path ? storage.setItem(RUNNING, path) : storage.removeItem(RUNNING)));
}

function remember(change) {
  try {
    change(sessionStorage);
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

async function isFull(context) {
  if (!navigator.storage?.estimate) return false;
  const { quota, usage } = await navigator.storage.estimate();
  return quota - usage < ROOM * context.model.toString().length;
}
