import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { client, take } from '../api/client';
import type { Arrival } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { Link, type Params, usePlace } from '../app/router';
import { toast } from '../app/toast';
import { orderNumber } from '../format/text';
import { span } from '../format/time';
import { useTimes } from '../session/session';
import { named } from '../ui/named';
import { Pages } from '../ui/Pages';
import { Act, Amount, Empty, Failure, Meta, Moment, PageHead, Slow, useSayFailure } from '../ui/parts';
import { Table } from '../ui/Table';
import { common } from '../ui/words';
import { Healths } from './Healths';
import { arrivalWords, channelPayments, orderFileWords } from './words';
import './channels.css';

const MatchModal = lazy(() => import('./MatchModal'));
const MendModal = lazy(() => import('./MendModal'));
const DismissModal = lazy(() => import('./DismissModal'));
const OrderFileModal = lazy(() => import('./OrderFileModal'));
const size = 50;

type Asking = { what: 'match_sku' | 'mend' | 'dismiss'; row: Arrival };

/** Orders of channels that are not orders here: why, how long, how much, and the remedy as a button. */
export default function ArrivalsPage(_: Params) {
  const say = useWords(arrivalWords);
  const shared = useWords(common);
  const payments = useWords(channelPayments);
  const lang = useLang();
  const times = useTimes();
  const cache = useQueryClient();
  const sayFailure = useSayFailure();
  const { query } = usePlace();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [bringing, setBringing] = useState(false);
  const file = useWords(orderFileWords);
  const state =
    query.get('state') === 'placed' ? 'placed' : query.get('state') === 'dismissed' ? 'dismissed' : 'waiting';
  const after = query.get('after');
  const ask = { limit: size, state, ...(after ? { after } : {}) };
  const list = useQuery({
    queryKey: ['arrivals', ask, lang],
    queryFn: ({ signal }) => take(client.GET('/api/admin/channels/arrivals', { params: { query: ask }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
  const fresh = () => {
    setAsking(null);
    void cache.invalidateQueries({ queryKey: ['arrivals'] });
    void cache.invalidateQueries({ queryKey: ['home'] });
  };
  const at = (row: Arrival, key: string) => ({
    params: { path: { channel: row.channel, id: row.externalId }, header: keyed(key) },
  });
  const quick = useSubmit(
    ({ verb, row }: { verb: 'accept' | 'retry'; row: Arrival }, key) =>
      verb === 'accept'
        ? take(client.POST('/api/admin/channels/arrivals/{channel}/{id}/accept', at(row, key)))
        : take(client.POST('/api/admin/channels/arrivals/{channel}/{id}/retry', at(row, key))),
    {
      onSuccess: (_done, { verb }) => {
        toast(verb === 'accept' ? say.accepted : say.retried);
        fresh();
      },
      onError: sayFailure,
    },
  );
  const match = useSubmit(
    (row: Arrival, key) =>
      take(
        client.POST('/api/admin/channels/arrivals/{channel}/{id}/match-sku', {
          ...at(row, key),
          body: { theirs: row.suggested?.theirs ?? '', sku: row.suggested?.sku ?? '' },
        }),
      ),
    {
      onSuccess: () => {
        toast(say.matched);
        fresh();
      },
      onError: sayFailure,
    },
  );
  const rows = list.isPlaceholderData ? [] : (list.data?.items ?? []);
  const act = (row: Arrival, verb: string, first: boolean) => (
    <Act
      key={verb}
      size="small"
      primary={first}
      needs="channels.write"
      loading={quick.isPending && quick.variables?.row.externalId === row.externalId && quick.variables.verb === verb}
      onClick={() => {
        if (verb === 'accept' || verb === 'retry') quick.mutate({ verb, row });
        else setAsking({ what: verb as Asking['what'], row });
      }}
    >
      {named(say as unknown as Record<string, string>, verb)}
    </Act>
  );
  const waited = (milliseconds: number) => (milliseconds < 60_000 ? say.justNow : span(milliseconds, times.lang));
  const views = [
    ['waiting', '', say.waiting],
    ['placed', '?state=placed', say.placed],
    ['dismissed', '?state=dismissed', say.dismissed],
  ] as const;
  const empty = { waiting: say.none, placed: say.nonePlaced, dismissed: say.noneDismissed };

  return (
    <>
      <PageHead title={say.title} note={say.note}>
        <Act needs="channels.write" onClick={() => setBringing(true)}>
          {file.open}
        </Act>
      </PageHead>
      <Failure error={list.error} retry={() => void list.refetch()} />
      <Healths />
      <div className="card list">
        <nav className="views" aria-label={say.title}>
          {views.map(([name, search, word]) => (
            <Link key={name} to={`/unreturned${search}`} aria-current={name === state ? 'page' : undefined}>
              {word}
            </Link>
          ))}
        </nav>
        {list.isPending || list.isPlaceholderData ? (
          <Slow rows={5} card={false} />
        ) : rows.length === 0 ? (
          !list.error && <Empty title={empty[state]}>{state === 'waiting' ? say.noneDetail : undefined}</Empty>
        ) : (
          <Table<Arrival>
            rows={rows}
            keyOf={(row) => `${row.channel} ${row.externalId}`}
            columns={[
              {
                head: say.order,
                width: 180,
                cell: (row) => (
                  <span className="cell-two">
                    <strong className="one-line" title={row.externalNumber}>
                      {row.externalNumber}
                    </strong>
                    <Meta>{[row.channelName, payments[row.payment]]}</Meta>
                  </span>
                ),
              },
              {
                head: state === 'waiting' ? say.cause : say.outcome,
                whole: true,
                cell: (row) => (
                  <span className="cell-two arrival-cause">
                    <span>{row.order ? say.placed : row.causeText}</span>
                    <span className="small">
                      {row.order ? orderNumber(row.order) : (row.reason ?? row.detail ?? row.remedy)}
                    </span>
                    {row.suggested && (
                      <span className="small">
                        {say.looksLike([row.suggested.goods, row.suggested.options, row.suggested.sku].filter(Boolean))}
                      </span>
                    )}
                  </span>
                ),
              },
              {
                head: say.buyer,
                width: 150,
                wide: true,
                cell: (row) =>
                  row.buyer ? (
                    <span className="cell-two">
                      <span className="one-line">{row.buyer.name || shared.none}</span>
                      <span className="small one-line">{row.buyer.phone}</span>
                    </span>
                  ) : (
                    <span className="soft">–</span>
                  ),
              },
              {
                head: say.amount,
                width: 110,
                num: true,
                cell: (row) => (row.amount?.amount ? <Amount value={row.amount} /> : <span className="soft">–</span>),
              },
              {
                head: state === 'waiting' ? say.age : say.arrived,
                width: 110,
                cell: (row) =>
                  state === 'waiting' ? (
                    <span title={times.exactly(row.since)}>{waited(Date.now() - Date.parse(row.since))}</span>
                  ) : (
                    <Moment at={row.since} />
                  ),
              },
              {
                head: '',
                width: 264,
                cell: (row) => (
                  <span className="arrival-acts" key="acts">
                    {row.order ? (
                      <Link className="row-act" to={`/orders/${row.order}`}>
                        {say.becameOrder}
                      </Link>
                    ) : (
                      <>
                        {row.suggested && (
                          <Act
                            size="small"
                            primary
                            needs="channels.write"
                            loading={match.isPending && match.variables?.externalId === row.externalId}
                            onClick={() => match.mutate(row)}
                          >
                            {say.choose}
                          </Act>
                        )}
                        {row.remedies.map((verb, index) =>
                          act(row, verb, index === 0 && row.state === 'waiting' && !row.suggested),
                        )}
                      </>
                    )}
                  </span>
                ),
              },
            ]}
          />
        )}
        {rows.length > 0 && <Pages path="/unreturned" size={size} count={rows.length} next={list.data?.next ?? null} />}
      </div>
      {bringing && (
        <Suspense fallback={null}>
          <OrderFileModal
            onClose={() => setBringing(false)}
            onDone={() => {
              setBringing(false);
              fresh();
            }}
          />
        </Suspense>
      )}
      {asking && (
        <Suspense>
          {asking.what === 'match_sku' && (
            <MatchModal row={asking.row} onClose={() => setAsking(null)} onDone={fresh} />
          )}
          {asking.what === 'mend' && <MendModal row={asking.row} onClose={() => setAsking(null)} onDone={fresh} />}
          {asking.what === 'dismiss' && (
            <DismissModal row={asking.row} onClose={() => setAsking(null)} onDone={fresh} />
          )}
        </Suspense>
      )}
    </>
  );
}
