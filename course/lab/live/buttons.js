// Buttons, and the files that they save.

function button(name, press) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: name });
  made.addEventListener("click", press);
  return made;
}

function saveAs(name, address) {
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
}
