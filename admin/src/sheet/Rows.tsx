import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { client, take } from '../api/client';
import type { Gap, Money, SheetWay } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { go, Link } from '../app/router';
import { toast } from '../app/toast';
import { orderNumber } from '../format/text';
import { named } from '../ui/named';
import { Act, Amount, Card, Code, Empty, Failure, Moment, Notice, Slow, useSayFailure } from '../ui/parts';
import { nothing, Table } from '../ui/Table';
import { names, sheetWords } from './words';

const MoneyModal = lazy(() => import('./MoneyModal'));

const shownFirst = 5;

function useRows(date: string, by: SheetWay, name: string, state: string) {
  const lang = useLang();
  return useQuery({
    queryKey: ['sheet', date, 'rows', by, name, state, lang],
    queryFn: () =>
      take(client.GET('/api/admin/assurance/sheet/rows', { params: { query: { date, by, name, state } } })),
  });
}

/** What waits for somebody on this day, orders and payments together, each with its cause and one button. */
export function OpenRows({ date }: { date: string }) {
  const say = useWords(sheetWords);
  const shownNames = useWords(names);
  const [all, setAll] = useState(false);
  const orders = useRows(date, 'channel', '', 'open');
  const payments = useRows(date, 'provider', '', 'open');
  if (!orders.data || !payments.data)
    return orders.error ? (
      <Failure error={orders.error} retry={() => void orders.refetch()} />
    ) : (
      <Slow rows={2} height={72} />
    );
  const seen = new Set<string>();
  const rows = [...orders.data.items, ...payments.data.items].filter((row) => {
    const key = row.gap?.id ?? row.reference;
    return !seen.has(key) && seen.add(key);
  });
  return (
    <Card title={say.waitsFor} flush>
      <ul className="waiting">
        {rows.slice(0, all ? undefined : shownFirst).map((row) => (
          <Waiting key={`${row.name}${row.reference}${row.order}`} gap={row.gap} amount={row.amountIn}>
            {named(shownNames, row.name)} {row.order ? orderNumber(row.order) : row.reference} <Moment at={row.at} />
          </Waiting>
        ))}
      </ul>
      {!all && rows.length > shownFirst && (
        <p className="waiting-more no-print">
          <button type="button" className="quiet" onClick={() => setAll(true)}>
            {say.more(rows.length - shownFirst)}
          </button>
        </p>
      )}
    </Card>
  );
}

/** The case that another page or a message has led here for, whatever its day; one that is closed says so. */
export function Asked({ id }: { id: string }) {
  const say = useWords(sheetWords);
  const shownNames = useWords(names);
  const lang = useLang();
  const gaps = useQuery({
    queryKey: ['sheet', 'gaps', lang],
    queryFn: () => take(client.GET('/api/admin/assurance/gaps', { params: { query: { limit: 200 } } })),
  });
  if (!gaps.data) return <Failure error={gaps.error} retry={() => void gaps.refetch()} />;
  const gap = gaps.data.items.find((one) => one.id === id);
  if (!gap) return gaps.data.next ? null : <Notice tone="good" title={say.askedClosed} />;
  return (
    <Card title={say.asked} flush>
      <ul className="waiting">
        <Waiting gap={gap} amount={gap.amount}>
          {gap.order ? orderNumber(gap.order) : spelled(gap.subject, shownNames)} <Moment at={gap.since} />
        </Waiting>
      </ul>
    </Card>
  );
}

// A subject such as alipay:2026… begins with whom it came from.
function spelled(subject: string, shownNames: Readonly<Record<string, string>>) {
  const [, from, rest] = /^([a-z]+):(.+)$/.exec(subject) ?? [];
  return from && rest ? `${named(shownNames, from)} ${rest}` : subject;
}

function Waiting({ gap, amount, children }: { gap: Gap | null; amount: Money | null; children: ReactNode }) {
  const say = useWords(sheetWords);
  return (
    <li>
      <div className="waiting-text">
        <strong>{gap ? gap.causeTitle : say.noReason}</strong>
        <p>{gap ? gap.cause : ''}</p>
        {gap && <p className="soft">{gap.remedy}</p>}
        {gap && <Repair gap={gap} />}
        <p className="small">{children}</p>
      </div>
      <div className="waiting-act">
        {amount && <Amount value={amount} strong />}
        {gap && <Remedy gap={gap} />}
      </div>
    </li>
  );
}

function Repair({ gap }: { gap: Gap }) {
  const say = useWords(sheetWords);
  const { state, what, outcome } = gap.repair;
  if (state === 'none' || !what) return null;
  const words = {
    planned: say.repairPlanned,
    running: say.repairRunning,
    done: say.repairDone,
    failed: say.repairFailed,
  }[state];
  return <p className="small">{words(state === 'done' || state === 'failed' ? (outcome ?? what) : what)}</p>;
}

/** The one button of a gap: it opens the page that mends it, or does the thing itself. */
function Remedy({ gap }: { gap: Gap }) {
  const say = useWords(sheetWords);
  const cache = useQueryClient();
  const sayFailure = useSayFailure();
  const [placing, setPlacing] = useState(false);
  const again = () => {
    void cache.invalidateQueries({ queryKey: ['sheet'] });
    void cache.invalidateQueries({ queryKey: ['proof'] });
    void cache.invalidateQueries({ queryKey: ['home'] });
  };
  const record = useSubmit(
    (_: object, key) =>
      take(
        client.POST('/api/admin/assurance/bills/refunds/{id}/record', {
          params: { path: { id: gap.id }, header: keyed(key) },
        }),
      ),
    {
      onSuccess: () => {
        toast(say.recorded);
        again();
      },
      onError: sayFailure,
    },
  );
  if (gap.action.name === 'place_money')
    return (
      <>
        <Act primary needs="orders.refund" onClick={() => setPlacing(true)}>
          {say.place}
        </Act>
        {placing && (
          <Suspense>
            <MoneyModal
              gap={gap}
              onClose={() => setPlacing(false)}
              onDone={() => {
                setPlacing(false);
                again();
              }}
            />
          </Suspense>
        )}
      </>
    );
  if (gap.action.name === 'record_refund')
    return (
      <Act primary needs="orders.refund" loading={record.isPending} onClick={() => record.mutate({})}>
        {say.record}
      </Act>
    );
  return (
    <Act primary onClick={() => void go(gap.action.link)}>
      {gap.action.title}
    </Act>
  );
}

/** The rows that a figure opens to. */
export function Rows({
  date,
  by,
  name,
  state,
  onClose,
}: {
  date: string;
  by: SheetWay;
  name: string;
  state: string;
  onClose: () => void;
}) {
  const say = useWords(sheetWords);
  const shownNames = useWords(names);
  const rows = useRows(date, by, name, state);
  const stateWords: Record<string, string> = { all: say.all, matched: say.matched, open: say.open };
  const title = say.rowsOf([name ? named(shownNames, name) : say[`by_${by}`], stateWords[state]].join(', '));
  return (
    <Card
      title={title}
      flush
      className="no-print"
      aside={
        <button type="button" className="quiet" onClick={onClose}>
          {say.closeRows}
        </button>
      }
      foot={rows.data?.more ? say.rowsMore : undefined}
    >
      <Failure error={rows.error} retry={() => void rows.refetch()} />
      {!rows.data ? (
        <Slow rows={3} height={44} card={false} />
      ) : rows.data.items.length === 0 ? (
        <Empty title={say.none} />
      ) : (
        <Table
          dense
          rows={rows.data.items}
          keyOf={(row) => `${row.reference}${row.order}`}
          columns={[
            {
              head: say.order,
              width: 220,
              cell: (row) =>
                row.order ? (
                  <Link to={`/orders/${row.order}`}>{orderNumber(row.order)}</Link>
                ) : (
                  <span className="soft">–</span>
                ),
            },
            {
              head: say.reference,
              wide: true,
              cell: (row) => (row.reference ? <Code text={row.reference} length={24} /> : nothing),
            },
            { head: say.at, width: 130, cell: (row) => <Moment at={row.at} /> },
            {
              head: say.state,
              width: 240,
              cell: (row) =>
                row.state === 'matched' ? (
                  <span className="green">{say.matched}</span>
                ) : (
                  <span className="red">{row.gap?.causeTitle ?? say.open}</span>
                ),
            },
            { head: say.amountIn, num: true, width: 120, cell: (row) => <Amount value={row.amountIn} /> },
            { head: say.amountMatched, num: true, width: 120, cell: (row) => <Amount value={row.amountMatched} /> },
          ]}
        />
      )}
    </Card>
  );
}
