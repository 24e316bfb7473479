// What a device may do for the screens of the second part: lock and unlock, read workbooks, paint, look through the camera. It
// comes with that part; `device` and what stands in boot.js are known where it runs.

// What locks save files and what reads workbooks are modules of their own: `sealer` and `opener` say where their scripts
// lie, or hold them.
globalThis.cerminSealer = (make) => {
  sealer.make = make;
};
globalThis.cerminOpener = (make) => {
  opener.make = make;
};

async function awake(module) {
  if (!module.glue) {
    if (!module.make) {
      await loaded("script", { src: module.at });
      keepLater(module.at);
    }
    const [glue, packed] = module.make();
    await glue(await unpack(packed));
    module.glue = glue;
  }
  return module.glue;
}

// `done` gets the text, or the word of a refusal. What has served is forgotten.
function locking(work, done) {
  const word = (refusal) => (typeof refusal === "string" ? refusal : "unable");
  const forget = (field) => (field.value = "");
  const finish = (text) => {
    document.querySelectorAll("[type=password]").forEach(forget);
    done(text);
  };
  // A key takes a slow phone seconds in which nothing moves: that is said, and drawn, before it begins.
  const said = document.getElementById("sandi-kabar");
  if (said) said.hidden = false;
  const end = () => said && (said.hidden = true);
  const result = awake(sealer).then(drawn).then(work);
  result.then(end, end);
  result.then(finish, (refusal) => done(undefined, word(refusal)));
}

Object.assign(device, {
  random: (count) => crypto.getRandomValues(new Uint8Array(count)),

  // A passphrase goes from its field to the lock and nowhere else. `desk`: its key stays in the lock's memory.
  seal(text, desk, done) {
    const typed = device.typed();
    locking((lock) => lock[desk ? "sealOnDesk" : "seal"](text, typed(), device.random(40)), done);
  },

  // What is typed now; that both fields say the same is asked where a refusal is heard.
  typed() {
    const [one, two] = ["sandi", "sandi-lagi"].map((id) => document.getElementById(id).value.normalize("NFC"));
    return () => {
      if (one !== two) throw "differ";
      return one;
    };
  },

  // Many under one passphrase: its key is made once.
  sealAll(texts, done) {
    const typed = device.typed();
    locking((lock) => {
      const [first, ...rest] = texts;
      const file = lock.sealOnDesk(first, typed(), device.random(40));
      return [file, ...rest.map((text) => lock.reseal(file, text, device.random(24)))];
    }, done);
  },

  opened(lock, file, typed, desk) {
    const open = desk ? lock.unsealOnDesk : lock.unseal;
    // Keyboards write an é in one sign or in two. Files of before were locked with the signs as they were typed.
    const same = typed.normalize("NFC");
    try {
      return open(file, same);
    } catch (refusal) {
      if (refusal !== "wrong" || same === typed) throw refusal;
      return open(file, typed);
    }
  },

  unseal(file, desk, done) {
    const typed = document.getElementById("sandi").value;
    locking((lock) => device.opened(lock, file, typed, desk), done);
  },

  // What has another passphrase stays shut; where all have, that is said.
  unsealAll(files, done) {
    const typed = document.getElementById("sandi-semua").value;
    locking(async (lock) => {
      const texts = [];
      let why;
      for (const file of files) {
        try {
          texts.push(device.opened(lock, file, typed, true));
        } catch (refusal) {
          why = refusal;
          texts.push(null);
        }
        await drawn();
      }
      if (texts.every((text) => text === null)) throw why;
      return texts;
    }, done);
  },

  // After each change, without a word: the key is there already.
  reseal(file, text, done) {
    awake(sealer).then((lock) => lock.reseal(file, text, device.random(24))).then(done, () => done());
  },

  forgetKeys() {
    if (sealer.glue) sealer.glue.forget();
  },

  // `work` gets what reads workbooks and the bytes of a file; `done` gets what came of it, or the word of a refusal. A reader
  // that a file has stopped is not used again.
  async openBook(file, work, done) {
    let made, word = "unreadable";
    try {
      const bytes = await file.arrayBuffer();
      word = "missing";
      const reader = await drawn(await awake(opener));
      word = "broken";
      made = work(reader, new Uint8Array(bytes));
    } catch (why) {
      opener.glue = undefined;
      if (typeof why === "string") word = why;
    }
    done(made, word);
  },

  // A drawing of plain boxes and words as a painting, twice its size, black on white: office programs and messengers know
  // no SVG. It is drawn shape by shape, so that no picture is loaded from anywhere.
  paint(name, svg, failed) {
    const drawing = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    const [, , width, height] = drawing.getAttribute("viewBox").split(" ").map(Number);
    const canvas = Object.assign(document.createElement("canvas"), { width: width * 2, height: height * 2 });
    const brush = canvas.getContext("2d");
    brush.scale(2, 2);
    brush.fillStyle = "#fff";
    brush.fillRect(0, 0, width, height);
    brush.fillStyle = "#000";
    for (const shape of drawing.querySelectorAll("rect, text")) {
      const of = (name) => shape.getAttribute(name);
      const [x, y] = [Number(of("x")), Number(of("y"))];
      const strokes = of("fill") === "none";
      brush.globalAlpha = Number(of(strokes ? "stroke-opacity" : "fill-opacity") || 1);
      if (shape.localName === "text") {
        brush.font = (of("font-weight") || "") + " " + of("font-size") + "px system-ui, sans-serif";
        brush.textAlign = of("text-anchor") || "start";
        brush.fillText(shape.textContent, x, y);
      } else brush[strokes ? "strokeRect" : "fillRect"](x, y, Number(of("width")), Number(of("height")));
    }
    canvas.toBlob((blob) => {
      if (!blob) return failed();
      const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    });
  },

  // What reads QR pictures where the browser does not is a script of its own: `scanner` says where it lies; in the single file
  // it makes it.
  canScan: () => !!scanner,

  keepScanner() {
    if (scanner && !scanner.make) keepLater(scanner);
  },

  async bringScanner() {
    if (typeof jsQR === "function") return;
    if (scanner.make) scanner.make();
    else await loaded("script", { src: scanner });
  },

  // What a picture of the camera or in a file says, if anything; or that the scanner is not to be had. Every other look of the
  // camera is at a picture a little smaller, and a file is looked at in several sizes: grain and unlucky sizes blind the scanner
  // only to some of them.
  scan(picture, done) {
    const read = (image, sides, size) => {
      const [width, height] = sides.map((side) => Math.round(side * size));
      if (!width) return;
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const brush = canvas.getContext("2d", { willReadFrequently: true });
      brush.drawImage(image, 0, 0, width, height);
      const found = jsQR(brush.getImageData(0, 0, width, height).data, width, height, { inversionAttempts: "dontInvert" });
      return found ? found.data : undefined;
    };
    const look = async () => {
      if (!(picture instanceof Blob)) {
        return read(picture, [picture.videoWidth, picture.videoHeight], (device.small = !device.small) ? 0.9 : 1);
      }
      const image = await createImageBitmap(picture);
      const sides = [image.width, image.height];
      for (const longest of [1000, 1600, 640, 2400]) {
        const text = read(image, sides, Math.min(1, longest / Math.max(...sides)));
        if (text) return text;
      }
    };
    device.bringScanner().then(look).then((text) => done(text, false), () => done(undefined, true));
  },
});
