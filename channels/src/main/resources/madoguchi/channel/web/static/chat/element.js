// <madoguchi-chat municipality="demo" mode="page | embed | widget">: the same chat as a page of its own,
// in a frame, or behind a button.
import { Conversation } from "./conversation.js";
import { button, el, ICONS, picture } from "./dom.js";
import { keepAboveKeyboard } from "./keyboard.js";
import { View } from "./view.js";
import { say, WORDS } from "./words_ja.js";

const BASE = new URL("../../..", import.meta.url).href.replace(/\/$/, "");
const STYLES = ["../madoguchi.css", "./chat.css"].map((name) => new URL(name, import.meta.url).href);
const PHONE = matchMedia("(max-width: 30rem), (max-height: 30rem)");

class MadoguchiChat extends HTMLElement {
  #conversation;
  #view;
  #dialog;
  #launcher;

  async connectedCallback() {
    if (this.shadowRoot) {
      return;
    }
    const root = this.attachShadow({ mode: "open" });
    this.lang = "ja";
    const municipality = this.getAttribute("municipality");
    const proxy = new Proxy({}, { get: (_, name) => (...args) => this.#view?.[name](...args) });
    this.#conversation = new Conversation(BASE, municipality, proxy);
    await dress(root);
    keepAboveKeyboard(this);
    if (this.getAttribute("mode") === "widget") {
      this.#furnish(root);
      if (this.#conversation.sessions.isOpen) {
        await this.#open({ focus: false });
      }
    } else {
      await this.#build(root, 2);
    }
  }

  disconnectedCallback() {
    // Moved within the page is not removed from it.
    queueMicrotask(() => this.isConnected || this.#conversation?.stop());
  }

  /** Opens the panel. */
  open() {
    return this.#open({ focus: true });
  }

  close() {
    this.#dialog?.close();
  }

  async #build(place, level) {
    const town = JSON.parse(this.getAttribute("profile")) ?? (await this.#conversation.profile().catch(() => null)) ?? {};
    const conversation = this.#conversation;
    const faq = {
      address: `${BASE}/faq/${encodeURIComponent(this.getAttribute("municipality"))}`,
      newTab: this.getAttribute("mode") !== "page",
    };
    this.#view = new View(town, faq, level, conversationActions(conversation));
    place.append(this.#view.element);
    for (const [step, colour] of Object.entries(town.colour ?? {})) {
      this.style.setProperty(step === "key" ? "--m-town-key" : `--m-town-key-${step}`, colour);
    }
    if (!town.name) {
      this.#view.trouble(WORDS.trouble.unknown);
    }
    conversation.start();
    return town;
  }

  #furnish(root) {
    this.#launcher = button(WORDS.open, () => this.open(), {
      kind: "solid", size: "large", icon: ICONS.chat, class: "m-button launcher", "aria-haspopup": "dialog",
    });
    this.#dialog = el("dialog", { class: "panel", "aria-labelledby": "title" });
    this.#dialog.addEventListener("close", () => {
      this.#conversation.sessions.isOpen = false;
      this.#launcher.hidden = false;
      this.#launcher.focus();
    });
    this.#dialog.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing && event.keyCode !== 229 && event.target.closest("dialog") === this.#dialog) {
        event.preventDefault();
        this.close();
      }
    });
    root.append(this.#launcher, this.#dialog);
  }

  async #open({ focus }) {
    if (!this.#view) {
      const title = el("h2", { id: "title" }, WORDS.open);
      this.#dialog.append(
        el("header", { class: "bar" }, title, button(WORDS.close, () => this.close(), { kind: "text", size: "small", icon: ICONS.close })),
      );
      this.#show();
      const town = await this.#build(this.#dialog, 3);
      title.textContent = town.name ? say(WORDS.title, { town: town.name }) : WORDS.open;
      if (town.icon) {
        title.prepend(picture(BASE + town.icon, 28));
      }
    } else if (!this.#dialog.open) {
      this.#show();
    }
    this.#conversation.sessions.isOpen = true;
    if (focus) {
      this.#view.focus();
    }
  }

  /** On a telephone the panel is all there is; beside a page, the page stays in use. */
  #show() {
    this.#launcher.hidden = true;
    if (PHONE.matches) {
      this.#dialog.showModal();
    } else {
      this.#dialog.show();
    }
  }
}

function conversationActions(conversation) {
  return {
    say: (text) => conversation.say(text),
    choose: (choice) => conversation.choose(choice),
    askForPerson: () => conversation.askForPerson(),
    retry: () => conversation.retry(),
    takeBack: (id) => conversation.takeBack(id),
    feedback: (id, useful) => conversation.feedback(id, useful),
    erase: () => conversation.erase(),
    complete: (typed) => conversation.complete(typed),
  };
}

/** Constructed sheets need no permission of the host page's content policy beyond the fetch itself. */
async function dress(root) {
  if ("adoptedStyleSheets" in Document.prototype) {
    root.adoptedStyleSheets = await Promise.all(
      STYLES.map(async (address) => new CSSStyleSheet().replace(await (await fetch(address)).text())),
    );
  } else {
    root.append(...STYLES.map((href) => el("link", { rel: "stylesheet", href })));
  }
}

if (!customElements.get("madoguchi-chat")) {
  customElements.define("madoguchi-chat", MadoguchiChat);
}
