import type { Both, Product, ProductBody, ProductVariant } from '../api/types';
import { decimal, parseAmount } from '../format/money';

/** A variant while it is being typed: numbers are texts, so that nothing typed is lost or rounded. */
export interface VariantDraft {
  key: string;
  sku: string;
  barcode: string;
  options: number[];
  price: string;
  compareAt: string;
  weight: string;
  image: string | null;
}

export interface Draft extends Omit<ProductBody, 'variants'> {
  variants: VariantDraft[];
}

let last = 0;
const freshKey = () => `v${++last}`;

export function blank(): Draft {
  return {
    slug: '',
    name: { zh: '', en: '' },
    description: { zh: '', en: '' },
    seo: { title: { zh: '', en: '' }, description: { zh: '', en: '' }, keywords: [] },
    categories: [],
    tags: [],
    options: [],
    variants: [emptyVariant([])],
    images: [],
  };
}

function emptyVariant(options: number[], like?: VariantDraft): VariantDraft {
  return {
    key: freshKey(),
    sku: '',
    barcode: '',
    options,
    price: like?.price ?? '',
    compareAt: like?.compareAt ?? '',
    weight: like?.weight ?? '',
    image: null,
  };
}

export function toDraft(product: Product): Draft {
  const { slug, name, description, seo, categories, tags, options, images } = product;
  return {
    slug,
    name,
    description,
    seo,
    categories,
    tags,
    options,
    images,
    variants: product.variants.map((variant) => ({
      key: variant.sku,
      sku: variant.sku,
      barcode: variant.barcode ?? '',
      options: variant.options,
      price: decimal(variant.price.amount, variant.price.currency),
      compareAt: variant.compareAt ? decimal(variant.compareAt.amount, variant.compareAt.currency) : '',
      weight: String(variant.weightGrams),
      image: variant.image,
    })),
  };
}

/** The body to send; only for a draft that was checked. */
export function toBody(draft: Draft, currency: string): ProductBody {
  const variants: ProductVariant[] = draft.variants.map((variant) => ({
    sku: variant.sku.trim(),
    barcode: variant.barcode.trim() || null,
    options: variant.options,
    price: { amount: parseAmount(variant.price, currency) ?? 0, currency },
    compareAt: variant.compareAt.trim() ? { amount: parseAmount(variant.compareAt, currency) ?? 0, currency } : null,
    weightGrams: Number(variant.weight || '0'),
    image: variant.image,
  }));
  return { ...draft, variants };
}

/** Every combination of values, in the order of the options: [[0,0],[0,1],[1,0],…]; one empty one without options. */
export function combinations(options: readonly { values: readonly unknown[] }[]): number[][] {
  return options.reduce<number[][]>(
    (lists, option) => lists.flatMap((list) => option.values.map((_, index) => [...list, index])),
    [[]],
  );
}

/** Keeps the variants that still have a combination, adds one for each combination that has none. */
export function fill(options: Draft['options'], variants: readonly VariantDraft[]): VariantDraft[] {
  const byCombination = new Map(variants.map((variant) => [variant.options.join(), variant]));
  return combinations(options.filter((option) => option.values.length > 0)).map(
    (combination) => byCombination.get(combination.join()) ?? emptyVariant(combination, variants[0]),
  );
}

const nameless: Both = { zh: '', en: '' };

export function addOption(draft: Draft): Draft {
  const options = [...draft.options, { name: { ...nameless }, values: [{ ...nameless }] }];
  const variants = draft.variants.map((variant) => ({ ...variant, options: [...variant.options, 0] }));
  return { ...draft, options, variants: fill(options, variants) };
}

/** What had the first value stays, now without that option; the rest goes. */
export function removeOption(draft: Draft, at: number): Draft {
  const options = draft.options.filter((_, index) => index !== at);
  const variants = draft.variants
    .filter((variant) => variant.options[at] === 0)
    .map((variant) => ({ ...variant, options: variant.options.filter((_, index) => index !== at) }));
  return { ...draft, options, variants: fill(options, variants) };
}

export function addValue(draft: Draft, at: number): Draft {
  const options = draft.options.map((option, index) =>
    index === at ? { ...option, values: [...option.values, { ...nameless }] } : option,
  );
  return { ...draft, options, variants: fill(options, draft.variants) };
}

export function removeValue(draft: Draft, at: number, value: number): Draft {
  const options = draft.options.map((option, index) =>
    index === at ? { ...option, values: option.values.filter((_, place) => place !== value) } : option,
  );
  const variants = draft.variants
    .filter((variant) => variant.options[at] !== value)
    .map((variant) => ({
      ...variant,
      options: variant.options.map((place, index) => (index === at && place > value ? place - 1 : place)),
    }));
  return { ...draft, options, variants: fill(options, variants) };
}

/** Which leaves differ between two versions, as path, mine, theirs. */
export function differences(mine: unknown, theirs: unknown, path = ''): [string, string, string][] {
  if (JSON.stringify(mine) === JSON.stringify(theirs)) return [];
  const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  if (isTree(mine) && isTree(theirs)) {
    const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
    return keys.flatMap((key) => differences(mine[key], theirs[key], path ? `${path}.${key}` : key));
  }
  const text = (value: unknown) =>
    value === undefined || value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
  return [[path, text(mine), text(theirs)]];
}
