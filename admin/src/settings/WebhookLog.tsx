import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { client, take } from '../api/client';
import type { Webhook, WebhookDelivery } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { toast } from '../app/toast';
import { startOfDay } from '../format/time';
import { useSession, useTimes } from '../session/session';
import { Field } from '../ui/Field';
import { named } from '../ui/named';
import { Act, Empty, Failure, Meta, Moment, Slow, useMedia, useSayFailure } from '../ui/parts';
import { webhookWords } from './webhookWords';

const states = ['waiting', 'done', 'dead'] as const;
const tones = { waiting: 'warn', done: 'good', dead: 'bad' } as const;

/** What was sent to a receiver: state, tries, answer; to be sent again one by one or since a day. */
export default function WebhookLog({ row, onClose }: { row: Webhook; onClose: () => void }) {
  const say = useWords(webhookWords);
  const lang = useLang();
  const phone = useMedia('(max-width: 767px)');
  const cache = useQueryClient();
  const sayFailure = useSayFailure();
  const { me } = useSession();
  const [state, setState] = useState<(typeof states)[number] | ''>('');
  const [since, setSince] = useState('');
  const path = { id: row.id };
  const list = useInfiniteQuery({
    queryKey: ['webhooks', row.id, state, lang],
    queryFn: ({ pageParam }) =>
      take(
        client.GET('/api/admin/webhooks/{id}/deliveries', {
          params: {
            path,
            query: { limit: 30, ...(state ? { state } : {}), ...(pageParam ? { after: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 5_000,
  });
  const replay = useSubmit(
    (body: { message: string } | { from: string }, key) =>
      take(client.POST('/api/admin/webhooks/{id}/replay', { params: { path, header: keyed(key) }, body })),
    {
      onSuccess: (done) => toast(say.replayed(done.messages)),
      onError: sayFailure,
      onSettled: () => void cache.invalidateQueries({ queryKey: ['webhooks'] }),
    },
  );
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Drawer open onClose={onClose} title={say.logTitle(row.url)} size={phone ? '100%' : 640} destroyOnHidden>
      <nav className="views hook-views" aria-label={say.state}>
        {(['', ...states] as const).map((one) => (
          <button
            key={one || 'all'}
            type="button"
            aria-current={one === state ? 'page' : undefined}
            onClick={() => setState(one)}
          >
            {one ? named(say, `delivery_${one}`) : say.all}
          </button>
        ))}
      </nav>
      <Failure error={list.error} retry={() => void list.refetch()} />
      {list.isPending ? (
        <Slow rows={5} card={false} />
      ) : rows.length === 0 ? (
        !list.error && <Empty title={say.noDeliveries}>{say.noDeliveriesDetail}</Empty>
      ) : (
        <ul className="hook-log">
          {rows.map((one) => (
            <Delivery
              key={one.id}
              hook={row.id}
              one={one}
              busy={replay.isPending && isOf(replay.variables, one.id)}
              replay={() => replay.mutate({ message: one.id })}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {say.more}
        </Button>
      )}
      <form
        className="hook-since"
        onSubmit={(event) => {
          event.preventDefault();
          if (since) replay.mutate({ from: startOfDay(since, me.shop.timeZone).toISOString() });
        }}
      >
        <Field id="hook-since" label={say.since} hint={say.replaySinceHint}>
          {(wiring) => (
            <Input {...wiring} type="date" value={since} onChange={(event) => setSince(event.target.value)} />
          )}
        </Field>
        <Act
          needs="webhooks.write"
          loading={replay.isPending}
          onClick={() => since && replay.mutate({ from: startOfDay(since, me.shop.timeZone).toISOString() })}
        >
          {say.replaySince}
        </Act>
      </form>
    </Drawer>
  );
}

function Delivery({
  hook,
  one,
  busy,
  replay,
}: {
  hook: string;
  one: WebhookDelivery;
  busy: boolean;
  replay: () => void;
}) {
  const say = useWords(webhookWords);
  const times = useTimes();
  const [open, setOpen] = useState(false);
  const whole = useQuery({
    queryKey: ['webhook-message', hook, one.id],
    queryFn: () =>
      take(
        client.GET('/api/admin/webhooks/{id}/deliveries/{message}', {
          params: { path: { id: hook, message: one.id } },
        }),
      ),
    enabled: open,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <li>
      <div className="hook-head">
        <span className="pill" data-state={tones[one.state]}>
          {named(say, `delivery_${one.state}`)}
        </span>
        <strong>{one.type}</strong>
        {one.type !== 'webhook.test' && <span className="code one-line">{one.stream}</span>}
        <span className="hook-when small">
          <Moment at={one.createdAt} />
        </span>
      </div>
      <p className="small">
        <Meta>
          {[
            one.attempts > 0 ? say.attempts(one.attempts) : say.notYet,
            one.status ? `HTTP ${one.status}` : one.answer !== null && say.noAnswer,
            one.milliseconds !== null && say.took(one.milliseconds),
            one.state === 'waiting' && one.attempts > 0 && say.nextAt(times.when(one.dueAt)),
          ]}
        </Meta>
      </p>
      {one.answer && <p className="hook-answer">{one.answer}</p>}
      <div className="hook-acts">
        <Act size="small" needs="webhooks.write" loading={busy} onClick={replay}>
          {say.replay}
        </Act>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say.payload}
        </Button>
      </div>
      {open && <Failure error={whole.error} retry={() => void whole.refetch()} />}
      {open && whole.data && <pre className="hook-payload">{pretty(whole.data.payload)}</pre>}
    </li>
  );
}

function isOf(asked: object | undefined, id: string): boolean {
  return asked !== undefined && 'message' in asked && asked.message === id;
}

function pretty(payload: string): string {
  try {
    return JSON.stringify(JSON.parse(payload), null, 2);
  } catch {
    return payload;
  }
}
