// What a device may offer for handing text on. Each may be missing, or refused in a frame; then the answer is no, and the
// text on the screen remains.
const device = {
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

  // A passphrase goes from its field to the lock and nowhere else.
  seal(text, done) {
    const [one, two] = ["sandi", "sandi-lagi"].map((id) => document.getElementById(id).value);
    locking((lock) => {
      if (one !== two) throw "differ";
      return lock.seal(text, one, crypto.getRandomValues(new Uint8Array(40)));
    }, done);
  },

  unseal(file, done) {
    const passphrase = document.getElementById("sandi").value;
    locking((lock) => lock.unseal(file, passphrase), done);
  },
};
