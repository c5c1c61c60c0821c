import { Input } from 'antd';
import { useWords } from '../app/prefs';
import { Field } from '../ui/Field';
import { fieldId } from '../ui/fieldId';
import { Card } from '../ui/parts';
import type { Draft } from './variants';
import { productWords } from './words';

export function Basics({
  draft,
  edit,
  errorOf,
}: {
  draft: Draft;
  edit: (change: Partial<Draft>) => void;
  errorOf: (path: string) => string | undefined;
}) {
  const say = useWords(productWords);
  return (
    <Card title={say.basics}>
      <div className="fields">
        <div className="two">
          <Field id={fieldId('name.zh')} label={say.nameZh} error={errorOf('name.zh')}>
            {(wiring) => (
              <Input
                {...wiring}
                value={draft.name.zh}
                maxLength={200}
                onChange={(event) => edit({ name: { ...draft.name, zh: event.target.value } })}
              />
            )}
          </Field>
          <Field id={fieldId('name.en')} label={say.nameEn} optional error={errorOf('name.en')}>
            {(wiring) => (
              <Input
                {...wiring}
                value={draft.name.en}
                maxLength={200}
                onChange={(event) => edit({ name: { ...draft.name, en: event.target.value } })}
              />
            )}
          </Field>
        </div>
        <Field id={fieldId('slug')} label={say.slug} optional hint={say.slugHint} error={errorOf('slug')}>
          {(wiring) => (
            <Input
              {...wiring}
              value={draft.slug}
              maxLength={120}
              spellCheck={false}
              onChange={(event) => edit({ slug: event.target.value })}
            />
          )}
        </Field>
        <Field
          id={fieldId('description.zh')}
          label={say.descriptionZh}
          optional
          hint={say.html}
          error={errorOf('description.zh')}
        >
          {(wiring) => (
            <Input.TextArea
              {...wiring}
              rows={5}
              value={draft.description.zh}
              onChange={(event) => edit({ description: { ...draft.description, zh: event.target.value } })}
            />
          )}
        </Field>
        <Field id={fieldId('description.en')} label={say.descriptionEn} optional error={errorOf('description.en')}>
          {(wiring) => (
            <Input.TextArea
              {...wiring}
              rows={4}
              value={draft.description.en}
              onChange={(event) => edit({ description: { ...draft.description, en: event.target.value } })}
            />
          )}
        </Field>
      </div>
    </Card>
  );
}
