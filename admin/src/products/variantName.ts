import { inLang, type Lang } from '../i18n/catalog';
import type { Draft, VariantDraft } from './variants';

export function variantName(draft: Draft, variant: VariantDraft, lang: Lang): string {
  return variant.options
    .map((place, at) => inLang(draft.options[at]?.values[place], lang))
    .filter(Boolean)
    .join(lang === 'zh' ? '，' : ', ');
}
