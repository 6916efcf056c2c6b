// The conversation on the screen: lines in their order, then what is still on its way.
import { button, el, ICONS } from "./dom.js";
import { feedback } from "./feedback.js";
import { languageOf } from "./language.js";
import { linkTo, richText } from "./richtext.js";
import { say, WORDS } from "./words_ja.js";

const TYPING_MS = 20_000;

export class Log {
  #faq;
  #on;
  #list = el("ol", { class: "log", "aria-label": WORDS.history });
  #pending = el("ol", { class: "log", "aria-label": WORDS.sending, hidden: true });
  #dots = el("p", { class: "typing", hidden: true }, el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i")), WORDS.typing);
  #typingTimer;
  #unanswered = false;
  #told = false;
  #drawn = "";

  /**
   * @param faq the address of the readable FAQ, for sources without a page of their own
   * @param on {choose(choice), feedback(id, useful), retry(), takeBack(id), left()}; left: what had the focus is gone
   */
  constructor(faq, on) {
    this.#faq = faq;
    this.#on = on;
  }

  get elements() {
    return [this.#list, this.#pending, this.#dots];
  }

  /** Draws a line where its number belongs; returns its element. */
  add(line) {
    const item = this.#line(line);
    const next = [...this.#list.children].find((other) => Number(other.dataset.id) > Number(line.id));
    this.#list.insertBefore(item, next ?? null);
    if (line.from === "bot" || line.from === "staff") {
      this.#told = false;
      this.#showTyping();
    }
    return item;
  }

  /** Draws what is on its way; returns the last of it when something changed. */
  unsent(messages) {
    const drawn = messages.map(({ clientMessageId, state }) => `${clientMessageId} ${state}`).join();
    const changed = drawn !== this.#drawn;
    if (changed) {
      // Drawn anew only when something changed: who has just reached a button here keeps it.
      const held = this.#pending.contains(this.#pending.getRootNode().activeElement);
      this.#drawn = drawn;
      this.#pending.replaceChildren(...messages.map((message) => this.#unsentLine(message)));
      this.#pending.hidden = messages.length === 0;
      if (held) {
        this.#on.left();
      }
    }
    this.#unanswered = messages.some(({ state }) => state === "sending" || state === "stored");
    this.#showTyping();
    return changed ? this.lastUnsent : null;
  }

  /** The server says that an answer is being made. */
  typing() {
    this.#told = true;
    this.#showTyping();
  }

  clear() {
    this.#list.replaceChildren();
    this.unsent([]);
    this.#told = false;
    this.#showTyping();
  }

  /** The last line that the resident said. */
  get lastOwn() {
    return [...this.#list.children].reverse().find((item) => item.dataset.from === "resident");
  }

  /** The last line that is still on its way. */
  get lastUnsent() {
    return this.#pending.lastElementChild;
  }

  #showTyping() {
    clearTimeout(this.#typingTimer);
    this.#dots.hidden = !(this.#told || this.#unanswered);
    if (this.#told) {
      this.#typingTimer = setTimeout(() => ((this.#told = false), this.#showTyping()), TYPING_MS);
    }
  }

  #line(line) {
    const answered = line.from === "bot" && line.sources?.length > 0;
    return el(
      "li",
      { class: "line", "data-from": line.from, "data-id": line.id },
      el("p", { class: "who" }, WORDS.from[line.from] ?? "", line.at ? el("time", { datetime: line.at }, time(line.at)) : null),
      el(
        "div",
        { class: "bubble" },
        el("div", { class: "text", lang: languageOf(line) }, richText(line.text)),
        line.sources?.length ? this.#sources(line.sources) : null,
      ),
      line.choices?.length ? this.#choices(line.choices) : null,
      answered ? feedback(line, this.#on.feedback) : null,
    );
  }

  #sources(sources) {
    const links = sources.map(({ faqId, title, url }) => {
      const page = `${this.#faq}/${encodeURIComponent(faqId)}`;
      return el("li", {}, (url && linkTo(url, title)) || linkTo(page, title));
    });
    return el("div", { class: "sources" }, el("p", {}, WORDS.sources), el("ul", {}, ...links));
  }

  #choices(choices) {
    const buttons = choices.map((choice) =>
      button(choice.label, () => this.#on.choose(choice), {
        class: "m-button choice",
        icon: choice.value === "handoff" ? ICONS.person : undefined,
      }),
    );
    return el("div", { class: "choices", role: "group", "aria-label": WORDS.choices }, ...buttons);
  }

  #unsentLine({ clientMessageId, label, state }) {
    const waiting = state === "waiting";
    return el(
      "li",
      { class: "line", "data-from": "resident", "data-state": state },
      el("p", { class: "who" }, WORDS.from.resident),
      el("div", { class: "bubble" }, el("div", { class: "text", lang: languageOf({ from: "resident", text: label }) }, richText(label))),
      el(
        "p",
        { class: "fate" },
        waiting ? WORDS.waiting : state === "stored" ? WORDS.delivered : WORDS.sending,
        waiting ? button(WORDS.again, () => this.#on.retry(), { kind: "text", size: "small" }) : null,
        waiting ? button(WORDS.cancel, () => this.#on.takeBack(clientMessageId), { kind: "text", size: "small" }) : null,
      ),
    );
  }
}

/** What a screen reader says of a new line. */
export function spoken(line) {
  const choices = line.choices?.length ? ` ${say(WORDS.choicesCount, { count: line.choices.length })}` : "";
  return el("p", {}, `${WORDS.from[line.from] ?? ""}：`, el("span", { lang: languageOf(line) }, line.text), choices);
}

const CLOCK = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Tokyo", hour: "numeric", minute: "2-digit" });

function time(at) {
  const [hour, minute] = CLOCK.format(new Date(at)).split(":");
  return `${Number(hour)}時${minute}分`;
}
