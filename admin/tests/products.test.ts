import { expect, test } from 'vitest';
import { checkDraft } from '../src/products/checkDraft';
import {
  addOption,
  addValue,
  blank,
  combinations,
  type Draft,
  differences,
  removeOption,
  removeValue,
  type VariantDraft,
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

const variant = (change: Partial<VariantDraft> = {}): VariantDraft => ({
  key: 'v',
  sku: 'CUP',
  barcode: '',
  options: [],
  price: '146.00',
  compareAt: '',
  weight: '',
  image: null,
  ...change,
});
const cup = (change: Partial<Draft> = {}): Draft => ({
  ...blank(),
  name: { zh: '杯', en: '' },
  variants: [variant()],
  ...change,
});
const check = (change: Partial<Draft>) => checkDraft(cup(change), 'CNY', 'zh');

test('A draft with a name, a SKU and a price can be sent; the rest is optional', () => {
  expect(check({})).toEqual([]);
  expect(
    check({ slug: 'celadon-cup-2', variants: [variant({ price: '0', compareAt: '¥1,680', weight: '320' })] }),
  ).toEqual([]);
});

test('The Chinese name may not be missing; the English one may not stand in for it', () => {
  const missing = [{ id: 'f-name-zh', text: '还没有中文名' }];
  expect(check({ name: { zh: ' ', en: '' } })).toEqual(missing);
  expect(check({ name: { zh: '', en: 'Cup' } })).toEqual(missing);
});

test('An address name holds lower case letters, digits and single hyphens between them', () => {
  for (const slug of ['Cup', 'celadon cup', '青瓷', '-cup', 'cup-', 'a--b'])
    expect(check({ slug })).toEqual([{ id: 'f-slug', text: '网址名只能有小写字母、数字和短横' }]);
});

test('An option and each of its values need a Chinese name', () => {
  const options = [
    {
      name: { zh: '', en: 'Color' },
      values: [
        { zh: '青', en: '' },
        { zh: ' ', en: 'White' },
      ],
    },
  ];
  const variants = [variant({ options: [0] }), variant({ sku: 'CUP-2', options: [1] })];
  expect(check({ options, variants })).toEqual([
    { id: 'f-options-0-name-zh', text: '规格项和取值都要有中文' },
    { id: 'f-options-0-values-1-zh', text: '规格项和取值都要有中文' },
  ]);
});

test('A SKU may neither be missing nor stand twice', () => {
  expect(check({ variants: [variant({ sku: ' ' })] })).toEqual([{ id: 'f-variants-0-sku', text: '单一规格还没有SKU' }]);
  expect(check({ variants: [variant(), variant({ sku: ' CUP ' })] })).toEqual([
    { id: 'f-variants-1-sku', text: 'SKU CUP用了两次' },
  ]);
});

test('SKUs that are missing twice are two missing SKUs, not a double one', () => {
  expect(check({ variants: [variant({ sku: '' }), variant({ sku: '' })] })).toEqual([
    { id: 'f-variants-0-sku', text: '单一规格还没有SKU' },
    { id: 'f-variants-1-sku', text: '单一规格还没有SKU' },
  ]);
});

test('A price is an amount of the currency, and not below zero', () => {
  for (const price of ['', 'abc', '1.234', '-1'])
    expect(check({ variants: [variant({ price })] })).toEqual([
      { id: 'f-variants-0-price', text: '单一规格的价格看不懂，写成146或146.00' },
    ]);
  expect(checkDraft(cup(), 'JPY', 'zh').map((error) => error.id)).toEqual(['f-variants-0-price']);
});

test('A compare-at price is an amount where there is one', () => {
  expect(check({ variants: [variant({ compareAt: 'abc' })] })).toEqual([
    { id: 'f-variants-0-compareAt', text: '单一规格的价格看不懂，写成146或146.00' },
  ]);
  expect(check({ variants: [variant({ compareAt: '-1' })] }).map((error) => error.id)).toEqual([
    'f-variants-0-compareAt',
  ]);
  expect(check({ variants: [variant({ compareAt: ' ' })] })).toEqual([]);
});

test('A weight is whole grams, at most seven digits', () => {
  for (const weight of ['1.5', '-1', '12345678', '一斤'])
    expect(check({ variants: [variant({ weight })] })).toEqual([
      { id: 'f-variants-0-weightGrams', text: '单一规格的重量要是整数克' },
    ]);
});

test('An error names the variant by its values, in the language of the person', () => {
  const options = [{ name: { zh: '颜色', en: 'Color' }, values: [{ zh: '青', en: 'Celadon' }] }];
  const draft = cup({ options, variants: [variant({ options: [0], sku: '' })] });
  expect(checkDraft(draft, 'CNY', 'zh')).toEqual([{ id: 'f-variants-0-sku', text: '青还没有SKU' }]);
  expect(checkDraft(draft, 'CNY', 'en')).toEqual([{ id: 'f-variants-0-sku', text: 'Celadon has no SKU' }]);
});

test('Several errors come in the order of the form', () => {
  const variants = [variant({ sku: '', price: '', compareAt: 'x', weight: 'x' })];
  expect(check({ name: { zh: '', en: '' }, slug: 'X', variants }).map((error) => error.id)).toEqual([
    'f-name-zh',
    'f-slug',
    'f-variants-0-sku',
    'f-variants-0-price',
    'f-variants-0-compareAt',
    'f-variants-0-weightGrams',
  ]);
});
