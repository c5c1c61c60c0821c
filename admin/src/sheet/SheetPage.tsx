import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { client, take } from '../api/client';
import type { Sheet, SheetFigure, SheetWay } from '../api/types';
import { useLang, useWords } from '../app/prefs';
import { go, type Params, usePlace } from '../app/router';
import { addDays, dayOf } from '../format/time';
import { useTimes } from '../session/session';
import { named } from '../ui/named';
import { Amount, Card, Empty, Failure, Notice, PageHead, Slow } from '../ui/parts';
import { Table } from '../ui/Table';
import Bills from './Bills';
import { Asked, OpenRows, Rows } from './Rows';
import { names, sheetWords } from './words';
import './sheet.css';

/** What came in on a day and what of it is home, in one sentence, then by channel and provider, then what waits. */
export default function SheetPage(_: Params) {
  const say = useWords(sheetWords);
  const lang = useLang();
  const { zone } = useTimes();
  const { query } = usePlace();
  const today = dayOf(Date.now(), zone);
  const date = query.get('date') ?? today;
  const asked = query.get('open');
  const sheet = useQuery({
    queryKey: ['sheet', date, lang],
    queryFn: () => take(client.GET('/api/admin/assurance/sheet', { params: { query: { date } } })),
    refetchInterval: date === today ? 60_000 : false,
    placeholderData: keepPreviousData,
  });
  const show = (day: string) => void go(day === today ? '/sheet' : `/sheet?date=${day}`, { replace: true });
  return (
    <div className="narrow sheet">
      <PageHead title={say.title} note={date}>
        <div className="sheet-day no-print">
          <Button onClick={() => show(addDays(date, -1))}>{say.earlier}</Button>
          <label>
            <span className="unseen">{say.day}</span>
            <input
              type="date"
              value={date}
              max={today}
              onChange={(event) => event.target.value && show(event.target.value)}
            />
          </label>
          <Button disabled={date >= today} onClick={() => show(addDays(date, 1))}>
            {say.later}
          </Button>
          <Button href={`/api/admin/assurance/sheet/export?date=${date}`}>{say.export}</Button>
          <Button onClick={() => window.print()}>{say.print}</Button>
        </div>
      </PageHead>
      {asked && <Asked id={asked} />}
      <Failure error={sheet.error} retry={() => void sheet.refetch()} />
      {sheet.data ? (
        <Filled sheet={sheet.data} part={query.get('part')} />
      ) : (
        !sheet.error && <Slow rows={8} height={56} />
      )}
    </div>
  );
}

function Filled({ sheet, part }: { sheet: Sheet; part: string | null }) {
  const say = useWords(sheetWords);
  const [shown, setShown] = useState<{ by: SheetWay; name: string; state: string } | null>(null);
  const waits = sheet.waiting;
  const open = (by: SheetWay) => (name: string, state: string) => setShown({ by, name, state });
  return (
    <>
      <Notice tone={waits > 0 ? 'warn' : sheet.in > 0 ? 'good' : 'plain'} title={sheet.sentence} />
      {waits > 0 && <OpenRows date={sheet.date} />}
      <Figures title={say.orders} rows={sheet.channels} onOpen={open('channel')} total={sheet} />
      <Figures title={say.payments} rows={sheet.providers} onOpen={open('provider')} />
      {shown && <Rows key={JSON.stringify(shown)} date={sheet.date} {...shown} onClose={() => setShown(null)} />}
      <div className="sheet-pair">
        <Others sheet={sheet} onOpen={(by) => setShown({ by, name: '', state: 'all' })} />
        <Bills date={sheet.date} bills={sheet.bills} asked={part === 'bills'} />
      </div>
      <p className="sheet-queue">
        <span>{say.queue}</span>
        {(['arrivals', 'inbox', 'outbox', 'cases'] as const).map((one) => (
          <span key={one} className={sheet.queue[one] > 0 ? 'amber' : 'soft'}>
            {say[one]} {sheet.queue[one]}
          </span>
        ))}
      </p>
    </>
  );
}

function Figures({
  title,
  rows,
  total,
  onOpen,
}: {
  title: string;
  rows: SheetFigure[];
  total?: Sheet;
  onOpen: (name: string, state: string) => void;
}) {
  const say = useWords(sheetWords);
  const shownNames = useWords(names);
  const nameOf = (row: SheetFigure) => (row.name ? named(shownNames, row.name) : say.total);
  const count = (row: SheetFigure, figure: number, state: string) =>
    row.name && figure > 0 ? (
      <button type="button" className="figure-link" onClick={() => onOpen(row.name, state)}>
        {figure}
      </button>
    ) : (
      figure
    );
  const all = total && rows.length > 1 ? [...rows, { ...total, name: '' }] : rows;
  return (
    <Card title={title} flush>
      {rows.length === 0 ? (
        <Empty title={say.none} />
      ) : (
        <Table
          dense
          rows={all}
          keyOf={(row) => `${row.name}${row.amountIn.currency}`}
          columns={[
            { head: say.name, cell: (row) => (row.name ? nameOf(row) : <strong>{nameOf(row)}</strong>) },
            { head: say.in, num: true, width: 80, cell: (row) => count(row, row.in, 'all') },
            { head: say.matched, num: true, width: 80, cell: (row) => count(row, row.matched, 'matched') },
            {
              head: say.open,
              num: true,
              width: 80,
              cell: (row) => <span className={row.open > 0 ? 'red' : 'soft'}>{count(row, row.open, 'open')}</span>,
            },
            { head: say.amountIn, num: true, width: 150, cell: (row) => <Amount value={row.amountIn} /> },
            {
              head: say.amountMatched,
              num: true,
              width: 150,
              cell: (row) => (
                <span className={row.amountIn.amount === row.amountMatched.amount ? undefined : 'red'}>
                  <Amount value={row.amountMatched} />
                </span>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}

function Others({ sheet, onOpen }: { sheet: Sheet; onOpen: (by: SheetWay) => void }) {
  const say = useWords(sheetWords);
  return (
    <Card title={say.others}>
      <dl className="sheet-others">
        <div>
          <dt>
            {say.refunds}
            <span className="small">{say.refundsNote(sheet.refunds.confirmed, sheet.refunds.count)}</span>
          </dt>
          <dd>
            <button type="button" className="figure-link" onClick={() => onOpen('refund')}>
              <Amount value={sheet.refunds.amount} />
            </button>
          </dd>
        </div>
        <div>
          <dt>
            {say.fees}
            <span className="small">{say.feesNote}</span>
          </dt>
          <dd>
            <button type="button" className="figure-link" onClick={() => onOpen('fee')}>
              <Amount value={sheet.fees} />
            </button>
          </dd>
        </div>
      </dl>
    </Card>
  );
}
