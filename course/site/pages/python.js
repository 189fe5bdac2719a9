// The worker where Python lives. It begins to load Python at once, while JupyterLab still comes, and then becomes
// JupyterLite's kernel, which asks for Pyodide's loader in vain: this has loaded it already.

if (!self.pythonBegins) {
  const folder = new URL(".", self.location).href;
  const { options, kernel } = JSON.parse(new URLSearchParams(self.location.search).get("with"));
  let asked; // what JupyterLite wants of this kernel
  self.addEventListener("message", ({ data }) => {
    asked ??= data?.argumentList?.map(({ value }) => value).find((value) => value?.kernelId);
  });
  try {
    importScripts(`${folder}pyodide.js`, `${folder}kept.js`, `${folder}compiled.js`);
    self.pythonBegins = begin(self.loadPyodide, { ...options, indexURL: folder });
    self.loadPyodide = () => self.pythonBegins.then((python) => lookForTheDrive(asked, python));
    importScripts(kernel);
    self.pythonBegins.catch(sayThatItFailed);
  } catch (error) {
    sayThatItFailed(error);
  }
}

async function begin(loadPyodide, options) {
  const kept = await openKept(options.edition);
  const python = await beginFromSnapshot(loadPyodide, options, kept);
  const missing = options.packages.filter((name) => !python.loadedPackages[name.replaceAll("_", "-")]);
  if (missing.length) throw new Error(`not loaded: ${missing}`);
  if (self.crossOriginIsolated) {
    const interrupt = new Uint8Array(new SharedArrayBuffer(1)); // only an isolated page can reach a busy worker
    python.setInterruptBuffer(interrupt);
    tell({ interrupt });
  }
  await beginCompiled(python, kept);
  // More calls of some kinds, through repr or sorted, overflow the browser's own stack, and Python dies.
  python.runPython("import IPython, ipywidgets, numpy, piplite.piplite, sys; sys.setrecursionlimit(450)");
  Object.defineProperty(python._api, "on_fatal", { get: () => () => tell({ died: true }), set: () => {} });
  turnProblemsIntoErrors(python);
  bringLater(python, "matplotlib", /matplotlib|pictures\./);
  tell({ ready: true });
  return python;
}

// A snapshot of Python's memory saves a second and a half. Where none is kept yet, one is made for the next visit.
async function beginFromSnapshot(loadPyodide, options, kept) {
  const snapshot = await kept?.read("snapshot");
  if (snapshot) {
    const python = await loadPyodide({ ...options, _loadSnapshot: snapshot });
    python.runPython("import random; random.seed()"); // or each visit would draw the same numbers
    return python;
  }
  const makeOne = () => new Worker(`${options.indexURL}snapshot.js${self.location.search}`);
  if (kept) setTimeout(makeOne, 10_000); // ms, in which a student runs the first cells
  return loadPyodide(options);
}

// Matplotlib takes a second to unpack, and a notebook's first cell does not draw: it comes while that cell is read.
function bringLater(python, name, used) {
  const load = python.loadPackagesFromImports;
  let bringing;
  let cells = 0;
  const bring = () => (bringing ??= python.loadPackage(name));
  python.loadPackagesFromImports = async (code, ...others) => {
    cells += 1;
    if (cells > 1 || used.test(code)) await bring();
    else setTimeout(bring, 500);
    return load(code, ...others);
  };
}

// What the page could not do with a file is an OSError for Python; any other error here would end it.
function turnProblemsIntoErrors({ FS, ERRNO_CODES }) {
  const { mount } = FS;
  const fail = (name) => {
    throw new FS.ErrnoError(ERRNO_CODES[name]);
  };
  FS.mount = (drive, ...where) => {
    const ask = drive.API?.request.bind(drive.API);
    if (ask) {
      drive.API.request = (request) => {
        let answer;
        try {
          answer = ask(request);
        } catch {
          fail("EIO");
        }
        return answer?.mathToCodeProblem ? fail(answer.mathToCodeProblem) : answer;
      };
    }
    return mount(drive, ...where);
  };
}

// An isolated page answers Python itself; any other does through a service worker, which some browsers refuse.
async function lookForTheDrive(asked, python) {
  if (self.crossOriginIsolated) return python;
  asked.mountDrive &&= await driveAnswers(asked);
  if (!asked.mountDrive) tell({ driveless: true });
  return python;
}

// JupyterLite takes a service worker for granted that is registered; its drive waits for ever where none answers.
async function driveAnswers({ baseUrl, browsingContextId }) {
  for (const pause of [200, 500, 1000, 2000, 0]) {
    // the first time, the service worker may come a moment after Python
    const request = new XMLHttpRequest();
    request.open("POST", `${baseUrl}api/drive`, false);
    request.timeout = 5000; // ms
    try {
      request.send(JSON.stringify({ data: { method: "lookup", path: "" }, browsingContextId }));
      if (JSON.parse(request.responseText).ok) return true;
    } catch {
      // no answer, or a page of the host's
    }
    await new Promise((go) => setTimeout(go, pause));
  }
  return false;
}

function sayThatItFailed(error) {
  console.warn(error);
  forgetKept(); // if that is what failed, a reload does without
  tell({ failed: true });
}

function tell(news) {
  self.postMessage({ mathToCode: news });
}
