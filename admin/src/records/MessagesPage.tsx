import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, take } from '../api/client';
import type { Received, Sent } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { Link, type Params, usePlace } from '../app/router';
import { toast } from '../app/toast';
import { useTimes } from '../session/session';
import { named } from '../ui/named';
import { Pages } from '../ui/Pages';
import { Act, Code, Empty, Failure, Moment, PageHead, Slow, useSayFailure } from '../ui/parts';
import { nothing, Table } from '../ui/Table';
import { letterStates, recordWords } from './words';

const size = 50;

/** One message, whichever way it goes. */
interface Letter {
  id: string;
  what: string;
  key: string | null;
  at: string;
  party: string;
  state: string;
  attempts: number;
  dueAt: string | null;
  told: string | null;
}

function ofSent(one: Sent): Letter {
  const { id, state, attempts } = one;
  const dueAt = state === 'waiting' ? one.dueAt : null;
  return {
    id,
    state,
    attempts,
    dueAt,
    what: one.kind,
    key: one.stream,
    at: one.createdAt,
    party: one.receiver,
    told: one.error,
  };
}

function ofReceived(one: Received): Letter {
  const { id, state, attempts } = one;
  const dueAt = state === 'waiting' ? one.dueAt : null;
  return {
    id,
    state,
    attempts,
    dueAt,
    what: one.source,
    key: one.eventKey,
    at: one.receivedAt,
    party: one.source,
    told: one.outcome,
  };
}

/** What could not be delivered, what waits, and what came in: with cause and way out, and a way to send again. */
export default function MessagesPage(_: Params) {
  const say = useWords(recordWords);
  const stateWords = useWords(letterStates);
  const lang = useLang();
  const times = useTimes();
  const cache = useQueryClient();
  const sayFailure = useSayFailure();
  const { query } = usePlace();
  const box = query.get('box') === 'waiting' ? 'waiting' : query.get('box') === 'inbox' ? 'inbox' : 'dead';
  const after = query.get('after');
  const page = { limit: size, ...(after ? { after } : {}) };
  const list = useQuery({
    queryKey: ['messages', box, page, lang],
    queryFn: async () => {
      if (box !== 'inbox') {
        const sent = await take(
          client.GET('/api/admin/operations/outbox', { params: { query: { ...page, state: box } } }),
        );
        return { ...sent, items: sent.items.map(ofSent) };
      }
      const received = await take(
        client.GET('/api/admin/operations/inbox', { params: { query: { ...page, state: 'done' } } }),
      );
      return { ...received, items: received.items.map(ofReceived) };
    },
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
  const replay = useSubmit(
    ({ id }: { id: string }, key) =>
      take(
        client.POST('/api/admin/operations/outbox/{id}/replay', {
          params: { path: { id }, header: keyed(key) },
        }),
      ),
    {
      onSuccess: () => {
        toast(say.replayed);
        void cache.invalidateQueries({ queryKey: ['messages'] });
        void cache.invalidateQueries({ queryKey: ['home'] });
      },
      onError: sayFailure,
    },
  );
  const rows = list.isPlaceholderData ? [] : (list.data?.items ?? []);
  const views = [
    ['dead', '', say.outDead],
    ['waiting', '?box=waiting', say.outWaiting],
    ['inbox', '?box=inbox', say.inbox],
  ] as const;
  return (
    <>
      <PageHead title={say.messages} />
      <Failure error={list.error} retry={() => void list.refetch()} />
      <div className="card list">
        <nav className="views" aria-label={say.messages}>
          {views.map(([name, search, word]) => (
            <Link key={name} to={`/operations${search}`} aria-current={name === box ? 'page' : undefined}>
              {word}
            </Link>
          ))}
        </nav>
        {list.isPending || list.isPlaceholderData ? (
          <Slow rows={5} card={false} />
        ) : rows.length === 0 ? (
          !list.error &&
          (box === 'dead' ? (
            <Empty title={say.noneDead}>{say.noneDeadDetail}</Empty>
          ) : (
            <Empty title={box === 'waiting' ? say.noneWaiting : say.noneInbox} />
          ))
        ) : (
          <Table<Letter>
            rows={rows}
            keyOf={(row) => row.id}
            columns={[
              {
                head: say.kind,
                width: 250,
                cell: (row) => (
                  <span className="cell-two">
                    <span className="one-line" title={row.what}>
                      {row.what}
                    </span>
                    <span className="small one-line">
                      {row.key ? <Code text={row.key} length={28} /> : <Moment at={row.at} />}
                    </span>
                  </span>
                ),
              },
              {
                head: box === 'inbox' ? say.source : say.receiver,
                width: 190,
                cell: (row) => <Code text={row.party} length={24} />,
              },
              {
                head: say.state,
                width: 130,
                cell: (row) => (
                  <span className="cell-two">
                    <span className="pill" data-state={row.state === 'dead' ? 'bad' : 'plain'}>
                      {named(stateWords, row.state)}
                    </span>
                    <span className="small">
                      {row.dueAt ? say.nextAt(times.when(row.dueAt)) : `${say.attempts} ${row.attempts}`}
                    </span>
                  </span>
                ),
              },
              {
                head: say.cause,
                cell: (row) =>
                  row.told ? (
                    <span className="one-line" title={row.told}>
                      {row.told}
                    </span>
                  ) : (
                    nothing
                  ),
              },
              ...(box === 'inbox'
                ? []
                : [
                    {
                      head: say.replay,
                      width: 120,
                      num: true,
                      cell: (row: Letter) => (
                        <Act
                          size="small"
                          needs="operations.write"
                          loading={replay.isPending && replay.variables?.id === row.id}
                          onClick={() => replay.mutate({ id: row.id })}
                        >
                          {say.replay}
                        </Act>
                      ),
                    },
                  ]),
            ]}
          />
        )}
        {rows.length > 0 && <Pages path="/operations" size={size} count={rows.length} next={list.data?.next ?? null} />}
      </div>
    </>
  );
}
