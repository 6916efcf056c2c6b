// Plain text of an entry or a person → paragraphs, lists, links and telephone numbers, as DOM nodes.
import { el, hidden } from "./dom.js";
import { WORDS } from "./words_ja.js";

const DASH = "[-‐‑–−ー－]";
const DIGIT = "[0-9０-９]";
const LINK = String.raw`https?:\/\/[A-Za-z0-9\-._~:\/?#\[\]@!$&'()*+,;=%]+`;
const NUMBER = `[0０]${DIGIT}{1,4}${DASH}${DIGIT}{1,4}${DASH}${DIGIT}{3,4}|0[0-9]{1,3}\\([0-9]{1,4}\\)[0-9]{3,4}`;
const SHORT = "[#＃][0-9]{4}";
// Three digits are a telephone number only where a list of hot lines names them, such as 「急な病気：119」.
const EMERGENCY = "(?:110|118|119|188|189)(?=[（、。番]|$)";
// The character before is matched, not looked back at: older telephones know no look-behind.
const FOUND = new RegExp(
  `(${LINK})|(^|[^0-9０-９#＃-])(${NUMBER}|${SHORT})(?![0-9０-９])|([：、])(${EMERGENCY})`,
  "gu",
);

/** The text in blocks: an empty line parts paragraphs, lines that begin with ・ are a list. */
export function richText(text) {
  const fragment = document.createDocumentFragment();
  let open = null;
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    const item = /^\s*[・•]\s*(.*)$/u.exec(line);
    const step = /^\s*([0-9０-９]{1,2})[.．]\s*(\D.*)$/u.exec(line);
    if (line.trim() === "") {
      open = null;
    } else if (item) {
      open = within(open, "ul", fragment);
      open.append(el("li", {}, ...inline(item[1])));
    } else if (step) {
      open = within(open, "ol", fragment);
      open.append(el("li", { value: step[1].normalize("NFKC") }, ...inline(step[2])));
    } else if (open?.localName === "p") {
      open.append(el("br"), ...inline(line));
    } else {
      open = el("p", {}, ...inline(line));
      fragment.append(open);
    }
  }
  return fragment;
}

function within(open, name, fragment) {
  if (open?.localName === name) {
    return open;
  }
  const list = el(name);
  fragment.append(list);
  return list;
}

function inline(line) {
  const nodes = [];
  let done = 0;
  for (const [whole, link, before, number, colon, emergency] of line.matchAll(FOUND)) {
    const start = line.indexOf(whole, done) + (before ?? colon ?? "").length;
    const words = link ? trimmed(link) : (number ?? emergency);
    const node = link ? linkTo(words, words) : telephoneLink(words);
    if (node) {
      nodes.push(line.slice(done, start), node);
      done = start + words.length;
    }
  }
  nodes.push(line.slice(done));
  return nodes.filter((node) => node !== "");
}

/** Without the punctuation that ends the sentence, and without a bracket that was opened before the link. */
function trimmed(link) {
  let words = link.replace(/[.,;:!?'"]+$/, "");
  while (words.endsWith(")") && words.split(")").length > words.split("(").length) {
    words = words.slice(0, -1);
  }
  return words;
}

/** A link that opens beside the chat; null when the address is none. */
export function linkTo(address, label) {
  if (!isWebAddress(address)) {
    return null;
  }
  return el(
    "a",
    { href: address, target: "_blank", rel: "noopener noreferrer" },
    label,
    hidden(WORDS.newTab),
  );
}

function isWebAddress(address) {
  try {
    return /^https?:$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
}

/** A number that is tapped to call. */
export function telephoneLink(number) {
  const digits = number.normalize("NFKC").replace(/[^0-9#]/g, "").replace("#", "%23");
  return el("a", { href: `tel:${digits}` }, number);
}
