// The block in the editor: the tool as it will look, and its choices beside it. What readers get is written by PHP.
(function () {
  "use strict";
  const { blocks, element: { createElement }, blockEditor, components } = window.wp;
  const TITLE = "Cermin Koperasi";
  const NONE = { value: "", label: "Bawaan" };
  const SCREENS = {{options}};
  const CHOICES = [
    ["screen", "Layar pertama", SCREENS],
    ["lang", "Bahasa", [{ value: "id", label: "Indonesia" }, { value: "en", label: "Inggris" }]],
    ["theme", "Tema", [{ value: "light", label: "Terang" }, { value: "dark", label: "Gelap" }, { value: "contrast", label: "Kontras tinggi" }]],
    ["mode", "Dipakai di", [{ value: "embed", label: "Halaman situs" }, { value: "shared", label: "Komputer bersama" }, { value: "projector", label: "Proyektor" }]],
  ];
  const TEXTS = [
    ["brand", "Warna utama, seperti #0b5c50", 7],
    ["office_name", "Nama dinas", 80],
    ["office_contact", "Nomor atau surel layanan", 120],
    ["office_link", "Alamat halaman pembinaan, diawali https://", 200],
  ];

  // What may be wrong is left out here as PHP leaves it out.
  function address(said) {
    const url = new URL(window.cerminKoperasiFrame, document.baseURI);
    url.searchParams.set("mode", said.mode || "embed");
    for (const name of ["lang", "theme", "office_name", "office_contact", "office_link"]) {
      if (said[name]) url.searchParams.set(name.replace("_", "-"), said[name]);
    }
    if (/^#?[0-9a-f]{6}$/i.test(said.brand)) url.searchParams.set("brand", said.brand.replace("#", ""));
    if (said.screen && said.screen !== "awal") url.hash = `#/${said.screen}`;
    return url.href;
  }

  function edit({ attributes, setAttributes }) {
    const set = (name) => (value) => setAttributes({ [name]: value });
    const choice = ([name, label, options]) =>
      createElement(components.SelectControl, { key: name, label, value: attributes[name], options: [NONE, ...options], onChange: set(name) });
    const text = ([name, label, maxLength]) =>
      createElement(components.TextControl, { key: name, label, maxLength, value: attributes[name], onChange: set(name) });
    const url = address(attributes);
    return createElement(
      "div",
      blockEditor.useBlockProps(),
      createElement(
        blockEditor.InspectorControls,
        null,
        createElement(components.PanelBody, { title: "Tampilan" }, ...CHOICES.map(choice)),
        createElement(components.PanelBody, { title: "Dinas setempat (boleh kosong)" }, ...TEXTS.map(text)),
      ),
      // A press chooses the block. Another address is another frame: a change of fragment alone would not load it anew.
      createElement("iframe", { key: url, title: TITLE, src: url, sandbox: "allow-scripts", width: "100%", height: 560, style: { border: 0, pointerEvents: "none" } }),
    );
  }

  const attributes = Object.fromEntries([...CHOICES, ...TEXTS].map(([name]) => [name, { type: "string", default: "" }]));
  blocks.registerBlockType("cermin-koperasi/alat", {
    apiVersion: 2,
    title: TITLE,
    description: "Koperasi memeriksa kesehatannya sendiri. Isian tidak dikirim ke mana pun, juga tidak ke situs ini.",
    category: "embed",
    icon: "clipboard",
    keywords: ["koperasi", "kesehatan", "RAT"],
    attributes,
    supports: { align: ["wide", "full"], html: false },
    edit,
    save: () => null,
  });
})();
