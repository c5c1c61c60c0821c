import { parseAmount } from '../format/money';
import type { Lang } from '../i18n/catalog';
import type { FieldError } from '../ui/ErrorBox';
import { fieldId } from '../ui/fieldId';
import { variantName } from './variantName';
import type { Draft } from './variants';
import { productWords } from './words';

/** What has to be mended before the draft can be sent, in the order of the form; empty when nothing has. */
export function checkDraft(draft: Draft, currency: string, lang: Lang): FieldError[] {
  const say = productWords[lang];
  const errors: FieldError[] = [];
  if (!draft.name.zh.trim()) errors.push({ id: fieldId('name.zh'), text: say.nameMissing });
  if (draft.slug && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(draft.slug))
    errors.push({ id: fieldId('slug'), text: say.slugBad });
  for (const [at, option] of draft.options.entries()) {
    if (!option.name.zh.trim()) errors.push({ id: fieldId(`options.${at}.name.zh`), text: say.optionMissing });
    for (const [place, value] of option.values.entries())
      if (!value.zh.trim()) errors.push({ id: fieldId(`options.${at}.values.${place}.zh`), text: say.optionMissing });
  }
  const seen = new Set<string>();
  for (const [at, variant] of draft.variants.entries()) {
    const name = variantName(draft, variant, lang) || say.single;
    const sku = variant.sku.trim();
    if (!sku) errors.push({ id: fieldId(`variants.${at}.sku`), text: say.skuMissing(name) });
    else if (seen.has(sku)) errors.push({ id: fieldId(`variants.${at}.sku`), text: say.skuDouble(sku) });
    seen.add(sku);
    const isPrice = (typed: string) => (parseAmount(typed, currency) ?? -1) >= 0;
    if (!isPrice(variant.price)) errors.push({ id: fieldId(`variants.${at}.price`), text: say.priceBad(name) });
    if (variant.compareAt.trim() && !isPrice(variant.compareAt))
      errors.push({ id: fieldId(`variants.${at}.compareAt`), text: say.priceBad(name) });
    if (variant.weight && !/^\d{1,7}$/.test(variant.weight))
      errors.push({ id: fieldId(`variants.${at}.weightGrams`), text: say.weightBad(name) });
  }
  return errors;
}
