import { useState } from 'react';
import { client, take } from '../api/client';
import type { PaymentMethod, PaymentSettings } from '../api/types';
import { keyed } from '../api/use';
import { announce } from '../app/live';
import { useLang, useWords } from '../app/prefs';
import { inLang } from '../i18n/catalog';
import { useSession } from '../session/session';
import { Icon } from '../ui/Icon';
import { Card, Failure, Slow } from '../ui/parts';
import { SaveBar } from './SaveBar';
import { useSettings } from './useSettings';
import { settingWords } from './words';

/** Moves one item and numbers all of them anew. */
export function reorder<T extends { position: number }>(methods: readonly T[], from: number, to: number): T[] {
  const next = [...methods];
  const [one] = next.splice(from, 1);
  if (one) next.splice(Math.min(Math.max(to, 0), next.length), 0, one);
  return next.map((method, index) => ({ ...method, position: index + 1 }));
}

export default function Payments() {
  const say = useWords(settingWords);
  const lang = useLang();
  const { can } = useSession();
  const [dragged, setDragged] = useState<number | null>(null);
  const form = useSettings<PaymentSettings>(
    'payments',
    async () => {
      const settings = await take(client.GET('/api/admin/settings/payments'));
      return { ...settings, methods: [...settings.methods].sort((a, b) => a.position - b.position) };
    },
    (body, key) => take(client.PUT('/api/admin/settings/payments', { params: { header: keyed(key) }, body })),
  );
  const { draft, setDraft } = form;
  if (!draft)
    return form.query.error ? (
      <Failure error={form.query.error} retry={() => void form.query.refetch()} />
    ) : (
      <Slow rows={3} />
    );
  const writable = can('settings.write');
  const set = (methods: PaymentMethod[]) => setDraft({ ...draft, methods });
  const move = (from: number, to: number) => {
    const name = inLang(draft.methods[from]?.name, lang);
    set(reorder(draft.methods, from, to));
    announce(say.moved(name, to + 1));
  };
  return (
    <>
      <Failure error={form.save.error} focus />
      <Card title={say.payments} aside={say.paymentsNote} flush>
        <ol className="methods">
          {draft.methods.map((method, at) => {
            const name = inLang(method.name, lang);
            return (
              <li
                key={method.code}
                draggable={writable}
                data-dragged={dragged === at}
                onDragStart={(event) => {
                  setDragged(at);
                  event.dataTransfer.effectAllowed = 'move';
                }}
                onDragEnd={() => setDragged(null)}
                onDragOver={(event) => {
                  event.preventDefault();
                  if (dragged !== null && dragged !== at) {
                    set(reorder(draft.methods, dragged, at));
                    setDragged(at);
                  }
                }}
                onDrop={(event) => event.preventDefault()}
              >
                <span className="grip" aria-hidden="true">
                  <Icon name="drag" size={16} />
                </span>
                <span className="method-place">{at + 1}</span>
                <span className="cell-two grow">
                  <strong>{name}</strong>
                  {method.configured ? (
                    <span className="small">{say.configured}</span>
                  ) : (
                    <span className="small amber">
                      {say.notConfigured(method.missing.join(lang === 'zh' ? '、' : ', '))}
                    </span>
                  )}
                </span>
                <label className="check-line">
                  <input
                    type="checkbox"
                    className="tick"
                    disabled={!writable || (!method.configured && !method.enabled)}
                    checked={method.enabled}
                    onChange={(event) =>
                      set(
                        draft.methods.map((one, index) =>
                          index === at ? { ...one, enabled: event.target.checked } : one,
                        ),
                      )
                    }
                  />
                  {say.enabled}
                </label>
                <span className="method-moves">
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={say.up(name)}
                    disabled={!writable || at === 0}
                    onClick={() => move(at, at - 1)}
                  >
                    <Icon name="up" size={16} />
                  </button>
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={say.down(name)}
                    disabled={!writable || at === draft.methods.length - 1}
                    onClick={() => move(at, at + 1)}
                  >
                    <Icon name="down" size={16} />
                  </button>
                </span>
              </li>
            );
          })}
        </ol>
        {draft.methods.some((method) => !method.configured) && <p className="card-foot">{say.notConfiguredHint}</p>}
      </Card>
      <SaveBar
        dirty={form.dirty}
        saving={form.save.isPending}
        save={() => form.save.mutate(draft)}
        discard={form.discard}
      />
    </>
  );
}
