// Builds elements. Text is only ever set as text, so that nothing a resident or an entry says becomes HTML.
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      element.addEventListener(key.slice(2), value);
    } else if (value === true) {
      element.setAttribute(key, "");
    } else if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A button; kind is solid, outline or text. */
export function button(label, onclick, { kind = "outline", size, icon: path, ...rest } = {}) {
  return el(
    "button",
    { type: "button", class: "m-button", "data-kind": kind, "data-size": size, onclick, ...rest },
    path ? icon(path) : null,
    label,
  );
}

const SVG = "http://www.w3.org/2000/svg";

export const ICONS = {
  chat: "M4 4h16a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-9l-5 4v-4H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Zm3 5v2h10V9H7Zm0 4h7v-1.5H7Z",
  close: "m6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4Z",
  send: "M3 4.5 21.5 12 3 19.5v-6l8-1.5-8-1.5Z",
  person: "M12 12a4.25 4.25 0 1 1 0-8.5 4.25 4.25 0 0 1 0 8.5Zm-8 8.5c0-4 3.6-6.5 8-6.5s8 2.5 8 6.5Z",
  warning: "M12 2.5 23 21.5H1Zm-1 7v6h2v-6Zm0 7.5v2h2v-2Z",
  yes: "m9.5 18.5-6-6L5 11l4.5 4.5L19 6l1.5 1.5Z",
  down: "m12 16.5-7-7L6.4 8l5.6 5.6L17.6 8 19 9.5Z",
};

/** A picture beside words; it says nothing of its own. */
export function icon(path) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({
    viewBox: "0 0 24 24", width: "20", height: "20", fill: "currentColor", "aria-hidden": "true", focusable: "false",
  })) {
    svg.setAttribute(key, value);
  }
  const shape = document.createElementNS(SVG, "path");
  shape.setAttribute("d", path);
  shape.setAttribute("fill-rule", "evenodd");
  svg.append(shape);
  return svg;
}

/** Words for screen readers only. */
export function hidden(text) {
  return el("span", { class: "m-hidden" }, text);
}

/** A picture of another site, drawn, so that the site it stands on need not allow it; it says nothing of its own. */
export function picture(address, size) {
  const canvas = el("canvas", { class: "picture", width: size * 2, height: size * 2, "aria-hidden": "true", hidden: true });
  fetch(address)
    .then((response) => (response.ok ? response.blob() : Promise.reject(response.status)))
    .then((png) => createImageBitmap(png))
    .then((bitmap) => {
      const scale = (size * 2) / Math.max(bitmap.width, bitmap.height);
      const [width, height] = [bitmap.width * scale, bitmap.height * scale];
      canvas.getContext("2d").drawImage(bitmap, size - width / 2, size - height / 2, width, height);
      canvas.hidden = false;
    })
    .catch(() => canvas.remove()); // the name beside it says all
  return canvas;
}
