// A notebook that a student has saved stays as it is when the course is changed; the new one is offered beside it.

const EDITION = "math_to_code_edition";
const COMMAND = "math-to-code:open-new-edition";
const SITE = new URL("../../../", import.meta.url);

export async function compareEditions(context, notice) {
  const own = context.model.getMetadata(EDITION);
  const now = await newest(context.path);
  if (!own || !now || own === now) return;
  notice.show(
    `edition of ${context.path}`,
    "The course has changed since you began this notebook. Yours stays as it is and can be handed in; the new one opens beside it.",
    [{ label: "Open the new one", commandId: COMMAND, args: { path: context.path, edition: now } }],
    "info",
  );
}

export function addEditionCommand(app) {
  app.commands.addCommand(COMMAND, {
    label: "Open the New Edition of This Notebook",
    execute: async ({ path, edition }) => {
      const place = await placeBeside(app.serviceManager.contents, path, edition);
      return app.commands.execute("docmanager:open", { path: place });
    },
    describedBy: {
      args: { type: "object", required: ["path", "edition"], properties: { path: { type: "string" }, edition: { type: "string" } } },
    },
  });
}

async function newest(path) {
  try {
    const published = await fetch(new URL("editions.json", SITE), { cache: "no-cache" });
    return (await published.json())[origin(path)];
  } catch {
    return undefined; // no connection: there is time at the next opening
  }
}

// A new edition that lies beside an old one has a number; what the course calls the notebook has none.
function origin(path) {
  return path.replace(/ new( \d+)?(?=\.ipynb$)/, "");
}

// Returns where the new edition lies; it is put there unless it is there already, and takes nobody's place.
async function placeBeside(contents, path, edition) {
  const stem = origin(path).replace(/\.ipynb$/, "");
  const folder = await contents.get(path.split("/").slice(0, -1).join("/"), { content: true });
  const taken = new Set(folder.content.map((each) => each.path));
  for (let number = 1; ; number += 1) {
    const place = `${stem} new${number > 1 ? ` ${number}` : ""}.ipynb`;
    if (taken.has(place)) {
      const there = await contents.get(place, { content: true });
      if (there.content.metadata[EDITION] === edition) return place;
    } else {
      const content = await (await fetch(new URL(`files/${origin(path)}`, SITE), { cache: "no-cache" })).json();
      await contents.save(place, { type: "notebook", format: "json", content });
      return place;
    }
  }
}
