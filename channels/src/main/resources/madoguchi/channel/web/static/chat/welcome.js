// The first view: what this can and cannot do, what not to type, and first questions to press.
import { button, el, icon, ICONS } from "./dom.js";
import { linkTo, telephoneLink } from "./richtext.js";
import { say, WORDS } from "./words_ja.js";

/**
 * @param faq {address, newTab}: where the FAQ is read, and whether beside the page that the chat stands in
 * @param level of the heading on that page
 */
export function welcome(town, faq, level, onask) {
  const words = WORDS.welcome;
  const heading = (text, deeper = 0) => el(`h${level + deeper}`, {}, text);
  const read = (address, label) => (faq.newTab ? linkTo(address, label) : el("a", { href: address }, label));
  const list = (items) => el("ul", {}, ...items.map((item) => el("li", {}, item)));
  return el(
    "section",
    { class: "welcome" },
    heading(town.greeting ?? words.heading),
    el(
      "div",
      { class: "abilities" },
      el("div", {}, heading(words.can, 1), list(words.canList)),
      el("div", {}, heading(words.cannot, 1), list(words.cannotList)),
    ),
    el(
      "p",
      { class: "care" },
      icon(ICONS.warning),
      el("span", {}, el("strong", {}, words.careTitle), "：", words.care),
    ),
    town.firstQuestions?.length
      ? el(
          "div",
          { class: "first" },
          heading(words.questions, 1),
          el(
            "ul",
            { class: "choices" },
            ...town.firstQuestions.map((question) =>
              el("li", {}, button(question, () => onask(question), { class: "m-button choice" })),
            ),
          ),
        )
      : null,
    town.categories?.length
      ? el(
          "nav",
          { class: "first", "aria-label": words.categories },
          heading(words.categories, 1),
          el("ul", { class: "fields" }, ...town.categories.map((category) => el("li", {}, read(categoryPage(faq, category), category)))),
        )
      : null,
    el("p", { class: "elsewhere" }, read(faq.address, words.faq)),
    town.telephone ? el("p", { class: "elsewhere" }, ...telephone(town)) : null,
  );
}

function categoryPage(faq, category) {
  return `${faq.address}?category=${encodeURIComponent(category)}`;
}

function telephone(town) {
  const [before, after] = say(WORDS.welcome.telephone, { hours: town.hours }).split("{telephone}");
  return [before, telephoneLink(town.telephone), " ", el("span", { class: "whole" }, after.trim())];
}
