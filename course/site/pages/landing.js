// Says before the first click what this browser lacks.

const problem = missing();
if (problem) {
  const place = document.getElementById("problem");
  place.textContent = problem;
  place.hidden = false;
}

function missing() {
  if (typeof WebAssembly !== "object") {
    return "This browser cannot run Python: WebAssembly is missing or switched off. Open the page in a current Firefox, Chrome, Edge or Safari.";
  }
  try {
    indexedDB.open("math-to-code").onsuccess = ({ target }) => target.result.close();
  } catch {
    return "This browser keeps nothing for this page: you can work here, but download your notebook before you close it.";
  }
  if (!navigator.serviceWorker) {
    return "This browser keeps no progress and no notes for this page, as it is a private window or the address does not begin with https. Your notebooks are kept.";
  }
  return "";
}
