import { afterEach, expect } from 'vitest';

const shapeOf = (owner: object): string =>
  Reflect.ownKeys(owner)
    .map((key) => `${String(key)}:${typeof Object.getOwnPropertyDescriptor(owner, key)?.value}`)
    .sort()
    .join();

const before = [Object.prototype, Array.prototype, Function.prototype].map(shapeOf);

/** After each test of the file: nothing has reached a prototype. */
export function watchPrototypes(): void {
  afterEach(() => {
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect([Object.prototype, Array.prototype, Function.prototype].map(shapeOf)).toEqual(before);
  });
}
