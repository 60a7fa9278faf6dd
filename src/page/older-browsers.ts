/** What browsers of 2020 lack of the language, and the readers use. Village offices keep old computers. */

function at<T>(this: ArrayLike<T>, index: number): T | undefined {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

function findLastIndex<T>(this: readonly T[], test: (item: T, index: number, all: readonly T[]) => unknown): number {
  for (let index = this.length - 1; index >= 0; index--) {
    if (test(this[index] as T, index, this)) return index;
  }
  return -1;
}

function findLast<T>(this: readonly T[], test: (item: T, index: number, all: readonly T[]) => unknown): T | undefined {
  return this[findLastIndex.call(this as readonly unknown[], test as never)];
}

function hasOwn(object: object, key: PropertyKey): boolean {
  // Not by the name of what is lent here, which would then call itself.
  return Object.getOwnPropertyDescriptor(object, key) !== undefined;
}

function lend(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

const typedArray = Object.getPrototypeOf(Uint8Array.prototype) as object;
for (const target of [Array.prototype, String.prototype, typedArray]) lend(target, 'at', at);
lend(Array.prototype, 'findLast', findLast);
lend(Array.prototype, 'findLastIndex', findLastIndex);
lend(Object, 'hasOwn', hasOwn);
