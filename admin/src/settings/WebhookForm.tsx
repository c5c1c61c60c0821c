import { Input, Modal } from 'antd';
import { useState } from 'react';
import { client, Refused, take } from '../api/client';
import type { Webhook } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useWords } from '../app/prefs';
import { toast } from '../app/toast';
import { Field } from '../ui/Field';
import { CopyButton, Failure } from '../ui/parts';
import { common } from '../ui/words';
import { webhookWords } from './webhookWords';

const groups = [
  {
    head: 'group_order',
    events: [
      ['order.placed', 'placed'],
      ['order.paid', 'paid'],
      ['order.confirmed', 'confirmed'],
      ['order.shipped', 'shipped'],
      ['order.delivered', 'delivered'],
      ['order.completed', 'completed'],
      ['order.canceled', 'canceled'],
      ['order.refunded', 'refunded'],
    ],
  },
  { head: 'group_stock', events: [['stock.changed', 'stock_changed']] },
  {
    head: 'group_case',
    events: [
      ['case.opened', 'case_opened'],
      ['case.closed', 'case_closed'],
    ],
  },
] as const;

/** Adds a receiver, or changes where it is and what it wants. A new one answers with its secret. */
export default function WebhookForm({
  row,
  onClose,
  onDone,
}: {
  row: Webhook | null;
  onClose: () => void;
  onDone: (secret: string | null) => void;
}) {
  const say = useWords(webhookWords);
  const shared = useWords(common);
  const [url, setUrl] = useState(row?.url ?? '');
  const [events, setEvents] = useState<readonly string[]>(row?.events ?? groups[0].events.map(([event]) => event));
  const [tried, setTried] = useState(false);
  const submit = useSubmit(
    async (body: { url: string; events: string[] }, key) => {
      if (!row) return (await take(client.POST('/api/admin/webhooks', { body }))).secret;
      await take(
        client.PUT('/api/admin/webhooks/{id}', { params: { path: { id: row.id }, header: keyed(key) }, body }),
      );
      return null;
    },
    {
      onSuccess: (secret) => {
        if (row) toast(say.saved);
        onDone(secret);
      },
    },
  );
  const server = submit.error instanceof Refused ? submit.error.problem.errors : undefined;
  const wrong = {
    url: url.trim() ? server?.url?.[0] : say.urlMissing,
    events: events.length > 0 ? server?.events?.[0] : say.eventsMissing,
  };
  const send = () => {
    setTried(true);
    if (!url.trim()) document.getElementById('hook-url')?.focus();
    else if (events.length > 0) submit.mutate({ url: url.trim(), events: [...events] });
  };
  return (
    <Modal
      open
      title={row ? say.editTitle : say.add}
      okText={row ? say.save : say.add}
      cancelText={shared.cancel}
      onCancel={onClose}
      onOk={send}
      confirmLoading={submit.isPending}
    >
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Failure error={submit.error} focus />
        <Field id="hook-url" label={say.url} hint={say.urlHint} error={tried ? wrong.url : undefined}>
          {(wiring) => (
            <Input
              {...wiring}
              autoFocus
              type="url"
              inputMode="url"
              autoComplete="off"
              placeholder="https://"
              maxLength={500}
              value={url}
              onChange={(event) => setUrl(event.target.value)}
            />
          )}
        </Field>
        <fieldset className="hook-choice">
          <legend>{say.events}</legend>
          {groups.map((group) => (
            <div key={group.head}>
              <span className="small">{say[group.head]}</span>
              <div className="hook-ticks">
                {group.events.map(([event, word]) => (
                  <label key={event} title={event}>
                    <input
                      type="checkbox"
                      className="tick"
                      checked={events.includes(event)}
                      onChange={(change) =>
                        setEvents(
                          change.target.checked ? [...events, event] : events.filter((known) => known !== event),
                        )
                      }
                    />
                    {say[word]}
                  </label>
                ))}
              </div>
            </div>
          ))}
          <p className="hint">{say.eventsHint}</p>
          {tried && wrong.events && <p className="field-error">{wrong.events}</p>}
        </fieldset>
        <button type="submit" hidden />
      </form>
    </Modal>
  );
}

/** The secret cannot be asked for again, so it closes only by the button. */
export function SecretOnce({ secret, onClose }: { secret: string; onClose: () => void }) {
  const say = useWords(webhookWords);
  return (
    <Modal
      open
      title={say.secretTitle}
      okText={say.secretKept}
      onOk={onClose}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      cancelButtonProps={{ style: { display: 'none' } }}
    >
      <p>{say.secretNote}</p>
      <p className="hook-secret">
        <code>{secret}</code>
        <CopyButton text={secret} label={say.secret} />
      </p>
    </Modal>
  );
}
