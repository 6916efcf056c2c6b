// The chat as one whole: first view, conversation, notices, the place to type, and what is always in reach.
import { Composer } from "./composer.js";
import { button, el, ICONS } from "./dom.js";
import { eraseDialog } from "./erase.js";
import { Log, spoken } from "./log.js";
import { richText } from "./richtext.js";
import { welcome } from "./welcome.js";
import { say, WORDS } from "./words_ja.js";

const SPOKEN_KEPT = 3;

export class View {
  #town;
  #actions;
  #log;
  #composer;
  #dialog;
  #inner;
  #state = el("div", { class: "state", role: "status" });
  #trouble = el("div", { class: "trouble", role: "alert" });
  #speech = el("div", { class: "m-hidden", "aria-live": "polite" });
  #foot;

  /**
   * @param town {name, telephone, hours, greeting, firstQuestions, completions}
   * @param actions {say, choose, askForPerson, retry, takeBack, feedback, erase, complete}
   */
  constructor(town, faq, level, actions) {
    this.#town = town;
    this.#actions = actions;
    this.#log = new Log(faq.address, { ...actions, left: () => this.#composer.focus() });
    this.#composer = new Composer({
      say: (text) => actions.say(text),
      lookUp: town.completions && ((typed) => actions.complete(typed)),
    });
    this.#dialog = eraseDialog(() => actions.erase());
    this.#dialog.addEventListener("close", () => this.#dialogClosed());
    this.#foot = el(
      "div",
      { class: "foot" },
      this.#state,
      this.#trouble,
      this.#composer.element,
      el(
        "div",
        { class: "tools", role: "group", "aria-label": WORDS.compose.tools },
        button(WORDS.compose.person, () => this.#askForPerson(), { size: "small", icon: ICONS.person }),
        button(WORDS.compose.erase, () => this.#dialog.showModal(), { kind: "text", size: "small" }),
      ),
    );
    this.#inner = el(
      "div",
      { class: "chat" },
      el("div", { class: "said" }, welcome(town, faq, level, (question) => this.#say(question)), ...this.#log.elements),
      this.#foot,
      this.#speech,
      this.#dialog,
    );
    new ResizeObserver(([entry]) => {
      this.#inner.style.setProperty("--foot", `${Math.ceil(entry.borderBoxSize[0].blockSize)}px`);
      this.#log.lastUnsent?.scrollIntoView({ block: "nearest" }); // what grew may have covered it
    }).observe(this.#foot);
  }

  get element() {
    return this.#inner;
  }

  focus() {
    this.#composer.focus();
  }

  line(line, { announce }) {
    const item = this.#log.add(line);
    if (!announce) {
      item.scrollIntoView({ block: "end" });
    } else if (line.from !== "resident") {
      this.#speak(spoken(line));
      this.#bringIntoView(item);
    }
  }

  unsent(messages) {
    const last = this.#log.unsent(messages);
    last?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }

  typing() {
    this.#log.typing();
  }

  state({ state, place, estimateMinutes }) {
    const words = [
      WORDS.state[state],
      place ? say(WORDS.state.place, { place }) : null,
      estimateMinutes ? say(WORDS.state.estimate, { minutes: estimateMinutes }) : null,
    ];
    this.#state.textContent = words.filter(Boolean).join(" ");
  }

  /** What is wrong and what to do, with the office's telephone; null: all is well again. */
  trouble(sentence) {
    if (sentence === null) {
      this.#trouble.replaceChildren();
    } else if (this.#trouble.dataset.sentence !== sentence || !this.#trouble.hasChildNodes()) {
      this.#trouble.dataset.sentence = sentence;
      const call = this.#town.telephone && !sentence.includes(this.#town.telephone)
        ? `\n${say(WORDS.trouble.telephone, this.#town)}` : "";
      this.#trouble.replaceChildren(richText(sentence + call));
    }
  }

  /** The line to the server stands: only what spoke of the line is taken away. */
  connected() {
    const { network, line, offline, broken } = WORDS.trouble;
    if ([network, line, offline, broken].includes(this.#trouble.dataset.sentence)) {
      this.trouble(null);
    }
  }

  notice(sentence) {
    this.#state.textContent = sentence;
  }

  giveBack(text) {
    if (text) {
      this.#composer.giveBack(text);
    }
  }

  clear() {
    this.#log.clear();
    this.#state.textContent = "";
    this.#speech.replaceChildren();
    this.trouble(null);
  }

  #say(question) {
    this.#actions.say(question);
  }

  #askForPerson() {
    this.#actions.askForPerson();
  }

  #dialogClosed() {
    if (this.#dialog.returnValue === "erased") {
      this.#dialog.returnValue = "";
      this.#composer.clear();
      this.notice(WORDS.eraseDialog.done);
      this.#inner.querySelector(".welcome").scrollIntoView();
      this.#composer.focus();
    }
  }

  /** A long answer is read from its question on; a short one stands at the end. */
  #bringIntoView(item) {
    const question = this.#log.lastOwn ?? item;
    const height = item.getBoundingClientRect().bottom - question.getBoundingClientRect().top;
    const room = (this.#inner.closest("dialog")?.clientHeight ?? window.innerHeight) - this.#foot.clientHeight - 80;
    const [target, block] = height > room ? [question, "start"] : [item, "end"];
    target.scrollIntoView({ block, behavior: "smooth" });
  }

  #speak(words) {
    this.#speech.append(words);
    while (this.#speech.childElementCount > SPOKEN_KEPT) {
      this.#speech.firstElementChild.remove();
    }
  }
}
