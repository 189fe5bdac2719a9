// Runs before JupyterLab: begins Python at once, says what is on its way, and refuses a browser that cannot run it.

{
  const site = new URL(".", document.currentScript.src);
  const python = JSON.parse(document.getElementById("math-to-code-python").textContent);
  const panel = openPanel();
  const interrupts = new Map(); // kernel id to the byte that stops it
  const long = 15000; // ms that a cell may run before something is said
  window.mathToCode = { interrupts, long };

  if (typeof WebAssembly !== "object") {
    panel.end("This browser cannot run Python: WebAssembly is missing or switched off. You can read the notebook and download it. To run it, open the page in a current Firefox, Chrome, Edge or Safari.");
  } else {
    becomeKernels();
    awaitWhatIsThereAlready();
    if (isHere()) panel.say("Python starts…", null);
    else fetchPython().then(rememberThatItIsHere).catch(sayThatItFailed);
  }

  // Fetches what the worker asks for as well, so that the browser fetches it once and the page can say how far it is.
  async function fetchPython() {
    const all = python.files.reduce((sum, [, bytes]) => sum + bytes, 0);
    let have = 0;
    const came = (bytes) => {
      have += bytes;
      if (have < all) panel.say(`Python is on its way: ${megabytes(have)} of ${megabytes(all)} MB, kept for the next time.`, have / all);
      else panel.say("Python starts…", null);
    };
    came(0);
    await Promise.all(
      python.files.map(async ([path]) => {
        const answer = await fetch(new URL(path, site));
        if (!answer.ok) throw new Error(path);
        for (const reader = answer.body.getReader(); ; ) {
          const { done, value } = await reader.read();
          if (done) return;
          came(value.length);
        }
      }),
    );
  }

  // Whether this browser has fetched these very packages before, and has them still, unless it threw them away.
  function isHere() {
    try {
      return localStorage.getItem("math-to-code-python") === python.options.edition;
    } catch {
      return false;
    }
  }

  function rememberThatItIsHere() {
    try {
      localStorage.setItem("math-to-code-python", python.options.edition);
    } catch {
      // A browser that keeps nothing shows how far it is each time.
    }
  }

  function sayThatItFailed() {
    panel.end("Python could not be fetched: the connection or the page's host failed. Reload the page to try again; what you wrote is kept.");
  }

  // A kernel's worker is python.js, which makes it one; the first of them has begun before it is asked for.
  function becomeKernels() {
    const kernel = new URL(python.kernels[crossOriginIsolated ? "isolated" : "plain"], site).href;
    const address = new URL("static/pyodide/python.js", site);
    address.searchParams.set("with", JSON.stringify({ options: python.options, kernel }));
    const PlainWorker = window.Worker;
    let early = listen(new PlainWorker(address));
    window.Worker = function Worker(url, options) {
      if (!String(url).startsWith(kernel)) return new PlainWorker(url, options);
      const next = early ?? listen(new PlainWorker(address));
      early = undefined;
      return next;
    };
    window.Worker.prototype = PlainWorker.prototype;
  }

  // JupyterLite tells a worker its kernel's id when it begins; the worker tells the page the byte that stops it, and
  // where something went wrong with it.
  function listen(worker) {
    let id, byte;
    const post = worker.postMessage;
    worker.postMessage = (message, ...others) => {
      id ??= /"kernelId":"([^"]+)"/.exec(JSON.stringify(message))?.[1];
      if (id && byte) interrupts.set(id, byte);
      post.call(worker, message, ...others);
    };
    worker.addEventListener("message", ({ data }) => {
      const news = data?.mathToCode;
      if (!news) return;
      if (news.failed) sayThatItFailed();
      if (news.ready) panel.close();
      byte ??= news.interrupt;
      if (id && byte) interrupts.set(id, byte);
      if (id) window.dispatchEvent(new CustomEvent("math-to-code", { detail: { id, ...news } }));
    });
    worker.addEventListener("error", ({ message }) => message === undefined && sayThatItFailed()); // it never came
    return worker;
  }

  // Where an answer of Python's is there before it is waited for, JupyterLite would lose it.
  function awaitWhatIsThereAlready() {
    const { waitAsync } = Atomics;
    if (!waitAsync) return;
    Atomics.waitAsync = (...place) => ({ value: Promise.resolve(waitAsync(...place).value) });
  }

  function openPanel() {
    const place = document.createElement("div");
    const said = document.createElement("span");
    const bar = document.createElement("progress");
    place.id = "math-to-code-opening";
    place.setAttribute("role", "status");
    place.append(said, bar);
    const show = () => document.body.append(place);
    document.addEventListener("DOMContentLoaded", show);
    let ended = false;
    const say = (sentence, share) => {
      if (ended) return;
      said.textContent = sentence;
      bar.hidden = share === undefined;
      if (share) bar.value = share;
      else bar.removeAttribute("value");
    };
    const end = (sentence) => {
      say(sentence);
      ended = true;
    };
    const close = () => {
      document.removeEventListener("DOMContentLoaded", show);
      place.remove();
    };
    return { say, end, close };
  }

  function megabytes(bytes) {
    return (bytes / 1e6).toFixed(0);
  }
}
