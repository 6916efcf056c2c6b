// Where the resident types. Enter sends, Shift+Enter breaks the line, and the Enter that confirms a Japanese
// conversion does neither.
import { Completions } from "./completions.js";
import { button, el, ICONS } from "./dom.js";
import { say, WORDS } from "./words_ja.js";

const LIMIT = 1_000; // characters, as the contract counts them
const COUNT_FROM = 800;
/** Safari ends the composition before the keydown of the very Enter that ended it. */
const SAME_KEY_MS = 200;

export class Composer {
  #on;
  #input = el("textarea", {
    id: "question", class: "m-input", rows: "1", enterkeyhint: "send", autocomplete: "off",
    "aria-describedby": "count",
  });
  #count = el("p", { id: "count", class: "m-hint count", "aria-live": "polite" });
  #composedAt = -Infinity;
  #completions = null;

  /** @param on {say(text), lookUp(typed)}; without lookUp no questions are offered */
  constructor(on) {
    this.#on = on;
    if (on.lookUp) {
      this.#completions = new Completions(this.#input, { lookUp: on.lookUp, chosen: (question) => this.#chosen(question) });
    }
    this.#input.addEventListener("keydown", (event) => this.#key(event));
    this.#input.addEventListener("keyup", () => (this.#composedAt = -Infinity));
    this.#input.addEventListener("compositionstart", () => this.#completions?.close());
    this.#input.addEventListener("compositionend", (event) => {
      this.#composedAt = event.timeStamp;
      this.#completions?.changed();
    });
    this.#input.addEventListener("input", (event) => {
      this.#changed();
      if (!event.isComposing) {
        this.#completions?.changed();
      }
    });
  }

  get element() {
    return el(
      "form",
      { class: "form", novalidate: true, onsubmit: (event) => (event.preventDefault(), this.#send()) },
      el("label", { class: "m-label", for: "question" }, WORDS.compose.label),
      ...(this.#completions?.elements ?? []),
      el("div", { class: "row" }, this.#input, button(WORDS.compose.send, null, { kind: "solid", type: "submit", icon: ICONS.send })),
      this.#count,
    );
  }

  focus() {
    this.#input.focus({ preventScroll: true });
  }

  /** Puts back what could not be sent; what was typed meanwhile stays too. */
  giveBack(text) {
    this.#input.value = this.#input.value ? `${text}\n${this.#input.value}` : text;
    this.#changed();
    this.focus();
  }

  clear() {
    this.#input.value = "";
    this.#changed();
  }

  #key(event) {
    const confirming =
      event.isComposing || event.keyCode === 229 || event.timeStamp - this.#composedAt < SAME_KEY_MS;
    if (confirming || this.#completions?.key(event)) {
      return;
    }
    if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      this.#send();
    }
  }

  #chosen(question) {
    this.clear();
    this.#on.say(question);
    this.focus();
  }

  #send() {
    const text = this.#input.value.trim();
    this.#completions?.close();
    if (text === "") {
      this.#tell(WORDS.compose.blank, false);
    } else if (length(text) <= LIMIT) {
      this.clear();
      this.#on.say(text);
    }
    this.focus();
  }

  #changed() {
    // Typed content decides the height; where the browser can do it by itself, CSS does.
    if (!CSS.supports("field-sizing", "content")) {
      this.#input.style.height = "auto";
      this.#input.style.height = `${this.#input.scrollHeight + 2}px`;
    }
    const count = length(this.#input.value.trim());
    if (count > LIMIT) {
      this.#tell(say(WORDS.compose.over, { count: count - LIMIT }), true);
    } else {
      this.#tell(count >= COUNT_FROM ? say(WORDS.compose.left, { count: LIMIT - count }) : "", false);
    }
  }

  #tell(words, wrong) {
    this.#count.textContent = words;
    this.#count.classList.toggle("m-error", wrong);
    this.#input.setAttribute("aria-invalid", String(wrong));
  }
}

function length(text) {
  return Array.from(text).length;
}
