// For each notebook that is opened: keep what is written, let cells be stopped, tell an old edition from the new one.

import { addEditionCommand, compareEditions } from "./editions.js";
import { addDownloadCommand, failQuietly, keepWork, sayWhatIsKept } from "./keeping.js";
import { notices } from "./notices.js";
import { addRunningCommands, watchCells } from "./running.js";

export const plugin = {
  id: "math-to-code-tab:notebook",
  description: "Keeps a student's work in the browser, stops cells, and tells old notebooks from new ones.",
  autoStart: true,
  activate: (app) => {
    const notice = notices(app);
    failQuietly(app.serviceManager.contents);
    sayWhatIsKept(notice);
    addRunningCommands(app);
    keepAddress(app);
    addDownloadCommand(app);
    addEditionCommand(app);
    app.docRegistry.addWidgetExtension("Notebook", {
      createNew: (_, context) => {
        context.ready.then(() => {
          keepWork(context, notice);
          compareEditions(context, notice);
        });
        watchCells(context, notice);
      },
    });
  },
};

// JupyterLite forgets in its address which notebook is open, and a reload would open none.
function keepAddress(app) {
  app.shell.currentChanged.connect((_, { newValue }) => {
    const path = newValue?.context?.path;
    if (path) history.replaceState(history.state, "", `?path=${encodeURIComponent(path)}`);
  });
}
