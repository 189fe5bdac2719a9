// The files that Python sees lie in the browser's storage. Where that fails, JupyterLite leaves Python without an answer
// and waiting for ever: here it gets one, of which python.js makes an OSError.

export async function mendDrive(shared) {
  const [contents] = Object.values(shared["@jupyterlite/contents"]);
  const { BrowserStorageDrive, DriveContentsProcessor } = (await contents.get())();
  answerAlways(DriveContentsProcessor.prototype);
  askTheHostForItsOwn(BrowserStorageDrive.prototype);
}

export function isFull(error) {
  return error?.name === "QuotaExceededError";
}

function answerAlways(processor) {
  const { processDriveRequest } = processor;
  processor.processDriveRequest = async function (request) {
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
