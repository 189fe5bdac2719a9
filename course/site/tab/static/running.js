// A cell that runs on and on: where the page may, it is stopped; elsewhere the student learns how to, and that nothing is lost.

import { rememberThatItRuns } from "./keeping.js";

const LONG = 15000; // ms
const SECONDS = LONG / 1000;
const STOP = { label: "Stop it", commandId: "notebook:interrupt-kernel" };
const RESTART = { label: "Restart Python", commandId: "notebook:restart-kernel" };
const NO_STOP = "This page cannot stop a cell. Restart Python: what you wrote stays, then run the notebook from its first cell.";

export function watchCells(context, notice) {
  const about = `cell in ${context.path}`;
  const session = context.sessionContext;
  let timer = 0;
  const letItBeStopped = () => {
    const kernel = session.session?.kernel;
    if (kernel) kernel.interrupt = () => interrupt(kernel, () => notice.show(about, NO_STOP, [RESTART]));
  };
  session.kernelChanged.connect(letItBeStopped);
  session.statusChanged.connect((_, status) => {
    clearTimeout(timer);
    rememberThatItRuns(status === "busy" ? context.path : "");
    if (status === "busy") timer = setTimeout(() => sayThatItRuns(session, about, notice), LONG);
    else notice.close(about);
    if (status === "idle") window.mathToCode?.pythonIsReady();
  });
  context.disposed.connect(() => clearTimeout(timer));
}

function sayThatItRuns(session, about, notice) {
  const runs = `A cell has been running for ${SECONDS} seconds.`;
  if (bufferOf(session.session?.kernel)) notice.show(about, runs, [STOP], "info");
  else notice.show(about, `${runs} If it should end: ${NO_STOP}`, [RESTART], "info");
}

async function interrupt(kernel, elsewhere) {
  const buffer = bufferOf(kernel);
  if (buffer) buffer[0] = 2; // SIGINT
  else await elsewhere();
}

const bufferOf = (kernel) => window.mathToCode?.interrupts.get(kernel?.id);
