// The one line a town puts into its own site:
//   <script src="https://…/widget.js" data-municipality="demo"></script>
// adds a button at the lower right corner that opens the chat. Optional: data-theme="light" keeps it light.
(() => {
  const script = document.currentScript;
  const base = new URL(".", script.src).href.replace(/\/$/, "");
  const municipality = script.dataset.municipality || "demo";
  const theme = script.dataset.theme;

  async function start() {
    await import(`${base}/assets/__VERSION__/chat/element.js`);
    if (document.querySelector(`madoguchi-chat[municipality="${CSS.escape(municipality)}"]`)) {
      return; // the page placed the element itself, or the line stands there twice
    }
    const chat = document.createElement("madoguchi-chat");
    chat.setAttribute("municipality", municipality);
    chat.setAttribute("base", base);
    chat.setAttribute("mode", "widget");
    if (theme) {
      chat.setAttribute("theme", theme);
    }
    document.body.append(chat);
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start, { once: true });
  } else {
    start();
  }
})();
