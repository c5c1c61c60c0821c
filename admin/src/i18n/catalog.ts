/**
 * Our own catalogue instead of a library: a text is a pair (zh-CN, English) that stands in one place, in the file of
 * the module that says it. A missing translation, or one that takes other arguments, does not compile; nothing is
 * looked up by a string at run time; and no 18 kB of i18n script is loaded.
 */
export type Lang = 'zh' | 'en';

// biome-ignore lint/suspicious/noExplicitAny: the arguments are checked per key by Same below.
type Speak = (...args: any[]) => string;
type Pair = readonly [zh: string, en: string] | readonly [zh: Speak, en: Speak];
type Wide<T> = T extends string ? string : T;
type Same<T extends Record<string, Pair>> = { [K in keyof T]: readonly [T[K][0], Wide<T[K][0]>] };

export type Words<T extends Record<string, Pair>> = { readonly [K in keyof T]: Wide<T[K][0]> };

export interface Catalog<T extends Record<string, Pair>> {
  readonly zh: Words<T>;
  readonly en: Words<T>;
}

/** Turns pairs into one table per language, once, when the module loads. */
export function catalog<T extends Record<string, Pair>>(pairs: T & Same<T>): Catalog<T> {
  const side = (index: 0 | 1) =>
    Object.fromEntries(Object.entries(pairs).map(([key, pair]) => [key, (pair as Pair)[index]])) as Words<T>;
  return { zh: side(0), en: side(1) };
}

/** The text of a `{zh, en}` value from the server; falls back to the other language rather than to nothing. */
export function inLang(text: { zh: string; en: string } | null | undefined, lang: Lang): string {
  if (!text) return '';
  return lang === 'zh' ? text.zh || text.en : text.en || text.zh;
}

/** A time in the middle of an English sentence: "Ship by today 18:00". */
export function inside(at: string): string {
  return at.replace(/^(Today|Yesterday|Tomorrow)/, (word) => word.toLowerCase());
}
