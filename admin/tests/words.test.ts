import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalog, inLang } from '../src/i18n/catalog';

test('A catalogue gives each language its own words', () => {
  const words = catalog({
    ship: ['发货', 'Ship'],
    left: [(count: number) => `剩${count}`, (count: number) => `${count} left`],
  });
  expect(words.zh.ship).toBe('发货');
  expect(words.en.left(2)).toBe('2 left');
});

test('A missing or different translation does not compile', () => {
  // @ts-expect-error the English is missing
  catalog({ ship: ['发货'] });
  // @ts-expect-error one side takes an argument of another type
  catalog({ left: [(count: number) => `剩${count}`, (name: string) => name] });
});

test('A text from the server falls back to the other language', () => {
  expect(inLang({ zh: '杯', en: '' }, 'en')).toBe('杯');
  expect(inLang(null, 'zh')).toBe('');
});

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** Every pair in the word files, as written. */
const files = sources('src').filter((file) => /words\.ts$/.test(file));

test('Texts type no space between Han and Latin, shout never, and never say 请输入', () => {
  const wrong: string[] = [];
  for (const file of files) {
    for (const [at, line] of readFileSync(file, 'utf8').split('\n').entries()) {
      if (/\p{Script=Han} [A-Za-z0-9$]|[A-Za-z0-9}] \p{Script=Han}/u.test(line.replace(/\/\*.*|\/\/.*/, '')))
        wrong.push(`${file}:${at + 1} ${line.trim()}`);
      if (/！|请输入|[a-z]!['`]/.test(line)) wrong.push(`${file}:${at + 1} ${line.trim()}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('No English side holds Han, except the names of languages and carriers', () => {
  const wrong: string[] = [];
  for (const file of files)
    for (const match of readFileSync(file, 'utf8').matchAll(/\[\s*'([^']*)',\s*'([^']*)',?\s*\]/g))
      if (/\p{Script=Han}/u.test(match[2] ?? '')) wrong.push(`${file} ${match[2]}`);
  expect(wrong).toEqual([]);
});
