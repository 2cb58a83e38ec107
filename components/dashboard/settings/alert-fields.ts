/** What was typed into a field: its value, or what is wrong with it in words. */
export type Checked<T> = { value: T } | { wrong: string };

const MAX_HOURS = 168;
const MAX_STAGES = 6;

/** "24, 12, 4" -> hours before a ship-by time, each once, the longest first; nothing typed is none. */
export function readHours(text: string): Checked<number[]> {
  const parts = text.split(/[\s,;/]+/).filter((part) => part !== '');
  const hours = parts.map(Number);
  if (!parts.every((part) => /^\d{1,3}$/.test(part)) || hours.some((hour) => hour < 1 || hour > MAX_HOURS))
    return { wrong: `Write whole hours from 1 to ${MAX_HOURS} with commas between them, like 24, 12, 4.` };
  const value = [...new Set(hours)].sort((a, b) => b - a);
  return value.length > MAX_STAGES
    ? { wrong: `At most ${MAX_STAGES} times before each ship-by time.` }
    : { value };
}

/** A whole number within limits. */
export function readWhole(text: string, min: number, max: number): Checked<number> {
  const value = Number(text.trim());
  return /^\d{1,4}$/.test(text.trim()) && value >= min && value <= max
    ? { value }
    : { wrong: `Write a whole number from ${min} to ${max}.` };
}

/** A time of day as a browser's field gives it: "08:00". */
export function readClock(text: string): Checked<string> {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
    ? { value: text }
    : { wrong: 'Choose a whole time of day, like 08:00.' };
}

/** One end of the quiet hours; the other end must be another time. */
export function readQuietEnd(text: string, other: string): Checked<string> {
  const read = readClock(text);
  return 'value' in read && read.value === other
    ? { wrong: `Quiet hours from ${other} to ${other} have no length. Choose another time.` }
    : read;
}
