// Runs in Python's worker. What Python compiles as it imports a module is kept by the browser, so that the next visit
// need not compile it again: that is half the time which imports take.

const COMPILED = "/compiled"; // PYTHONPYCACHEPREFIX
const TIMES = [3, 20, 60, 180]; // s after the start, when what is new is kept

// Puts back what an earlier visit compiled of the same packages, and has Python write down what it compiles now.
async function beginCompiled({ FS, runPython }, kept) {
  FS.mkdirTree(COMPILED); // Python would make it, but not at the root
  runPython("import sys; sys.dont_write_bytecode = False");
  if (!kept) return;
  const before = await kept.read("compiled");
  let count = before ? unpack(FS, before) : 0;
  for (const time of TIMES) {
    setTimeout(() => {
      const files = listFiles(FS, COMPILED);
      if (files.length === count) return;
      count = files.length;
      kept.write("compiled", pack(FS, files)).catch(() => {}); // full: the next visit compiles again
    }, time * 1000);
  }
}

// A list of [path, length] as JSON, how long that is in four bytes before it, and the files one after another.
function pack(FS, files) {
  const data = files.map((path) => FS.readFile(path));
  const list = new TextEncoder().encode(JSON.stringify(files.map((path, at) => [path, data[at].length])));
  const length = new Uint8Array(new Uint32Array([list.length]).buffer);
  data.forEach(trustSource);
  return new Blob([length, list, ...data]);
}

function unpack(FS, bytes) {
  const start = 4 + new DataView(bytes.buffer).getUint32(0, true);
  const list = JSON.parse(new TextDecoder().decode(bytes.subarray(4, start)));
  let at = start;
  for (const [path, length] of list) {
    FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    FS.writeFile(path, bytes.subarray(at, at + length));
    at += length;
  }
  return list.length;
}

// Python compares a source's time with the one in its compiled file (PEP 552). Here each visit unpacks the sources anew:
// the packages' edition tells whether they are the same, so the file says that its source needs no look.
function trustSource(compiled) {
  compiled.set([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 4);
}

function listFiles(FS, folder) {
  return FS.readdir(folder).flatMap((name) => {
    if (name === "." || name === "..") return [];
    const path = `${folder}/${name}`;
    return FS.isDir(FS.stat(path).mode) ? listFiles(FS, path) : [path];
  });
}
