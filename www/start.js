// The hosted page is readable as soon as its style is there; only when it has been drawn is the tool fetched that wakes it.
// In a tab in the background nothing is drawn: there it comes after a second. Where nothing is to be read yet, it comes at once.

(() => {
  const { tool, worker } = document.currentScript.dataset;
  // The last press before the tool is awake waits for it: see boot.js.
  window.onclick = ({ target }) => (window.pressed = target.closest("[data-click]"));
  let asked = false;
  const fetchTool = () => {
    if (asked) return;
    asked = true;
    const script = document.createElement("script");
    script.dataset.worker = worker;
    script.src = tool;
    document.head.append(script);
  };
  // It looks for the page, so the page has to be there.
  document.addEventListener("DOMContentLoaded", () => {
    if ("elsewhere" in document.documentElement.dataset) return fetchTool();
    new PerformanceObserver(fetchTool).observe({ type: "paint", buffered: true });
    setTimeout(fetchTool, 1000);
  });
})();
