// The page's elements. Text goes in as text, never as markup.

export const find = (id) => document.getElementById(id);

/** An element with attributes and children; strings become text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(attribute, value);
    else if (value === true) made.setAttribute(attribute, "");
    else if (value !== undefined && value !== null && value !== false) made.setAttribute(attribute, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

export const bdi = (text) => element("bdi", {}, text);
export const button = (attributes, ...children) => element("button", { type: "button", ...attributes }, ...children);

let queued = 0;
/** Tells a screen reader; only the last of several words in quick succession. */
export function say(text) {
  clearTimeout(queued);
  queued = setTimeout(() => (find("say").textContent = text), 60);
}

/** Puts a text on the clipboard, also where the page may not ask for it (in a notebook's frame). */
export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = element("textarea", { class: "unseen", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  toast(`${what} copied`);
}

let gone = 0;
function toast(text) {
  document.querySelector(".toast")?.remove();
  document.body.append(element("p", { class: "toast", "aria-hidden": "true" }, text));
  say(text);
  clearTimeout(gone);
  gone = setTimeout(() => document.querySelector(".toast")?.remove(), 1800);
}
