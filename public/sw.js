// Keeps the whole site for use without a network. The build fills in VERSION and FILES (xtask/src/bundle/worker.rs).
//
// Every file is fetched anew and must match its hash, so a version is kept whole or not at all. A new version waits until the
// page posts "skip": nothing changes under the reader's hands.

const VERSION = "__VERSION__";
const FILES = __FILES__;
const HOME = "./";
// Several copies of the site may share an origin, each in its own folder: the scope keeps their caches apart.
const PREFIX = `palpate ${self.registration.scope} `;
const CACHE = PREFIX + VERSION;

self.addEventListener("install", (event) => {
  event.waitUntil(keepAll());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldVersions());
});

self.addEventListener("message", (event) => {
  if (event.data === "skip") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(self.registration.scope)) event.respondWith(answer(event.request));
});

async function keepAll() {
  // Where only this script changed, the version in use is the same and so is its cache: that one is not to be lost.
  const inUse = await caches.has(CACHE);
  const cache = await caches.open(CACHE);
  try {
    await cache.addAll(FILES.map(([address, integrity]) => new Request(address, { cache: "reload", integrity })));
  } catch (error) {
    if (!inUse) await caches.delete(CACHE);
    throw error;
  }
}

async function dropOldVersions() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
}

// What is kept is answered from the cache, so that the files of one version stay together. The rest (the single file, say)
// comes from the network; without one, any page in this folder is the app.
async function answer(request) {
  const cache = await caches.open(CACHE);
  const isPage = request.mode === "navigate";
  const home = isPage && new URL(request.url).pathname.endsWith("/index.html");
  const kept = await cache.match(home ? HOME : request, { ignoreSearch: isPage, ignoreVary: true });
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    const fallback = isPage && (await cache.match(HOME));
    if (fallback) return fallback;
    throw error;
  }
}
