const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const DAY_MS = 86_400_000;

function day(date) {
  return `${MONTHS[date.getMonth()]} ${date.getDate()}`;
}

/** "Mar 17, 2026 11:15AM" in the browser's zone; `gap` stands before AM or PM. */
export function dateTime(seconds, gap = '') {
  const date = new Date(Number(seconds) * 1000);
  const hours = date.getHours();
  const minutes = String(date.getMinutes()).padStart(2, '0');
  const clock = `${hours % 12 || 12}:${minutes}${gap}${hours < 12 ? 'AM' : 'PM'}`;
  return `${day(date)}, ${date.getFullYear()} ${clock}`;
}

function relativeDay(seconds) {
  const date = new Date(Number(seconds) * 1000);
  const midnight = (at) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
  const days = Math.round((midnight(date) - midnight(new Date())) / DAY_MS);
  return { 0: 'today', 1: 'tomorrow' }[days] ?? day(date);
}

function left(seconds) {
  const hours = Math.floor(Number(seconds) / 3600);
  return hours > 0 ? `${hours}h` : `${Math.ceil(Number(seconds) / 60)}m`;
}

/** What stands in the placeholders: all of it is written as the first entry's type asks. */
function valuesOf(list, isList) {
  const type = list[0]?.type;
  const data = list.map((entry) => entry.data);
  if (type === 2) return data.map((at) => (isList ? day(new Date(Number(at) * 1000)) : dateTime(at)));
  if (type === 3) return data.map(left);
  if (type === 4) return [data.map(relativeDay).join('-')];
  return data.map(String);
}

/** The pieces of a filled template, in order; those that came from its data say so. */
export function pieces({ template = '', data_list = [] } = {}, isList = false) {
  const values = valuesOf(data_list ?? [], isList);
  let next = 0;
  return template.split(/({{[_a-zA-Z0-9 ]+}})/).flatMap((text) => {
    if (text === '') return [];
    if (!/^{{.*}}$/.test(text)) return [{ text, isData: false, isCopy: false }];
    const index = next;
    next += 1;
    const value = values[index];
    return [{ text: value ?? text, isData: value !== undefined, isCopy: data_list[index]?.type === 7 }];
  });
}

/** A filled template as one text. */
export function fill(value, isList = false) {
  return pieces(value, isList)
    .map(({ text }) => text)
    .join('');
}
