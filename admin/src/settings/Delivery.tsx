import { Button, Input } from 'antd';
import { useState } from 'react';
import { client, take } from '../api/client';
import type { Both, DeliveryMethod, DeliverySettings, Money } from '../api/types';
import { keyed } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { decimal, money, parseAmount } from '../format/money';
import { inLang } from '../i18n/catalog';
import { useSession } from '../session/session';
import { ErrorBox, type FieldError } from '../ui/ErrorBox';
import { Field } from '../ui/Field';
import { named } from '../ui/named';
import { Card, Failure, Slow } from '../ui/parts';
import { SaveBar } from './SaveBar';
import { useSettings } from './useSettings';
import { settingWords } from './words';

export default function Delivery() {
  const say = useWords(settingWords);
  const lang = useLang();
  const { can } = useSession();
  const [open, setOpen] = useState<string | null>(null);
  const [bad, setBad] = useState<Readonly<Record<string, boolean>>>({});
  const [round, setRound] = useState(0);
  const form = useSettings<DeliverySettings>(
    'delivery',
    () => take(client.GET('/api/admin/settings/delivery')),
    (body, key) => take(client.PUT('/api/admin/settings/delivery', { params: { header: keyed(key) }, body })),
  );
  const { draft, setDraft } = form;
  if (!draft)
    return form.query.error ? (
      <Failure error={form.query.error} retry={() => void form.query.refetch()} />
    ) : (
      <Slow rows={4} />
    );
  const writable = can('settings.write');
  const set = (code: string, change: Partial<DeliveryMethod>) =>
    setDraft({ ...draft, methods: draft.methods.map((one) => (one.code === code ? { ...one, ...change } : one)) });

  const errors: FieldError[] = draft.methods.flatMap((method) => {
    const name = inLang(method.name, lang) || method.code;
    const found: FieldError[] = [];
    if (!method.name.zh.trim()) found.push({ id: `d-${method.code}-zh`, text: say.nameMissing });
    if (bad[`${method.code} price`]) found.push({ id: `d-${method.code}-price`, text: say.priceBad(name) });
    if (bad[`${method.code} free`]) found.push({ id: `d-${method.code}-free`, text: say.priceBad(name) });
    if (method.daysMin > method.daysMax) found.push({ id: `d-${method.code}-min`, text: say.daysBad(name) });
    return found;
  });
  const save = () => {
    setRound((old) => old + 1);
    const first = errors[0];
    if (first) setOpen(first.id.split('-').slice(1, -1).join('-'));
    else form.save.mutate(draft);
  };
  return (
    <>
      <Failure error={form.save.error} focus />
      <ErrorBox errors={round > 0 ? errors : []} round={round} />
      <Card title={say.delivery} aside={say.deliveryNote} flush>
        <ul className="methods">
          {draft.methods.map((method) => {
            const name = inLang(method.name, lang);
            const isOpen = open === method.code;
            return (
              <li key={method.code} className="method-wide">
                <div className="method-head">
                  <label className="tick-target">
                    <input
                      type="checkbox"
                      className="tick"
                      aria-label={`${say.enabled} ${name}`}
                      disabled={!writable}
                      checked={method.enabled}
                      onChange={(event) => set(method.code, { enabled: event.target.checked })}
                    />
                  </label>
                  <span className="cell-two grow">
                    <span>
                      <strong>{name}</strong>{' '}
                      {named(say, `kind_${method.kind}`) !== name && (
                        <span className="pill" data-state="plain">
                          {named(say, `kind_${method.kind}`)}
                        </span>
                      )}
                      {!method.enabled && <span className="soft"> {say.disabled}</span>}
                    </span>
                    <span className="small">
                      {say.summary(
                        money(method.price),
                        method.freeFrom ? money(method.freeFrom) : '',
                        method.daysMin,
                        method.daysMax,
                      )}
                    </span>
                    <span className="small">
                      {inLang(method.pros, lang)}
                      {inLang(method.cons, lang) &&
                        (lang === 'zh' ? `；${inLang(method.cons, lang)}` : `; ${inLang(method.cons, lang)}`)}
                    </span>
                  </span>
                  <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(isOpen ? null : method.code)}>
                    {isOpen ? say.done : say.edit}
                  </Button>
                </div>
                {isOpen && (
                  <fieldset className="fields method-form" disabled={!writable}>
                    <MethodForm
                      method={method}
                      set={(change) => set(method.code, change)}
                      mark={(field, isBad) => setBad((old) => ({ ...old, [`${method.code} ${field}`]: isBad }))}
                      isBad={(field) => bad[`${method.code} ${field}`] ?? false}
                    />
                  </fieldset>
                )}
              </li>
            );
          })}
        </ul>
      </Card>
      <SaveBar dirty={form.dirty} saving={form.save.isPending} save={save} discard={form.discard} />
    </>
  );
}

const pickupFields = [
  ['address', 'zh'],
  ['address', 'en'],
  ['hours', 'zh'],
  ['hours', 'en'],
] as const;

function MethodForm({
  method,
  set,
  mark,
  isBad,
}: {
  method: DeliveryMethod;
  set: (change: Partial<DeliveryMethod>) => void;
  mark: (field: string, isBad: boolean) => void;
  isBad: (field: string) => boolean;
}) {
  const say = useWords(settingWords);
  const id = (name: string) => `d-${method.code}-${name}`;
  const pickupLabels = {
    address_zh: say.pickupAddress,
    address_en: say.pickupAddressEn,
    hours_zh: say.pickupHours,
    hours_en: say.pickupHoursEn,
  };
  const both = (field: 'name' | 'pros' | 'cons', zh: string, en: string) => (
    <div className="two">
      {(['zh', 'en'] as const).map((lang) => (
        <Field
          key={lang}
          id={lang === 'zh' && field === 'name' ? id('zh') : id(`${field}${lang}`)}
          label={lang === 'zh' ? zh : en}
          optional={field !== 'name'}
        >
          {(wiring) => (
            <Input
              {...wiring}
              value={method[field][lang]}
              onChange={(event) => set({ [field]: { ...method[field], [lang]: event.target.value } as Both })}
            />
          )}
        </Field>
      ))}
    </div>
  );
  const whole = (field: 'daysMin' | 'daysMax', name: string, label: string) => (
    <Field id={id(name)} label={label}>
      {(wiring) => (
        <Input
          {...wiring}
          inputMode="numeric"
          value={method[field]}
          onChange={(event) => set({ [field]: Number(event.target.value.replace(/\D/g, '').slice(0, 3)) })}
        />
      )}
    </Field>
  );
  return (
    <>
      {both('name', say.nameZh, say.nameEn)}
      <div className="two">
        <AmountField
          id={id('price')}
          label={say.price}
          value={method.price}
          error={isBad('price') ? say.priceBad(method.name.zh) : undefined}
          onBad={(wrong) => mark('price', wrong)}
          onChange={(price) => price && set({ price })}
        />
        <AmountField
          id={id('free')}
          label={say.freeFrom}
          optional
          value={method.freeFrom}
          currency={method.price.currency}
          error={isBad('free') ? say.priceBad(method.name.zh) : undefined}
          onBad={(wrong) => mark('free', wrong)}
          onChange={(freeFrom) => set({ freeFrom })}
        />
      </div>
      <div className="two">
        {whole('daysMin', 'min', say.daysMin)}
        {whole('daysMax', 'max', say.daysMax)}
      </div>
      <div className="two">
        <Provinces id={id('reach')} method={method} set={set} />
        <Field id={id('excluded')} label={say.reach}>
          {({ id: name }) => (
            <select
              id={name}
              className="native"
              value={method.reach.excluded ? 'not' : 'only'}
              onChange={(event) => set({ reach: { ...method.reach, excluded: event.target.value === 'not' } })}
            >
              <option value="only">{say.reachOnly}</option>
              <option value="not">{say.reachNot}</option>
            </select>
          )}
        </Field>
      </div>
      {both('pros', say.prosZh, say.prosEn)}
      {both('cons', say.consZh, say.consEn)}
      {method.kind === 'pickup' ? (
        <div className="two">
          {pickupFields.map(([field, language]) => (
            <Field key={field + language} id={id(field + language)} label={pickupLabels[`${field}_${language}`]}>
              {(wiring) => (
                <Input
                  {...wiring}
                  value={method.pickup?.[field][language] ?? ''}
                  onChange={(event) => {
                    const pickup = method.pickup ?? { address: { zh: '', en: '' }, hours: { zh: '', en: '' } };
                    set({ pickup: { ...pickup, [field]: { ...pickup[field], [language]: event.target.value } } });
                  }}
                />
              )}
            </Field>
          ))}
        </div>
      ) : (
        <Field id={id('carrier')} label={say.carrier} optional>
          {(wiring) => (
            <Input
              {...wiring}
              spellCheck={false}
              value={method.carrier ?? ''}
              onChange={(event) => set({ carrier: event.target.value.trim() || null })}
            />
          )}
        </Field>
      )}
    </>
  );
}

function Provinces({
  id,
  method,
  set,
}: {
  id: string;
  method: DeliveryMethod;
  set: (change: Partial<DeliveryMethod>) => void;
}) {
  const say = useWords(settingWords);
  const [text, setText] = useState(method.reach.provinces.join('，'));
  return (
    <Field id={id} label={say.reach} hint={say.reachHint} optional>
      {(wiring) => (
        <Input
          {...wiring}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            set({
              reach: {
                ...method.reach,
                provinces: event.target.value
                  .split(/[,，、]/)
                  .map((one) => one.trim())
                  .filter(Boolean),
              },
            });
          }}
        />
      )}
    </Field>
  );
}

/** An amount as text while it is typed; only a readable one goes on. */
function AmountField({
  id,
  label,
  value,
  currency = value?.currency ?? 'CNY',
  optional,
  error,
  onBad,
  onChange,
}: {
  id: string;
  label: string;
  value: Money | null;
  currency?: string;
  optional?: boolean;
  error?: string;
  onBad: (wrong: boolean) => void;
  onChange: (value: Money | null) => void;
}) {
  const [text, setText] = useState(value ? decimal(value.amount, value.currency) : '');
  return (
    <Field id={id} label={label} optional={optional} error={error}>
      {(wiring) => (
        <Input
          {...wiring}
          inputMode="decimal"
          value={text}
          onChange={(event) => {
            const typed = event.target.value;
            setText(typed);
            if (optional && !typed.trim()) {
              onBad(false);
              onChange(null);
              return;
            }
            const amount = parseAmount(typed, currency);
            onBad(amount === null || amount < 0);
            if (amount !== null && amount >= 0) onChange({ amount, currency });
          }}
        />
      )}
    </Field>
  );
}
