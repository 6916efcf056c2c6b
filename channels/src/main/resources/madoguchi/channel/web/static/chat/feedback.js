// Under an answer: did it help, and its text to take away.
import { button, el } from "./dom.js";
import { WORDS } from "./words_ja.js";

/** @param send (lineId, useful) → promise */
export function feedback(line, send) {
  const told = el("span", { class: "told", role: "status" });
  const votes = [
    [true, WORDS.feedback.yes],
    [false, WORDS.feedback.no],
  ].map(([useful, label]) =>
    button(label, (event) => vote(event.currentTarget, useful), { size: "small", "aria-pressed": "false" }),
  );

  async function vote(pressed, useful) {
    try {
      await send(line.id, useful);
      votes.forEach((other) => other.setAttribute("aria-pressed", String(other === pressed)));
      told.textContent = useful ? WORDS.feedback.thanks : WORDS.feedback.sorry;
    } catch {
      told.textContent = WORDS.feedback.failed;
    }
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(line.text);
      told.textContent = WORDS.copied;
    } catch {
      told.textContent = WORDS.copyFailed;
    }
  }

  return el(
    "div",
    { class: "after" },
    el("span", { class: "asked", "aria-hidden": "true" }, WORDS.feedback.ask),
    el("div", { class: "votes", role: "group", "aria-label": WORDS.feedback.ask }, ...votes),
    button(WORDS.copy, copy, { kind: "text", size: "small" }),
    told,
  );
}
