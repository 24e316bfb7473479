
/**
 * Node's `fetch` reads no files. And Vite before version 8 bundles a package for development into a folder of its own, where no
 * module lies beside the glue.
 */
function open(at) {
  const said = String(at.url ?? at);
  const address = said.replace("/.vite/deps/", "/cermin-koperasi/");
  const files = address.startsWith("file:") && globalThis.process?.getBuiltinModule?.("node:fs");
  if (files) return files.readFileSync(new URL(address));
  return fetch(address === said ? at : address);
}
