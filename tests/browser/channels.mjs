// Every way out of a page that we know, tried by a page that wants to. Each function runs in the page, is given an
// address under the catcher, and goes as far as the browser lets it. `cargo xtask leaks` tells what arrived.

const element = (name, set) => new Function("to", `
  const one = document.createElement(${JSON.stringify(name)});
  (${set})(one, to);
  document.body.append(one);
`);

/** Channels that leave the page where it is. */
export const STAYING = {
  fetch: (to) => void fetch(to, { method: "POST", body: "canary", mode: "no-cors" }).catch(() => {}),
  XMLHttpRequest: (to) => {
    const request = new XMLHttpRequest();
    request.open("POST", to);
    request.send("canary");
  },
  sendBeacon: (to) => void navigator.sendBeacon(to, "canary"),
  "a ping": (to) => {
    const link = document.createElement("a");
    link.href = "#ping";
    link.ping = to;
    document.body.append(link);
    link.click();
  },
  WebSocket: (to) => void new WebSocket(to.replace("http", "ws")),
  EventSource: (to) => void new EventSource(to),
  "image": (to) => void (new Image().src = to),
  "style sheet": element("link", (one, to) => Object.assign(one, { rel: "stylesheet", href: to })),
  "background in a style": (to) => {
    document.body.style.backgroundImage = `url("${to}")`;
    void getComputedStyle(document.body).backgroundImage;
  },
  font: (to) => {
    const face = new FontFace("leak", `url("${to}")`);
    document.fonts.add(face);
    face.load().catch(() => {});
  },
  "audio and video": element("video", (one, to) => Object.assign(one, { src: to, preload: "auto", autoplay: true, muted: true })),
  script: element("script", (one, to) => Object.assign(one, { src: to })),
  "module script": element("script", (one, to) => Object.assign(one, { type: "module", src: to })),
  "dynamic import": new Function("to", "import(to).catch(() => {})"),
  object: element("object", (one, to) => Object.assign(one, { data: to })),
  embed: element("embed", (one, to) => Object.assign(one, { src: to, type: "text/html" })),
  frame: element("iframe", (one, to) => Object.assign(one, { src: to })),
  "form into a frame": (to) => {
    const form = Object.assign(document.createElement("form"), { action: to, method: "post", target: "leak-form" });
    const frame = Object.assign(document.createElement("iframe"), { name: "leak-form" });
    form.append(Object.assign(document.createElement("input"), { name: "canary", value: "1" }));
    document.body.append(frame, form);
    form.submit();
  },
  prefetch: element("link", (one, to) => Object.assign(one, { rel: "prefetch", href: to })),
  preload: element("link", (one, to) => Object.assign(one, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: to })),
  "speculation rules": element("script", (one, to) => {
    one.type = "speculationrules";
    one.textContent = JSON.stringify({ prefetch: [{ source: "list", urls: [to], eagerness: "immediate" }] });
  }),
  favicon: (to) => {
    for (const old of document.querySelectorAll("link[rel=icon]")) old.remove();
    document.head.append(Object.assign(document.createElement("link"), { rel: "icon", href: to }));
  },
  manifest: (to) => {
    for (const old of document.querySelectorAll("link[rel=manifest]")) old.remove();
    document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: to }));
  },
  worker: new Function("to", "new Worker(URL.createObjectURL(new Blob([`fetch('${to}', { mode: 'no-cors' })`])));"),
  "service worker": new Function("to", "navigator.serviceWorker.register(to).catch(() => {});"),
};

/** Channels that take the page elsewhere or open another. */
export const LEAVING = {
  "window.open": (to) => void window.open(to),
  "navigation": (to) => void (window.location.href = to),
};

/** Asks a STUN server, which is a datagram to anywhere. */
export function webrtc(port) {
  const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
  connection.createDataChannel("leak");
  connection.createOffer().then((offer) => connection.setLocalDescription(offer)).catch(() => {});
}
