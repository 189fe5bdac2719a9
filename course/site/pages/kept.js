// What this browser keeps of Python between visits, by name: for these packages, to the byte, and this browser.

const KEPT = "math-to-code";
const LENGTH = "math-to-code-length";

async function openKept(edition) {
  const suffix = `?${edition}&${encodeURIComponent(navigator.userAgent)}`;
  const address = (name) => new URL(name + suffix, self.location).href;
  try {
    const cache = await caches.open(KEPT);
    for (const { url } of await cache.keys()) if (!url.endsWith(suffix)) await cache.delete(url);
    return {
      read: async (name) => wholeBytes(await cache.match(address(name))),
      write: async (name, data) => {
        const body = new Blob([data]);
        await cache.put(address(name), new Response(body, { headers: { [LENGTH]: body.size } }));
      },
    };
  } catch {
    return null; // no https, or a browser that keeps nothing
  }
}

// Returns nothing where nothing is kept or it is damaged.
async function wholeBytes(kept) {
  const bytes = await kept?.arrayBuffer().catch(() => null);
  return bytes && kept.headers.get(LENGTH) === String(bytes.byteLength) ? new Uint8Array(bytes) : null;
}

function forgetKept() {
  self.caches?.delete(KEPT).catch(() => {});
}
