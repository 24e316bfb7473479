// Keeps the page for the next visit without a network. It fetches the files named below from beside itself, once, and
// nothing else; it answers for those files only and lets everything else pass. Written by the build.

const VERSION = "{{version}}";
const FILES = ["{{files}}"];
// Languages: kept only once somebody has asked for one.
const LATER = ["{{later}}"];
// Several copies may live on one host in different folders, and they share one store.
const PREFIX = `cermin-koperasi ${self.registration.scope} `;
const CACHE = PREFIX + VERSION;

const hashed = (name) => /\.[0-9a-f]{12}\./.test(name);

async function ask(name, cache) {
  const response = await fetch(new Request(name, { cache }));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
}

// The page that has just been loaded serves again, unless it speaks of other files than ours: then it is older, or the
// host is half renewed. If asking anew does not help, nothing is kept and the next visit tries again.
async function keepPage(cache) {
  for (const mode of ["force-cache", "no-cache"]) {
    const response = await ask("./", mode);
    const text = await response.text();
    if (FILES.filter(hashed).every((name) => text.includes(name))) {
      // A copy, because a redirected answer (index.html to ./) may not be used for a navigation.
      return cache.put("./", new Response(text, { headers: response.headers }));
    }
  }
  throw new Error("the page is not of this version");
}

// A name with a hash never changes its content, so what the page has just loaded serves again.
async function keep(cache, name) {
  return cache.put(name, await ask(name, hashed(name) ? "force-cache" : "no-cache"));
}

async function install() {
  const cache = await caches.open(CACHE);
  await keepPage(cache);
  await Promise.all(FILES.filter((name) => name !== "./").map((name) => keep(cache, name)));
}

async function dropOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
}

async function answer(name, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(name)) || fetch(request);
}

async function keepLater(name) {
  const cache = await caches.open(CACHE);
  if (!(await cache.match(name))) await keep(cache, name);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(dropOthers()));
// A waiting version takes over only when a person asked for it. A language that the page has loaded is kept.
self.addEventListener("message", (event) => {
  if (event.data === "switch") self.skipWaiting();
  if (LATER.includes(event.data)) event.waitUntil(keepLater(event.data).catch(() => {}));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  const whole = address.origin + address.pathname;
  if (request.method !== "GET" || !whole.startsWith(self.registration.scope)) return;
  const path = whole.slice(self.registration.scope.length);
  const name = path === "" || path === "index.html" ? "./" : path;
  if (FILES.includes(name) || LATER.includes(name)) event.respondWith(answer(name, request));
});
