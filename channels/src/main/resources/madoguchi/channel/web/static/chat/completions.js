// Questions of the FAQ offered while one types: a list above the input, by ARIA's pattern of an editable combobox.
// It is never in the way: Enter sends what was typed unless an option was moved to, and nothing is looked up while a
// conversion is open.
import { el } from "./dom.js";
import { say, WORDS } from "./words_ja.js";

const LEAST = 2; // characters
const MOST = 100; // as the server has it
const SHOWN = 5;
const PAUSE_MS = 250;
const AFTER_FAILURE_MS = 30_000;

export class Completions {
  #input;
  #on;
  #options = [];
  #active = -1;
  #timer;
  #asked = 0;
  #quietUntil = 0;
  #list = el("ul", { id: "completions", role: "listbox", "aria-label": WORDS.completions.label });
  #box = el("div", { class: "completions", hidden: true }, el("p", { "aria-hidden": "true" }, WORDS.completions.label), this.#list);
  #status = el("p", { class: "m-hidden", role: "status" });

  /**
   * @param input the textarea that they complete
   * @param on {lookUp(typed) → promise of [{question}], chosen(question)}
   */
  constructor(input, on) {
    this.#input = input;
    this.#on = on;
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "completions",
    })) {
      input.setAttribute(name, value);
    }
    input.addEventListener("blur", () => this.close());
    // The input keeps the focus while the list is pressed.
    this.#box.addEventListener("mousedown", (event) => event.preventDefault());
  }

  get elements() {
    return [this.#box, this.#status];
  }

  /** What is typed has changed, and no conversion is open. */
  changed() {
    clearTimeout(this.#timer);
    const typed = this.#input.value.trim();
    const length = Array.from(typed).length;
    this.#asked += 1;
    if (length < LEAST || length > MOST || typed.includes("\n")) {
      this.close();
    } else {
      this.#timer = setTimeout(() => this.#ask(typed), PAUSE_MS);
    }
  }

  /** Nothing is offered any more, also not what is still on its way. */
  close() {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.#show([]);
  }

  /** Takes a key when it is meant for the list; true when it was. */
  key(event) {
    if (this.#options.length === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return false;
    }
    if (event.key === "Escape") {
      event.stopPropagation(); // the panel stays
      this.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      this.#move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && this.#active >= 0) {
      this.#choose(this.#options[this.#active]);
    } else {
      if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) {
        this.#activate(-1); // back in the words
      }
      return false;
    }
    event.preventDefault();
    return true;
  }

  async #ask(typed) {
    if (Date.now() < this.#quietUntil) {
      return;
    }
    const asked = this.#asked;
    try {
      const found = await this.#on.lookUp(typed);
      if (asked === this.#asked) {
        this.#show(found.slice(0, SHOWN).map(({ question }) => question));
      }
    } catch (problem) {
      this.#quietUntil = Date.now() + (problem.retryAfter * 1_000 || AFTER_FAILURE_MS);
      this.close();
    }
  }

  #show(questions) {
    const before = this.#options.length;
    this.#options = questions;
    this.#list.replaceChildren(
      ...questions.map((question, index) =>
        el(
          "li",
          { id: `completion-${index}`, role: "option", "aria-selected": "false", onclick: () => this.#choose(question) },
          question,
        ),
      ),
    );
    this.#box.hidden = questions.length === 0;
    this.#box.scrollTop = 0;
    this.#input.setAttribute("aria-expanded", String(questions.length > 0));
    this.#activate(-1);
    if (questions.length !== before) {
      this.#status.textContent = questions.length ? say(WORDS.completions.count, { count: questions.length }) : "";
    }
  }

  /** Round and round, by way of the input itself. */
  #move(step) {
    const places = this.#options.length + 1;
    this.#activate(((this.#active + 1 + step + places) % places) - 1);
  }

  #activate(index) {
    this.#list.children[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = index;
    const option = this.#list.children[index];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) {
      this.#input.setAttribute("aria-activedescendant", option.id);
    } else {
      this.#input.removeAttribute("aria-activedescendant");
    }
  }

  #choose(question) {
    this.close();
    this.#on.chosen(question);
  }
}
