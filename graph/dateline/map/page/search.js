// Search: words at their beginnings, whatever their accents and letter case, in names, labels and evidence.

/** A text without accents, in small letters; a space in front, so that the beginning of a word can be asked for. */
export function folded(text) {
  return ` ${text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`;
}

/** The words asked for, each with a space in front. */
export function asked(text) {
  return folded(text).split(/(?= )/).map((word) => word.trimEnd()).filter((word) => word.trim());
}

/** Whether all words begin a word of a folded text. Scripts without spaces between words are searched anywhere. */
export function found(haystack, words) {
  return words.every((word) => haystack.includes(word) || (/[^\u0000-\u052f]/.test(word) && haystack.includes(word.trim())));
}

/** The best matches of a text among named things: whole name, beginning, any word; then by weight. */
export function ranked(items, text, { most = 6, name, also = () => [], weight = () => 0 }) {
  const words = asked(text);
  if (!words.length) return [];
  const whole = words.join("");
  const scored = [];
  for (const item of items) {
    const own = folded(name(item));
    if (found(own, words)) scored.push([own === whole ? 0 : own.startsWith(whole) ? 1 : 2, item]);
    else if (also(item).some((other) => found(folded(other), words))) scored.push([3, item]);
  }
  return scored.sort((a, b) => a[0] - b[0] || weight(b[1]) - weight(a[1])).slice(0, most).map(([, item]) => item);
}
