// A cell that runs on and on: where the page may, it is stopped; elsewhere the student learns how to, and that nothing is lost.

import { rememberThatItRuns } from "./keeping.js";

const STOP = "math-to-code:stop-cell";
const RESTART = "math-to-code:restart-python";
const AGAIN = "what you wrote stays; then run from the first cell.";
const NO_STOP = `This page cannot stop a cell. Restart Python: ${AGAIN}`;
const DIED = `Python came to its end in this cell. Restart Python: ${AGAIN}`;
const SIGINT = 2;
const sessions = new Map(); // by the path of the notebook

export function addRunningCommands(app) {
  const describedBy = { args: { type: "object", required: ["path"], properties: { path: { type: "string" } } } };
  const add = (id, label, act) =>
    app.commands.addCommand(id, { label, describedBy, execute: ({ path }) => act(sessions.get(path)) });
  add(STOP, "Stop the Cell", (session) => session?.session?.kernel?.interrupt());
  add(RESTART, "Restart Python", (session) => session?.restartKernel());
}

export function watchCells(context, notice) {
  const { path } = context;
  const about = `cell in ${path}`;
  const session = context.sessionContext;
  const stop = { label: "Stop it", commandId: STOP, args: { path } };
  const restart = { label: "Restart Python", commandId: RESTART, args: { path } };
  let timer = 0;
  const letItBeStopped = () => {
    const kernel = session.session?.kernel;
    if (kernel) kernel.interrupt = async () => interrupt(kernel) || notice.show(about, NO_STOP, [restart]);
  };
  const sayThatItRuns = () => {
    const runs = `A cell has been running for ${mathToCode.long / 1000} seconds.`;
    if (bufferOf(session.session?.kernel)) notice.show(about, runs, [stop], "info");
    else notice.show(about, `${runs} If it should have ended, restart Python: ${AGAIN}`, [restart], "info");
  };
  const sayThatItDied = ({ detail }) => {
    if (!detail.died || detail.id !== session.session?.kernel?.id) return;
    clearTimeout(timer);
    notice.show(about, DIED, [restart], "error");
  };
  sessions.set(path, session);
  session.kernelChanged.connect(letItBeStopped);
  session.statusChanged.connect((_, status) => {
    clearTimeout(timer);
    rememberThatItRuns(path, status === "busy");
    if (status === "busy") timer = setTimeout(sayThatItRuns, mathToCode.long);
    else notice.close(about);
    if (status === "idle") takeInterruptBack(session.session?.kernel);
  });
  addEventListener("math-to-code", sayThatItDied);
  context.disposed.connect(() => {
    clearTimeout(timer);
    sessions.delete(path);
    removeEventListener("math-to-code", sayThatItDied);
  });
}

function interrupt(kernel) {
  const buffer = bufferOf(kernel);
  if (buffer && kernel.status === "busy") buffer[0] = SIGINT;
  return Boolean(buffer);
}

// One that came as the cell ended by itself would stop the next.
function takeInterruptBack(kernel) {
  const buffer = bufferOf(kernel);
  if (buffer) buffer[0] = 0;
}

const bufferOf = (kernel) => mathToCode.interrupts.get(kernel?.id);
