// Python's memory as it is when it has begun and knows no package yet. To begin from there saves a second and a half.

const IDLE = 10; // s until one is made: a student runs the first cells before

async function beginFromSnapshot(loadPyodide, options, kept) {
  const snapshot = await kept?.read("snapshot");
  if (snapshot) {
    const python = await loadPyodide({ ...options, _loadSnapshot: snapshot });
    python.runPython("import random; random.seed()"); // or each visit would draw the same numbers
    return python;
  }
  if (kept) setTimeout(() => new Worker(self.location.href.replace("python.js", "snapshot.js")), IDLE * 1000);
  return loadPyodide(options);
}

// As a worker of its own, this makes one. Python with a `js` that can be kept is of no other use.
async function makeSnapshot() {
  const folder = new URL(".", self.location).href;
  const { options } = JSON.parse(new URLSearchParams(self.location.search).get("with"));
  importScripts(`${folder}pyodide.js`, `${folder}kept.js`);
  const kept = await openKept(options.edition);
  const python = await self.loadPyodide({ ...options, packages: [], indexURL: folder, _makeSnapshot: true });
  await kept.write("snapshot", python.makeMemorySnapshot());
}

if (new URL(self.location).pathname.endsWith("snapshot.js")) makeSnapshot().finally(() => self.close());
