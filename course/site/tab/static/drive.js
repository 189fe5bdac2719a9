// The files that Python sees lie in the browser's storage. Where that fails, JupyterLite leaves Python without an answer
// and waiting for ever: here it gets one, of which python.js makes an OSError.

const CHANGES = new Set(["mknod", "put", "rename"]);
const OWN = /^\/?\.math-to-code/; // progress and notes

export async function mendDrive(shared) {
  const [contents] = Object.values(shared["@jupyterlite/contents"]);
  const { BrowserStorageDrive, DriveContentsProcessor } = (await contents.get())();
  answerAlways(DriveContentsProcessor.prototype, await keepsSomething());
  askTheHostForItsOwn(BrowserStorageDrive.prototype);
}

export function isFull(error) {
  return error?.name === "QuotaExceededError";
}

export async function keepsSomething() {
  try {
    sessionStorage.length;
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

// Where nothing is kept, JupyterLite's files are in memory: a note must not be called kept there.
function answerAlways(processor, kept) {
  const { processDriveRequest } = processor;
  processor.processDriveRequest = async function (request) {
    if (!kept && CHANGES.has(request.method) && OWN.test(request.path)) return { mathToCodeProblem: "EROFS" };
    try {
      return await processDriveRequest.call(this, request);
    } catch (error) {
      return { mathToCodeProblem: isFull(error) ? "ENOSPC" : "EIO" };
    }
  };
}

// A folder that was made in the browser is not on the host, which would answer with an error for each.
function askTheHostForItsOwn(drive) {
  const { _getServerDirectory } = drive;
  drive._getServerDirectory = async function (path) {
    const parts = path.split("/");
    const name = parts.pop();
    const there = name === "" || (await this._getServerDirectory(parts.join("/"))).has(name);
    return there ? _getServerDirectory.call(this, path) : new Map();
  };
}
