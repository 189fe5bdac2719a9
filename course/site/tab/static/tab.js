// For each notebook that is opened: keep what is written, let cells be stopped, tell an old edition from the new one.

import { addEditionCommand, compareEditions } from "./editions.js";
import { failQuietly, keepWork, sayWhatIsKept } from "./keeping.js";
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
