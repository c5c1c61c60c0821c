import { useQuery } from '@tanstack/react-query';
import { useLang, useWords } from '../app/prefs';
import { inLang } from '../i18n/catalog';
import { fieldId } from '../ui/fieldId';
import { Card } from '../ui/parts';
import { loadCategories } from './categories';
import type { Draft } from './variants';
import { WordsField } from './WordsField';
import { productWords } from './words';

export function Place({ draft, edit }: { draft: Draft; edit: (change: Partial<Draft>) => void }) {
  const say = useWords(productWords);
  const lang = useLang();
  const categories = useQuery({ queryKey: ['categories', lang], queryFn: loadCategories, staleTime: 60_000 });
  const all = categories.data ?? [];
  const depth = (id: string | null): number => {
    const parent = all.find((one) => one.id === id)?.parent ?? null;
    return parent === null ? 0 : 1 + depth(parent);
  };
  return (
    <Card title={say.placeTitle}>
      <div className="fields">
        <fieldset>
          <legend>{say.category}</legend>
          {all.length === 0 && <p className="hint">{say.noCategories}</p>}
          {all.map((category) => (
            <label key={category.id} className="check-line" style={{ paddingLeft: depth(category.id) * 20 }}>
              <input
                type="checkbox"
                className="tick"
                checked={draft.categories.includes(category.id)}
                onChange={(event) =>
                  edit({
                    categories: event.target.checked
                      ? [...draft.categories, category.id]
                      : draft.categories.filter((one) => one !== category.id),
                  })
                }
              />
              {inLang(category.name, lang)}
            </label>
          ))}
        </fieldset>
        <WordsField
          id={fieldId('tags')}
          label={say.tags}
          hint={say.keywordsHint}
          value={draft.tags}
          onChange={(tags) => edit({ tags })}
        />
      </div>
    </Card>
  );
}
