// Writes the code that a webmaster pastes. Works on this page alone and sends nothing.
(function () {
  "use strict";
  const by = (id) => document.getElementById(id);
  const main = by("pasang");
  const { folder, integrity } = main.dataset;
  const form = by("pilihan");
  const SANDBOX = "allow-scripts allow-downloads allow-modals";
  const OFFICE = ["office-name", "office-contact", "office-link"];
  // Themes in which a reader may meet the tool, as the page names them.
  const THEMES = { light: "terang", dark: "gelap", contrast: "kontras tinggi" };
  // A frame of this height stands whole on a small phone, below the browser's own bar.
  const HEIGHT = 560;

  const WORDS = {
    frame: "Tempel di tempat alat ini akan tampil. Di WordPress: blok “HTML Khusus”.",
    element: "Situs dengan kebijakan keamanan (CSP) perlu mengizinkan alamat ini di script-src dan frame-src.",
    cors: "Server folder ini harus mengirim Access-Control-Allow-Origin: * (berkas .htaccess di folder ini sudah mengaturnya di Apache). Kalau tidak bisa, pakai Bingkai.",
    wordpress: "Unggah folder wordpress/cermin-koperasi ke wp-content/plugins, aktifkan, lalu tempel kode singkat ini di halaman.",
    link: "Hanya paragraf, tautan, dan gambar: tidak dibuang oleh WordPress untuk peran mana pun.",
    brand: "Tulis warna seperti #0b5c50.",
    faint: (themes) => `Di tema ${themes} warna ini sulit dibaca. Di sana alat memakai warnanya sendiri.`,
    address: "Tulis alamat lengkap yang diawali https://.",
    missing: "Halaman ini dibuka dari berkas. Unggah dulu folder ini, lalu tulis alamatnya di sini, diawali https://.",
    wrong: "Ini bukan alamat lengkap, jadi kode tidak disusun. Tulis seperti https://dinas.contoh.go.id/cermin/.",
    added: "https:// ditambahkan di depan. Periksa apakah alamat ini benar.",
    none: "Belum ada kode. Isi dulu alamat folder ini.",
    copied: "Tersalin.",
    copy: "Kode sudah dipilih. Tekan Ctrl+C untuk menyalin.",
    title: "Cermin Koperasi: periksa kesehatan koperasi",
    invite: "Periksa kesehatan koperasi Anda sendiri",
    promise: "Isian tidak dikirim ke mana pun.",
  };

  const value = (name) => form.elements[name].value.trim();
  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const attribute = (name, text) => (text ? ` ${name}="${escaped(text)}"` : "");
  const isColour = (text) => /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.test(text);
  const isLink = (text) => /^https:\/\/[^\s@]+$/i.test(text);

  // What was chosen and is valid, by the names of the attributes.
  function chosen() {
    const all = { screen: value("screen"), lang: value("lang"), theme: value("theme"), mode: value("mode") };
    for (const name of OFFICE) all[name] = value(name);
    if (!isLink(all["office-link"])) all["office-link"] = "";
    if (all.screen === "awal") all.screen = "";
    all.brand = isColour(value("brand")) ? value("brand").replace("#", "") : "";
    return all;
  }

  function address(base, all) {
    const url = new URL(`${folder}/frame.html`, base);
    for (const name of ["mode", "theme", "lang", "brand", ...OFFICE]) if (all[name]) url.searchParams.set(name, all[name]);
    if (all.screen) url.hash = `#/${all.screen}`;
    return url.href;
  }

  const height = () => Math.min(Math.max(parseInt(value("height"), 10) || HEIGHT, 320), 2000);

  const frame = (source, sandbox) =>
    `<iframe title="${WORDS.title}" ${source} sandbox="${sandbox}" referrerpolicy="no-referrer" allow="web-share *; clipboard-write *" width="100%" height="${height()}" frameborder="0"></iframe>`;

  // A frame for where the wrapper is refused: by itself it goes to the tool after three seconds, without a script or a style,
  // which a site's policy may refuse as well. A wrapper that comes takes it away, or over if it may be in use. It is locked
  // wherever it stands.
  function standIn(url) {
    const page = `<meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="3;url=${escaped(url)}">`;
    return frame(`srcdoc="${escaped(page)}"`, SANDBOX);
  }

  const isWeb = ({ protocol }) => /^https?:$/.test(protocol);

  // A folder's address in full, with a slash at its end; nothing where it is none that works on the internet.
  function folderOf(text) {
    try {
      const url = new URL(text);
      if (!isWeb(url) || /\s/.test(text)) return "";
      // Some paste the address of this very page.
      const path = /\.html?$/i.test(url.pathname) || url.pathname.endsWith("/") ? url.pathname : `${url.pathname}/`;
      return new URL("./", url.origin + path).href;
    } catch (_) {
      return "";
    }
  }

  const own = isWeb(window.location) ? new URL("./", document.baseURI).href : "";
  const place = () => (value("place") ? folderOf(value("place")) : own);

  // What many leave out is put in, where they see it.
  function complete() {
    const given = value("place");
    const full = given && !place() && /^[^\s/:@]+\.[^\s/:@]+(:\d+)?(\/\S*)?$/.test(given) ? folderOf(`https://${given}`) : "";
    if (!full) return;
    by("place").value = full;
    write();
    by("place-kata").textContent = WORDS.added;
  }

  const WAYS = {
    frame(base, all) {
      const sandbox = form.elements.apart.checked ? `${SANDBOX} allow-same-origin` : SANDBOX;
      return frame(`src="${escaped(address(base, all))}"`, sandbox);
    },
    element(base, all) {
      const names = ["screen", "theme", "lang", ...OFFICE];
      const mode = all.mode === "embed" ? "" : all.mode;
      const attributes = names.map((name) => attribute(name, all[name])).join("") + attribute("mode", mode);
      const brand = all.brand && `#${all.brand}`;
      return (
        `<script src="${escaped(base)}${folder}/cermin-koperasi.js" integrity="${integrity}" crossorigin="anonymous" defer></` +
        `script>\n<cermin-koperasi${attributes}${attribute("brand", brand)}>${standIn(address(base, all))}</cermin-koperasi>`
      );
    },
    // A shortcode ends at the first bracket or quote, so those go.
    wordpress(_, all) {
      const short = (name) => attribute(name.replace("-", "_"), all[name].replace(/[[\]"<>&]/g, " ").trim());
      const names = ["screen", "theme", "lang", "brand", ...OFFICE];
      const mode = all.mode === "embed" ? "" : attribute("mode", all.mode);
      return `[cermin_koperasi${names.map(short).join("")}${mode}]`;
    },
    link(base, all) {
      const url = escaped(address(base, { ...all, mode: "" }));
      return (
        `<p><a href="${url}"><img src="${escaped(base)}${folder}/icon-192.png" alt="Cermin Koperasi" width="96" height="96"></a></p>\n` +
        `<p><a href="${url}">${WORDS.invite}</a>. ${WORDS.promise}</p>`
      );
    },
  };

  function write() {
    const [way, all, base] = [form.elements.way.value, chosen(), place()];
    // The plugin lies on the site itself. No other code works without an address.
    by("kode").value = base || way === "wordpress" ? WAYS[way](base, all) : "";
    by("kode").placeholder = WORDS.none;
    by("place-kata").textContent = base ? "" : WORDS[value("place") ? "wrong" : "missing"];
    by("place").setAttribute("aria-invalid", String(!base));
    by("catatan").textContent = way === "element" && form.elements.apart.checked ? `${WORDS.element} ${WORDS.cors}` : WORDS[way];
    sayBrand();
    by("link-kata").textContent = value("office-link") && !isLink(value("office-link")) ? WORDS.address : "";
    by("tersalin").textContent = "";
  }

  // The tool itself says in which themes it refuses the colour, so what can be read is written in one place: the preview is
  // shown each of them in turn, and last the one that was chosen. Answers come in the order of the questions.
  let asked = [];
  let refusing = { brand: "", themes: [] };

  function askPreview() {
    const { theme, brand } = chosen();
    refusing = { brand, themes: [] };
    if (!brand) return sayBrand();
    for (const one of [...Object.keys(THEMES), theme || "auto"]) {
      asked.push({ brand, theme: one });
      by("pratinjau").contentWindow.postMessage({ cermin: 1, type: "theme", theme: one, tokens: { brand } }, "*");
    }
  }

  function hear({ source, data }) {
    if (source !== by("pratinjau").contentWindow || data?.cermin !== 1) return;
    if (data.type === "ready") {
      asked = [];
      askPreview();
    }
    const question = data.type === "theme-ack" && asked.shift();
    if (!question || question.brand !== refusing.brand || !data.refused.includes("brand")) return;
    if (question.theme in THEMES && !refusing.themes.includes(question.theme)) refusing.themes.push(question.theme);
    sayBrand();
  }

  // Whoever chose a theme meets no other.
  function sayBrand() {
    const { theme, brand } = chosen();
    const met = refusing.brand === brand ? refusing.themes.filter((one) => !theme || one === theme) : [];
    const faint = met.length > 0 ? WORDS.faint(new Intl.ListFormat("id").format(met.map((one) => THEMES[one]))) : "";
    by("brand-kata").textContent = value("brand") && !brand ? WORDS.brand : faint;
  }

  // The preview always comes from beside this page, whatever address the code will carry.
  function preview() {
    const url = address(new URL("./", document.baseURI).href, chosen());
    const shown = by("pratinjau");
    shown.height = height();
    // A change of fragment alone would not load the page anew.
    if (shown.src !== url) shown.src = url.replace("?", `?pratinjau=${Date.now()}&`);
  }

  async function copy() {
    if (!by("kode").value) {
      by("tersalin").textContent = WORDS.none;
      return by("place").focus();
    }
    try {
      await navigator.clipboard.writeText(by("kode").value);
      by("tersalin").textContent = WORDS.copied;
    } catch (_) {
      by("kode").select();
      by("tersalin").textContent = WORDS.copy;
    }
  }

  by("place").value = own;
  by("place").addEventListener("change", complete);
  form.addEventListener("input", write);
  window.addEventListener("message", hear);
  form.addEventListener("change", preview);
  form.addEventListener("submit", (event) => event.preventDefault());
  by("salin").addEventListener("click", copy);
  main.hidden = false;
  write();
  preview();
})();
