// A worker of its own, once for each browser: begins Python without packages, and keeps its memory as it is then, for
// later visits to begin from. Python with a `js` that can be kept is of no other use.

async function makeSnapshot() {
  const folder = new URL(".", self.location).href;
  const { options } = JSON.parse(new URLSearchParams(self.location.search).get("with"));
  importScripts(`${folder}pyodide.js`, `${folder}kept.js`);
  const kept = await openKept(options.edition);
  const python = await self.loadPyodide({ ...options, packages: [], indexURL: folder, _makeSnapshot: true });
  await kept.write("snapshot", python.makeMemorySnapshot());
}

makeSnapshot().finally(() => self.close());
