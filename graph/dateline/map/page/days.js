// Days as numbers since 1970, and as words in the reader's language. The graph knows no hours.

const DAY = 86400000;
const ISO = "\\d{4}-\\d\\d-\\d\\d";
// The marks of calendar.py.
const MARK = new RegExp(`\\{(?:(w?)(${ISO})|(${ISO})/(${ISO})|(\\d{4})-(\\d\\d)|(\\d{4})|--(\\d\\d)(?:-(\\d\\d))?)\\}`, "g");

const date = (day) => new Date(day * DAY);

/** Days since 1970 of an ISO day; null for none, and for what is no day. */
export function dayNumber(iso) {
  const time = /^\d{4,6}-\d\d-\d\d$/.test(iso || "") ? Date.parse(`${iso}T00:00:00Z`) : NaN;
  return Number.isNaN(time) ? null : Math.round(time / DAY);
}

export const isoOf = (day) => date(day).toISOString().slice(0, 10);
export const yearOf = (day) => date(day).getUTCFullYear();
export const monthOf = (day) => date(day).getUTCMonth();
export const dayOfMonth = (day) => date(day).getUTCDate();

const FORMS = {
  day: { day: "numeric", month: "long", year: "numeric" },
  week: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  weekShort: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
  short: { day: "numeric", month: "short" },
  shortYear: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "long", year: "numeric" },
  monthShort: { month: "short", year: "numeric" },
  monthBare: { month: "long" },
  yearless: { day: "numeric", month: "long" },
  year: { year: "numeric" },
};

/** The words for days in one language. */
export function speaker(languages) {
  const made = new Map();
  const form = (name) => {
    if (!made.has(name)) made.set(name, new Intl.DateTimeFormat(languages, { ...FORMS[name], timeZone: "UTC" }));
    return made.get(name);
  };
  const say = (name, day) => form(name).format(date(day));
  const range = (first, last, name = "day") => (first === last ? say(name, first) : form(name).formatRange(date(first), date(last)));
  const spoken = (text) => text.replace(MARK, (mark, week, one, first, last, year, month, whole, bareMonth, bareDay) => {
    const days = [one, first, last, whole && `${whole}-01-01`, year && `${year}-${month}-01`, bareMonth && `2000-${bareMonth}-${bareDay || "01"}`];
    if (days.some((iso) => iso && dayNumber(iso) === null)) return mark;
    if (one) return say(week ? "week" : "day", dayNumber(one));
    if (first) return range(dayNumber(first), dayNumber(last));
    if (whole) return say("year", dayNumber(days[3]));
    return year ? say("month", dayNumber(days[4])) : say(bareDay ? "yearless" : "monthBare", dayNumber(days[5]));
  });
  return { say, range, spoken };
}

/** Periods that end with the last day: those shorter than the whole story, by name and number of days. */
export function presets(first, last) {
  const all = [["Last day", 1], ["Last week", 7], ["Last month", 30], ["Last year", 365], ["Last ten years", 3653]];
  return all.filter(([, days]) => days < last + 1 - first).map(([name, days]) => ({ name, from: last + 1 - days, to: last + 1 })).slice(-3);
}
