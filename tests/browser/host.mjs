// A cheap static host on this machine: no compression, no helpful headers, a log of everything asked for.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

const MIME = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
const GOOD_MIME = {
  ...MIME,
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

/** A name for this machine that is not of the local few: a trainer's laptop, as phones in the room see it. */
export const LAN = "laptop.test";

/**
 * Serves `root` under `prefix`.
 *
 * - `wrongMime`: only what browsers insist on is named rightly, all else is a stream of bytes;
 * - `nosniff`: and browsers are told to believe it;
 * - `headers`: more headers on every answer; changeable while it runs;
 * - `gone` (on what is handed back): a pattern of names the host no longer has;
 * - `aside`: more folders by the start of their path, `{ "alat/": "/…" }`;
 * - `name`: the host's name; `LAN` is one that browsers do not trust more than any other plain http host;
 * - `held`: a function of a file's name; the answer waits for what it returns; changeable while it runs;
 * - `files`: more files or other contents, `{ "host.html": "<!doctype html>…" }`; changeable while it runs.
 */
export async function serve({ root, name: hostname = "127.0.0.1", prefix = "/", wrongMime = false, nosniff = false, headers = {}, files = {}, aside = {}, held = () => {} }) {
  const requests = [];
  const host = { held };
  const mime = wrongMime ? MIME : GOOD_MIME;
  const answer = async (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const { pathname } = new URL(request.url, "http://host");
    const name = pathname.startsWith(prefix) ? pathname.slice(prefix.length) || "index.html" : undefined;
    try {
      if (host.gone?.test(name)) throw new Error("gone");
      await host.held?.(name);
      const body = files[name] ?? (await readFile(found(root, aside, name)));
      const type = mime[path.extname(name)] ?? "application/octet-stream";
      const sniff = nosniff ? { "X-Content-Type-Options": "nosniff" } : {};
      response.writeHead(200, { "Content-Type": type, ...sniff, ...headers }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  };
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://${hostname}:${server.address().port}${prefix}`;
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return Object.assign(host, { url, requests, files, headers, close });
}

function found(root, aside, name) {
  const start = Object.keys(aside).find((start) => name?.startsWith(start));
  return start ? inside(aside[start], name.slice(start.length)) : inside(root, name);
}

function inside(root, name) {
  const file = path.resolve(root, decodeURIComponent(name));
  if (!file.startsWith(path.resolve(root) + path.sep)) throw new Error("outside");
  return file;
}
