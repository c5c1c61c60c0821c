import { expect, test } from 'vitest';
import {
  addOption,
  addValue,
  blank,
  combinations,
  differences,
  removeOption,
  removeValue,
} from '../src/products/variants';

test('Every combination of values is a variant', () => {
  expect(combinations([])).toEqual([[]]);
  expect(combinations([{ values: ['a', 'b'] }, { values: ['x', 'y'] }])).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]);
});

test('A new option keeps the variants that exist', () => {
  const draft = { ...blank(), variants: blank().variants.map((one) => ({ ...one, sku: 'CUP', price: '146.00' })) };
  const next = addOption(draft);
  expect(next.variants.map((one) => [one.sku, one.options])).toEqual([['CUP', [0]]]);
});

test('A new value adds variants with the price of the first, and leaves the others alone', () => {
  const draft = addOption({
    ...blank(),
    variants: blank().variants.map((one) => ({ ...one, sku: 'CUP', price: '146.00' })),
  });
  const next = addValue(draft, 0);
  expect(next.variants.map((one) => [one.sku, one.options, one.price])).toEqual([
    ['CUP', [0], '146.00'],
    ['', [1], '146.00'],
  ]);
});

test('A removed value takes its variants along and the later ones move up', () => {
  let draft = addValue(addValue(addOption(blank()), 0), 0);
  draft = { ...draft, variants: draft.variants.map((one, at) => ({ ...one, sku: `S${at}` })) };
  const next = removeValue(draft, 0, 1);
  expect(next.variants.map((one) => [one.sku, one.options])).toEqual([
    ['S0', [0]],
    ['S2', [1]],
  ]);
});

test('A removed option keeps what had its first value', () => {
  let draft = addValue(addOption(blank()), 0);
  draft = { ...draft, variants: draft.variants.map((one, at) => ({ ...one, sku: `S${at}` })) };
  const next = removeOption(draft, 0);
  expect(next.variants.map((one) => [one.sku, one.options])).toEqual([['S0', []]]);
});

test('Differences name the place and both sides', () => {
  expect(differences({ name: { zh: '杯' }, tags: ['a'] }, { name: { zh: '盏' }, tags: ['a'] })).toEqual([
    ['name.zh', '杯', '盏'],
  ]);
  expect(differences({ a: 1 }, { a: 1 })).toEqual([]);
});
