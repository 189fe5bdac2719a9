// Runs before JupyterLab: says what is on its way, fetches Python meanwhile, and refuses a browser that cannot run it.

{
  const here = document.currentScript.src;
  const files = JSON.parse(document.getElementById("math-to-code-files").textContent); // [path, bytes] each
  const panel = document.createElement("div");
  const said = document.createElement("span");
  const bar = document.createElement("progress");
  panel.id = "math-to-code-opening";
  panel.setAttribute("role", "status");
  panel.style.cssText =
    "position:fixed;right:1rem;bottom:2.5rem;z-index:10000;max-width:22rem;padding:.8rem 1rem;border:1px solid #bbb;" +
    "border-radius:6px;background:#fff;color:#222;font:14px/1.4 system-ui,sans-serif;box-shadow:0 2px 8px #0003";
  bar.style.cssText = "display:block;width:100%;margin-top:.5rem";
  panel.append(said, bar);
  document.addEventListener("DOMContentLoaded", () => document.body.append(panel));

  const interrupts = new Map(); // kernel id to the byte that stops it
  window.mathToCode = { interrupts, pythonIsReady: () => panel.remove() };

  if (typeof WebAssembly !== "object") {
    said.textContent = "This browser cannot run Python: WebAssembly is missing or switched off. Open the page in a current Firefox, Chrome, Edge or Safari.";
    bar.remove();
  } else {
    fetchPython().catch(() => {
      said.textContent = "Python could not be fetched: the connection or the page's host failed. Reload the page to try again; what you wrote is kept.";
    });
  }

  async function fetchPython() {
    const all = files.reduce((sum, [, bytes]) => sum + bytes, 0);
    let have = 0;
    const came = (bytes) => {
      have += bytes;
      if (have < all) {
        bar.max = all;
        bar.value = have;
        said.textContent = `Python is on its way: ${megabytes(have)} of ${megabytes(all)} MB, kept for the next time.`;
      } else {
        bar.removeAttribute("value");
        said.textContent = "Python starts…";
      }
    };
    came(0);
    await Promise.all(
      files.map(async ([path]) => {
        const answer = await fetch(new URL(path, here));
        if (!answer.ok) throw new Error(path);
        for (const reader = answer.body.getReader(); ; ) {
          const { done, value } = await reader.read();
          if (done) return;
          came(value.length);
        }
      }),
    );
  }

  function megabytes(bytes) {
    return (bytes / 1e6).toFixed(0);
  }

  // JupyterLite says its kernel's id to the worker as it begins; the worker answers with the byte that stops it.
  window.Worker = class extends Worker {
    postMessage(message, ...others) {
      this.kernel ??= /"kernelId":"([^"]+)"/.exec(JSON.stringify(message))?.[1];
      super.postMessage(message, ...others);
    }
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        if (data?.mathToCodeInterrupt) interrupts.set(this.kernel, data.mathToCodeInterrupt);
      });
    }
  };
}
