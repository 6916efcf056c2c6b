// Asks before a conversation is ended and erased.
import { button, el } from "./dom.js";
import { WORDS } from "./words_ja.js";

/** @param erase does it; its failure is told in the dialog */
export function eraseDialog(erase) {
  const words = WORDS.eraseDialog;
  const failed = el("p", { class: "m-error", role: "alert" });
  const yes = button(words.yes, confirm, { kind: "danger" });
  const dialog = el(
    "dialog",
    { class: "ask", "aria-labelledby": "erase-title", "aria-describedby": "erase-text" },
    el("h2", { id: "erase-title" }, words.title),
    el("div", { id: "erase-text" }, el("p", {}, words.text), el("p", {}, words.person)),
    failed,
    el("div", { class: "answers" }, button(words.no, () => dialog.close()), yes),
  );

  async function confirm() {
    failed.textContent = "";
    yes.disabled = true;
    try {
      await erase();
      dialog.close("erased");
    } catch {
      failed.textContent = words.failed;
    } finally {
      yes.disabled = false;
    }
  }

  return dialog;
}
