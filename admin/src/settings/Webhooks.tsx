import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import { client, take } from '../api/client';
import type { Webhook } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { toast } from '../app/toast';
import { useTimes } from '../session/session';
import { named } from '../ui/named';
import { Act, Card, Empty, Failure, Meta, Notice, Slow, useSayFailure } from '../ui/parts';
import { common } from '../ui/words';
import WebhookForm, { SecretOnce } from './WebhookForm';
import WebhookLog from './WebhookLog';
import { webhookWords } from './webhookWords';

const right = 'webhooks.write';

/** Other programs that are told of orders, stock and cases: how they do, what they get, and what was sent. */
export default function Webhooks() {
  const say = useWords(webhookWords);
  const lang = useLang();
  const cache = useQueryClient();
  const [editing, setEditing] = useState<Webhook | 'new' | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const list = useQuery({
    queryKey: ['webhooks', lang],
    queryFn: () => take(client.GET('/api/admin/webhooks')),
    refetchInterval: 10_000,
  });
  const reload = () => void cache.invalidateQueries({ queryKey: ['webhooks'] });
  const rows = list.data?.items ?? [];
  const logged = rows.find((row) => row.id === shown);
  return (
    <>
      <Failure error={list.error} retry={() => void list.refetch()} />
      <Card
        title={say.title}
        aside={
          <Act size="small" needs={right} onClick={() => setEditing('new')}>
            {say.add}
          </Act>
        }
        flush
      >
        <p className="hooks-note soft">{say.note}</p>
        {!list.data ? (
          !list.error && <Slow rows={3} card={false} />
        ) : rows.length === 0 ? (
          <Empty title={say.none}>{say.noneDetail}</Empty>
        ) : (
          <ul className="hooks">
            {rows.map((row) => (
              <Receiver
                key={row.id}
                row={row}
                reload={reload}
                edit={() => setEditing(row)}
                log={() => setShown(row.id)}
                told={setSecret}
              />
            ))}
          </ul>
        )}
      </Card>
      {editing && (
        <WebhookForm
          row={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onDone={(made) => {
            setEditing(null);
            if (made) setSecret(made);
            reload();
          }}
        />
      )}
      {secret && <SecretOnce secret={secret} onClose={() => setSecret(null)} />}
      {logged && <WebhookLog row={logged} onClose={() => setShown(null)} />}
    </>
  );
}

/** Off and given up are the receiver's state; failing is what its oldest message says. */
function standing(row: Webhook): 'on' | 'off' | 'down' | 'failing' {
  if (row.state !== 'on') return row.state;
  return row.health.failingSince ? 'failing' : 'on';
}

function Receiver({
  row,
  reload,
  edit,
  log,
  told,
}: {
  row: Webhook;
  reload: () => void;
  edit: () => void;
  log: () => void;
  told: (secret: string) => void;
}) {
  const say = useWords(webhookWords);
  const shared = useWords(common);
  const times = useTimes();
  const sayFailure = useSayFailure();
  const [asking, setAsking] = useState(false);
  const path = { id: row.id };
  const settle = { onError: sayFailure, onSettled: reload };
  const turn = useSubmit(
    (state: 'on' | 'off', key) =>
      take(client.PUT('/api/admin/webhooks/{id}/state', { params: { path, header: keyed(key) }, body: { state } })),
    { ...settle, onSuccess: (_, state) => toast(state === 'on' ? say.switchedOn : say.switchedOff) },
  );
  const test = useSubmit(
    (_: null, key) => take(client.POST('/api/admin/webhooks/{id}/test', { params: { path, header: keyed(key) } })),
    { ...settle, onSuccess: () => toast(say.tested) },
  );
  const rotate = useSubmit((_: null) => take(client.POST('/api/admin/webhooks/{id}/secret', { params: { path } })), {
    ...settle,
    onSuccess: (made) => {
      setAsking(false);
      told(made.secret);
    },
  });
  const stands = standing(row);
  const { health } = row;
  return (
    <li>
      {stands === 'down' && (
        <Notice
          tone="bad"
          title={say.downTitle(row.url)}
          actions={
            <Act size="small" primary needs={right} loading={turn.isPending} onClick={() => turn.mutate('on')}>
              {say.switchOn}
            </Act>
          }
        >
          <p>{say.downDetail}</p>
        </Notice>
      )}
      <div className="hook-head">
        <span className="pill" data-state={stands === 'on' ? 'good' : stands === 'off' ? 'plain' : 'bad'}>
          {named(say, `state_${stands}`)}
        </span>
        <strong className="hook-url">{row.url}</strong>
      </div>
      <p className="small">
        <Meta>
          {[
            health.failingSince && say.failingSince(times.when(health.failingSince)),
            health.waiting > 0 && say.waiting(health.waiting),
            health.dead > 0 && say.deadCount(health.dead),
            health.lastDoneAt ? say.lastDone(times.when(health.lastDoneAt)) : say.neverDone,
            row.oldSecretUntil &&
              Date.parse(row.oldSecretUntil) > Date.now() &&
              say.oldUntil(times.when(row.oldSecretUntil)),
          ]}
        </Meta>
      </p>
      <p className="hook-events">
        {row.events.map((event) => (
          <span key={event} className="code">
            {event}
          </span>
        ))}
      </p>
      <div className="hook-acts">
        <Act size="small" onClick={log}>
          {say.log}
        </Act>
        <Act size="small" needs={right} onClick={edit}>
          {say.edit}
        </Act>
        {row.state === 'on' && (
          <Act size="small" needs={right} loading={test.isPending} onClick={() => test.mutate(null)}>
            {say.test}
          </Act>
        )}
        <Act size="small" needs={right} onClick={() => setAsking(true)}>
          {say.rotate}
        </Act>
        {row.state !== 'down' && (
          <Act
            size="small"
            needs={right}
            loading={turn.isPending}
            onClick={() => turn.mutate(row.state === 'on' ? 'off' : 'on')}
          >
            {row.state === 'on' ? say.switchOff : say.switchOn}
          </Act>
        )}
      </div>
      {asking && (
        <Modal
          open
          title={say.rotate}
          okText={say.rotate}
          cancelText={shared.cancel}
          onCancel={() => setAsking(false)}
          onOk={() => rotate.mutate(null)}
          confirmLoading={rotate.isPending}
        >
          <p>{say.rotateAsk}</p>
        </Modal>
      )}
    </li>
  );
}
