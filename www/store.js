// The database in which the page keeps things, for src/browser/keeper.rs, which decides. A write is told as kept when it is on
// the disk. What a key holds is written over only if this page read or wrote it last; else it is handed in.
// `read` is what was last found there, `mine` what this page last wrote.
const store = { read: {}, mine: {}, next: {}, busy: {} };

// Some browsers never answer; then there is none.
const PATIENCE = 3000;
const NAME = "cermin-koperasi";

function database() {
  store.opening ||= (store.dropping || Promise.resolve()).then(() => new Promise((resolve, reject) => {
    setTimeout(reject, PATIENCE);
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("kept");
    opening.onerror = reject;
    opening.onsuccess = () => {
      const base = opening.result;
      base.onclose = reopen;
      base.onversionchange = ({ newVersion }) => {
        base.close();
        reopen();
        if (newVersion === null) store.heard("", "deleted");
      };
      resolve(base);
    };
  })).catch(() => {
    reopen();
    // Whatever it was: there is none.
    throw undefined;
  });
  return store.opening;
}

function reopen() {
  store.opening = undefined;
}

async function transact(work) {
  const base = await database();
  return new Promise((resolve, reject) => {
    const turn = base.transaction("kept", "readwrite", { durability: "strict" });
    const end = work(turn.objectStore("kept"));
    turn.oncomplete = () => resolve(end());
    turn.onabort = () => reject(turn.error || new Error("aborted"));
  });
}

const put = (key, { text, over }) => transact((kept) => {
  let found;
  kept.get(key).onsuccess = ({ target }) => {
    const there = target.result;
    if (![undefined, text, over, store.mine[key]].includes(there)) return void (found = there);
    try {
      kept.put(text, key);
    } catch (_) {
      // A full store may say so at once; the transaction's end tells it to whoever waits.
      kept.transaction.abort();
    }
  };
  return () => {
    if (found === undefined) store.mine[key] = text;
    return found === undefined ? ["kept", text] : ["met", found];
  };
});

// After the site's data were cleared the old connection throws; a new one is opened, once.
const outcome = (key, wanted) => put(key, wanted).catch((error) => {
  if (!error) return ["none"];
  if (error.name !== "InvalidStateError") return ["failed"];
  reopen();
  return put(key, wanted).catch((error) => [error ? "failed" : "none"]);
});

// What other pages kept is told when it is on the disk. Nothing is heard in the cache of pages, and nothing keeps one out of it.
function hearOthers() {
  if (store.others || !self.BroadcastChannel) return;
  store.others = new BroadcastChannel(NAME);
  store.others.onmessage = ({ data }) => look(data);
  addEventListener("pagehide", () => {
    store.others?.close();
    store.others = undefined;
  }, { once: true });
}

// What this page does not take over it must not write over either: what counts as read stays.
async function look(key) {
  try {
    const turn = (await database()).transaction("kept").objectStore("kept").get(key);
    turn.onsuccess = () => turn.result !== undefined && store.heard(key, "looked", turn.result);
  } catch (_) {
    // The next write will tell.
  }
}

// When the page has been drawn; in a tab that nobody sees, soon.
const drawn = (what) => new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve, 0, what));
  setTimeout(resolve, 250, what);
});

// What the page takes up counts as read, while it does so and from then on.
function handIn(key, how, text) {
  const before = store.read[key];
  store.read[key] = text;
  if (!store.heard(key, how, text)) store.read[key] = before;
}

// One write of a key at a time; of those that wait, only the last counts. Whoever answered sees the answer first: the quick
// store has it already. A database that was deleted is made anew at once, before anybody else makes one.
async function writeAll(key) {
  store.busy[key] = true;
  if (store.opening) await drawn();
  while (store.next[key] !== undefined) {
    const wanted = store.next[key];
    store.next[key] = undefined;
    const [how, said] = await outcome(key, wanted);
    if (how === "kept") store.others?.postMessage(key);
    if (how === "met") handIn(key, how, said);
    else store.heard(key, how, said);
  }
  store.busy[key] = false;
}

Object.assign(device, {
  drawn(then) {
    drawn().then(then);
  },

  // Whoever listens last hears everything: the second part of the page takes over from the first.
  listen(heard) {
    store.heard = heard;
  },

  look,

  async readKept() {
    hearOthers();
    const none = () => store.heard("", "none");
    try {
      const kept = (await database()).transaction("kept").objectStore("kept");
      const [keys, texts] = [kept.getAllKeys(), kept.getAll()];
      texts.onerror = none;
      texts.onsuccess = () => {
        keys.result.forEach((key, at) => handIn(key, "found", texts.result[at]));
        store.heard("", "read");
      };
    } catch (_) {
      none();
    }
  },

  // What is found there only later was not known to whoever wrote this, and is not written over.
  keep(key, text) {
    store.next[key] = { text, over: store.read[key] };
    if (!store.busy[key]) writeAll(key);
  },

  // Everything whose key begins so; where no database is open, it is gone with that.
  drop(start) {
    for (const key of Object.keys(store.next)) if (key.startsWith(start)) store.next[key] = undefined;
    if (!store.opening) return;
    transact((kept) => {
      kept.delete(IDBKeyRange.bound(start, start + "\uffff"));
      return () => {};
    }).catch(() => {});
  },

  // The whole database. Other pages that have it open are told, and let it go.
  dropAll() {
    Object.assign(store, { read: {}, mine: {}, next: {} });
    const open = store.opening || Promise.reject();
    reopen();
    store.dropping = open.then((base) => base.close()).catch(() => {}).then(() => new Promise((done) => {
      setTimeout(done, PATIENCE);
      const dropping = indexedDB.deleteDatabase(NAME);
      dropping.onsuccess = dropping.onerror = done;
    })).catch(() => {});
  },

  // What was kept under a key that this page alone asks for.
  async recall(key) {
    const turn = (await database()).transaction("kept").objectStore("kept").get(key);
    return new Promise((resolve, reject) => Object.assign(turn, { onsuccess: () => resolve(turn.result), onerror: reject }));
  },

  persist() {
    const ask = async () => navigator.storage.persist();
    ask().catch(() => {});
  },
});
