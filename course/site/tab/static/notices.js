// One sentence in the corner of JupyterLab, which stays until it is read; the same one does not stand there twice.
// JupyterLab cuts a sentence off after 140 characters.

export function notices(app) {
  const shown = new Map();
  return {
    async show(about, message, actions = [], type = "warning") {
      await app.started; // only then can anything be said
      await this.close(about);
      const options = { autoClose: false, actions };
      shown.set(about, await app.commands.execute("apputils:notify", { message, type, options }));
    },
    async close(about) {
      const id = shown.get(about);
      shown.delete(about);
      if (id) await app.commands.execute("apputils:dismiss-notification", { id });
    },
  };
}
