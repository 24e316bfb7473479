// Keeps the page for the next visit without a network. It fetches the files named below from beside itself, once, and
// nothing else; it answers for those files only and lets everything else pass. Written by the build.

const VERSION = "{{version}}";
const FILES = ["{{files}}"];
// What screens need later, and how many bytes each is: kept when a page asks for it, or for all.
const LATER = new Map(["{{later}}"]);
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

// A name with a hash never changes its content, so what the page has just loaded serves again. A refusal may change.
async function keep(cache, name) {
  const anew = () => ask(name, "no-cache");
  return cache.put(name, await (hashed(name) ? ask(name, "force-cache").catch(anew) : anew()));
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
  // What is on its way is not asked for again.
  await coming.get(name);
  return (await cache.match(name)) || fetch(request);
}

const coming = new Map();

function keepLater(name) {
  const keepOnce = async () => {
    const cache = await caches.open(CACHE);
    if (!(await cache.match(name))) await keep(cache, name);
  };
  // What could not be had counts as missing.
  const over = () => void coming.delete(name);
  if (!coming.has(name)) coming.set(name, keepOnce().then(over, over));
  return coming.get(name);
}

// How many bytes a day without a network would lack, and whether they are on their way.
async function report() {
  const cache = await caches.open(CACHE);
  const kept = (await cache.keys()).map(({ url }) => url.slice(self.registration.scope.length));
  const sizes = [...LATER].map(([name, size]) => (kept.includes(name) ? 0 : size));
  return { missing: sizes.reduce((sum, size) => sum + size, 0), coming: coming.size > 0 };
}

async function hear({ data, source }) {
  if (data === "switch") return self.skipWaiting();
  const names = [...LATER.keys()].filter((name) => data === "all" || data === name);
  await Promise.all(names.map(keepLater));
  source.postMessage(await report());
}

self.addEventListener("install", (event) => event.waitUntil(install()));
// A first visit is served from the store too, so that a server does not hear which screens it opens.
self.addEventListener("activate", (event) => event.waitUntil(dropOthers().then(() => self.clients.claim())));
// A waiting version takes over only when a person asked for it.
self.addEventListener("message", (event) => event.waitUntil(hear(event)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  const whole = address.origin + address.pathname;
  if (request.method !== "GET" || !whole.startsWith(self.registration.scope)) return;
  const path = whole.slice(self.registration.scope.length);
  const name = path === "" || path === "index.html" ? "./" : path;
  if (FILES.includes(name) || LATER.has(name)) event.respondWith(answer(name, request));
});
