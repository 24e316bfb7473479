// Two ears for what leaks: an HTTP server of another origin and a UDP socket, both counting.

import { createSocket } from "node:dgram";
import { createServer } from "node:http";

/** Listens; `caught` holds the first part of each path that was asked for, `datagrams` counts. */
export async function catcher() {
  const caught = new Set();
  const server = createServer((request, response) => {
    caught.add(decodeURIComponent(request.url.split("/")[1]));
    response.writeHead(200, { "Access-Control-Allow-Origin": "*", "Content-Type": "text/plain" }).end("");
  });
  server.on("upgrade", (request, socket) => {
    caught.add(decodeURIComponent(request.url.split("/")[1]));
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const ear = createSocket("udp4");
  const heard = { caught, datagrams: 0 };
  ear.on("message", () => (heard.datagrams += 1));
  await new Promise((resolve) => ear.bind(0, "127.0.0.1", resolve));
  return Object.assign(heard, {
    url: `http://127.0.0.1:${server.address().port}/`,
    port: ear.address().port,
    async close() {
      ear.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}
