
/** Node's `fetch` reads no files. */
function open(at) {
  const address = String(at.url ?? at);
  const files = address.startsWith("file:") && globalThis.process?.getBuiltinModule?.("node:fs");
  return files ? files.readFileSync(new URL(address)) : fetch(at);
}
