import { Input } from 'antd';
import { useState } from 'react';
import { client, take } from '../api/client';
import type { Both, ShopSettings } from '../api/types';
import { keyed } from '../api/use';
import { useWords } from '../app/prefs';
import { useSession } from '../session/session';
import { ErrorBox, type FieldError } from '../ui/ErrorBox';
import { Field } from '../ui/Field';
import { Card, Failure, Slow } from '../ui/parts';
import { SaveBar } from './SaveBar';
import { useSettings } from './useSettings';
import { settingWords } from './words';

export default function ShopForm() {
  const say = useWords(settingWords);
  const { can } = useSession();
  const [round, setRound] = useState(0);
  const form = useSettings<ShopSettings>(
    'shop',
    () => take(client.GET('/api/admin/settings/shop')),
    (body, key) => take(client.PUT('/api/admin/settings/shop', { params: { header: keyed(key) }, body })),
  );
  const { draft, setDraft } = form;
  if (!draft)
    return form.query.error ? (
      <Failure error={form.query.error} retry={() => void form.query.refetch()} />
    ) : (
      <Slow rows={5} />
    );
  const set = (change: Partial<ShopSettings>) => setDraft({ ...draft, ...change });
  const errors: FieldError[] = [];
  if (!draft.name.zh.trim()) errors.push({ id: 's-namezh', text: say.nameMissing });
  if (draft.paymentMinutes < 1) errors.push({ id: 's-minutes', text: say.numberBad });
  if (draft.autoCompleteDays < 1) errors.push({ id: 's-days', text: say.numberBad });
  const errorOf = (id: string) => (round > 0 ? errors.find((one) => one.id === id)?.text : undefined);
  const both = (field: 'name' | 'serviceHours', zh: string, en: string) => (
    <div className="two">
      {(['zh', 'en'] as const).map((lang) => (
        <Field
          key={lang}
          id={`s-${field}${lang}`}
          label={lang === 'zh' ? zh : en}
          error={errorOf(`s-${field}${lang}`)}
          optional={!(field === 'name' && lang === 'zh')}
        >
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={120}
              value={draft[field][lang]}
              onChange={(event) => set({ [field]: { ...draft[field], [lang]: event.target.value } as Both })}
            />
          )}
        </Field>
      ))}
    </div>
  );
  const whole = (field: 'paymentMinutes' | 'autoCompleteDays', id: string, label: string) => (
    <Field id={id} label={label} error={errorOf(id)}>
      {(wiring) => (
        <Input
          {...wiring}
          inputMode="numeric"
          value={draft[field] || ''}
          onChange={(event) => set({ [field]: Number(event.target.value.replace(/\D/g, '').slice(0, 5)) })}
        />
      )}
    </Field>
  );
  return (
    <div className="form-column">
      <Failure error={form.save.error} focus />
      <ErrorBox errors={round > 0 ? errors : []} round={round} />
      <Card>
        <fieldset className="fields" disabled={!can('settings.write')}>
          {both('name', say.shopZh, say.shopEn)}
          <Field id="s-phone" label={say.phone} optional>
            {(wiring) => (
              <Input
                {...wiring}
                type="tel"
                maxLength={40}
                value={draft.phone}
                onChange={(event) => set({ phone: event.target.value })}
              />
            )}
          </Field>
          {both('serviceHours', say.hoursZh, say.hoursEn)}
          <div>
            <label className="check-line">
              <input
                type="checkbox"
                className="tick"
                checked={draft.autoConfirm}
                onChange={(event) => set({ autoConfirm: event.target.checked })}
              />
              {say.autoConfirm}
            </label>
            <p className="hint">{say.autoConfirmHint}</p>
          </div>
          <div className="two">
            {whole('paymentMinutes', 's-minutes', say.paymentMinutes)}
            {whole('autoCompleteDays', 's-days', say.completeDays)}
          </div>
        </fieldset>
      </Card>
      <SaveBar
        dirty={form.dirty}
        saving={form.save.isPending}
        save={() => {
          setRound((old) => old + 1);
          if (errors.length === 0) form.save.mutate(draft);
        }}
        discard={form.discard}
      />
    </div>
  );
}
