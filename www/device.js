// What a device may offer for handing text on. Each may be missing, or refused in a frame; then the answer is no, and the
// text on the screen remains.
const device = {
  // The work as the page last had it, for when the page itself can say nothing any more.
  work: "",

  remember(text) {
    device.work = text;
  },

  // Few devices share .json, so the same text goes as .txt.
  file: (name, text) => ({ files: [new File([text], name, { type: "text/plain" })] }),

  canShare() {
    try {
      return typeof navigator.share === "function" && navigator.canShare(device.file("x.txt", "x"));
    } catch (_) {
      return false;
    }
  },

  // Whoever closes the sharing without choosing has decided, and hears nothing.
  share(name, text, failed) {
    const give = async () => navigator.share(device.file(name, text));
    give().catch((error) => error && error.name === "AbortError" || failed());
  },

  // The clipboard is missing on plain http and refused in frames; what is selected can still be copied the old way.
  copy(id, done) {
    const field = document.getElementById(id);
    const select = () => {
      for (let part = field; part; part = part.parentElement) if (part.localName === "details") part.open = true;
      field.focus();
      field.select();
      return document.execCommand("copy");
    };
    const write = async () => navigator.clipboard.writeText(field.value);
    write().then(() => true, select).catch(() => false).then(done);
  },

  // What tells two boards with the same answers apart. It hides nothing, so any chance will do where there is no better.
  chance() {
    try {
      return crypto.getRandomValues(new Uint16Array(1))[0];
    } catch (_) {
      return Math.floor(Math.random() * 65536);
    }
  },
};
