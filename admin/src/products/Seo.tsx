import { Input } from 'antd';
import { useWords } from '../app/prefs';
import { Field } from '../ui/Field';
import { fieldId } from '../ui/fieldId';
import { Card } from '../ui/parts';
import type { Draft } from './variants';
import { WordsField } from './WordsField';
import { productWords } from './words';

export function Seo({ draft, edit }: { draft: Draft; edit: (change: Partial<Draft>) => void }) {
  const say = useWords(productWords);
  return (
    <Card title={say.seo}>
      <div className="fields">
        <div className="two">
          <Field id={fieldId('seo.title.zh')} label={say.seoTitleZh} optional>
            {(wiring) => (
              <Input
                {...wiring}
                value={draft.seo.title.zh}
                onChange={(event) =>
                  edit({ seo: { ...draft.seo, title: { ...draft.seo.title, zh: event.target.value } } })
                }
              />
            )}
          </Field>
          <Field id={fieldId('seo.title.en')} label={say.seoTitleEn} optional>
            {(wiring) => (
              <Input
                {...wiring}
                value={draft.seo.title.en}
                onChange={(event) =>
                  edit({ seo: { ...draft.seo, title: { ...draft.seo.title, en: event.target.value } } })
                }
              />
            )}
          </Field>
        </div>
        <div className="two">
          <Field id={fieldId('seo.description.zh')} label={say.seoTextZh} optional>
            {(wiring) => (
              <Input.TextArea
                {...wiring}
                rows={2}
                value={draft.seo.description.zh}
                onChange={(event) =>
                  edit({
                    seo: { ...draft.seo, description: { ...draft.seo.description, zh: event.target.value } },
                  })
                }
              />
            )}
          </Field>
          <Field id={fieldId('seo.description.en')} label={say.seoTextEn} optional>
            {(wiring) => (
              <Input.TextArea
                {...wiring}
                rows={2}
                value={draft.seo.description.en}
                onChange={(event) =>
                  edit({
                    seo: { ...draft.seo, description: { ...draft.seo.description, en: event.target.value } },
                  })
                }
              />
            )}
          </Field>
        </div>
        <WordsField
          id={fieldId('seo.keywords')}
          label={say.keywords}
          hint={say.keywordsHint}
          value={draft.seo.keywords}
          onChange={(keywords) => edit({ seo: { ...draft.seo, keywords } })}
        />
      </div>
    </Card>
  );
}
