import { Button, Input } from 'antd';
import { useLang, useWords } from '../app/prefs';
import { inLang } from '../i18n/catalog';
import { fieldId } from '../ui/fieldId';
import { Icon } from '../ui/Icon';
import { Card, useMedia } from '../ui/parts';
import { variantName } from './variantName';
import { addOption, addValue, type Draft, removeOption, removeValue, type VariantDraft } from './variants';
import { productWords } from './words';

export function VariantsEditor({
  draft,
  edit,
  errorOf,
}: {
  draft: Draft;
  edit: (change: Partial<Draft>) => void;
  errorOf: (path: string) => string | undefined;
}) {
  const say = useWords(productWords);
  const lang = useLang();
  const phone = useMedia('(max-width: 767px)');
  const setOption = (at: number, change: Partial<Draft['options'][number]>) =>
    edit({ options: draft.options.map((option, index) => (index === at ? { ...option, ...change } : option)) });
  const setVariant = (at: number, change: Partial<VariantDraft>) =>
    edit({ variants: draft.variants.map((variant, index) => (index === at ? { ...variant, ...change } : variant)) });
  const first = draft.variants[0];

  const cells = (variant: VariantDraft, at: number) => {
    const name = variantName(draft, variant, lang) || say.single;
    const cell = (
      field: 'sku' | 'price' | 'compareAt' | 'weight' | 'barcode',
      path: string,
      head: string,
      numeric: boolean,
    ) => {
      const id = fieldId(`variants.${at}.${path}`);
      const error = errorOf(`variants.${at}.${path}`);
      return (
        <>
          <input
            id={id}
            className={numeric ? 'native num-input' : 'native'}
            aria-label={`${name} ${head}`}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${id}-error` : undefined}
            inputMode={numeric ? 'decimal' : undefined}
            autoComplete="off"
            spellCheck={false}
            value={variant[field]}
            onChange={(event) => setVariant(at, { [field]: event.target.value })}
          />
          {error && (
            <span className="field-error" id={`${id}-error`}>
              {error}
            </span>
          )}
        </>
      );
    };
    return {
      name,
      sku: cell('sku', 'sku', say.sku, false),
      price: cell('price', 'price', say.price, true),
      compareAt: cell('compareAt', 'compareAt', say.compareAt, true),
      weight: cell('weight', 'weightGrams', say.weight, true),
      barcode: cell('barcode', 'barcode', say.barcode, false),
    };
  };

  return (
    <Card title={say.variantsTitle} flush>
      <div className="options">
        {draft.options.length === 0 && <p className="hint">{say.optionHint}</p>}
        {draft.options.map((option, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: options have no identity but their place.
          <fieldset key={at} className="option">
            <legend className="unseen">{inLang(option.name, lang) || say.options}</legend>
            <div className="option-name">
              <Input
                id={fieldId(`options.${at}.name.zh`)}
                aria-label={say.optionZh}
                placeholder={say.optionZh}
                value={option.name.zh}
                status={errorOf(`options.${at}.name.zh`) ? 'error' : undefined}
                onChange={(event) => setOption(at, { name: { ...option.name, zh: event.target.value } })}
              />
              <Input
                aria-label={say.optionEn}
                placeholder={say.optionEn}
                value={option.name.en}
                onChange={(event) => setOption(at, { name: { ...option.name, en: event.target.value } })}
              />
              <button
                type="button"
                className="icon-button"
                aria-label={say.removeOption}
                title={say.removeOption}
                onClick={() => edit(removeOption(draft, at))}
              >
                <Icon name="trash" size={16} />
              </button>
            </div>
            <ul className="option-values">
              {option.values.map((value, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a value is known by its place; variants refer to it so.
                <li key={place}>
                  <Input
                    id={fieldId(`options.${at}.values.${place}.zh`)}
                    aria-label={say.valueZh}
                    placeholder={say.valueZh}
                    value={value.zh}
                    status={errorOf(`options.${at}.values.${place}.zh`) ? 'error' : undefined}
                    onChange={(event) =>
                      setOption(at, {
                        values: option.values.map((one, index) =>
                          index === place ? { ...one, zh: event.target.value } : one,
                        ),
                      })
                    }
                  />
                  <Input
                    aria-label={say.valueEn}
                    placeholder={say.valueEn}
                    value={value.en}
                    onChange={(event) =>
                      setOption(at, {
                        values: option.values.map((one, index) =>
                          index === place ? { ...one, en: event.target.value } : one,
                        ),
                      })
                    }
                  />
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={`${say.remove} ${inLang(value, lang)}`}
                    disabled={option.values.length === 1}
                    onClick={() => edit(removeValue(draft, at, place))}
                  >
                    <Icon name="cross" size={14} />
                  </button>
                </li>
              ))}
            </ul>
            <button type="button" className="quiet" onClick={() => edit(addValue(draft, at))}>
              {say.addValue}
            </button>
          </fieldset>
        ))}
        {draft.options.length < 3 && (
          <Button size="small" onClick={() => edit(addOption(draft))}>
            {say.addOption}
          </Button>
        )}
      </div>
      {phone ? (
        <ul className="cards">
          {draft.variants.map((variant, at) => {
            const cell = cells(variant, at);
            return (
              <li key={variant.key} className="row-card">
                <strong>{cell.name}</strong>
                <dl>
                  {(
                    [
                      [say.sku, cell.sku],
                      [say.price, cell.price],
                      [say.compareAt, cell.compareAt],
                      [say.weight, cell.weight],
                      [say.barcode, cell.barcode],
                    ] as const
                  ).map(([head, input]) => (
                    <div key={head}>
                      <dt>{head}</dt>
                      <dd>{input}</dd>
                    </div>
                  ))}
                </dl>
              </li>
            );
          })}
        </ul>
      ) : (
        <table className="grid variants-grid">
          <thead>
            <tr>
              <th>{say.variant}</th>
              <th style={{ width: '24%' }}>{say.sku}</th>
              <th style={{ width: '14%' }}>{say.price}</th>
              <th style={{ width: '14%' }}>{say.compareAt}</th>
              <th style={{ width: '13%' }}>{say.weight}</th>
              <th style={{ width: '19%' }}>{say.barcode}</th>
            </tr>
          </thead>
          <tbody>
            {draft.variants.map((variant, at) => {
              const cell = cells(variant, at);
              return (
                <tr key={variant.key}>
                  <td>{cell.name}</td>
                  <td>{cell.sku}</td>
                  <td>{cell.price}</td>
                  <td>{cell.compareAt}</td>
                  <td>{cell.weight}</td>
                  <td>{cell.barcode}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {draft.variants.length > 1 && first && (
        <div className="card-foot">
          <button
            type="button"
            className="quiet"
            onClick={() =>
              edit({
                variants: draft.variants.map((variant) => ({ ...variant, price: first.price, weight: first.weight })),
              })
            }
          >
            {say.fillDown}
          </button>
        </div>
      )}
    </Card>
  );
}
