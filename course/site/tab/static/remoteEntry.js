// What the course adds to JupyterLab where it runs in a browser tab. Loaded as it stands: there is nothing to build.

{
  const here = document.currentScript.src;
  let shared; // JupyterLite's own modules
  (window._JUPYTERLAB ??= {})["math-to-code-tab"] = {
    init: (scope) => {
      shared = scope;
    },
    get: async () => {
      const { mendDrive } = await import(new URL("drive.js", here));
      const { plugin } = await import(new URL("tab.js", here));
      await mendDrive(shared); // before anything is read or written
      return () => ({ __esModule: true, default: plugin });
    },
  };
}
