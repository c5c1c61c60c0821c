import { useQuery, useQueryClient } from '@tanstack/react-query';
import { client, take } from '../api/client';
import type { Home, Money, WorkItem, WorkKind } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { Link, type Params } from '../app/router';
import { toast } from '../app/toast';
import { difference, money } from '../format/money';
import { clock, dayWords, span, weekday } from '../format/time';
import { useSession, useTimes } from '../session/session';
import { Icon } from '../ui/Icon';
import { Act, Card, Empty, Failure, PageHead, Slow, Thumb, useSayFailure } from '../ui/parts';
import { common } from '../ui/words';
import { HourLine } from './HourLine';
import { homeWords } from './words';
import './home.css';

export default function HomePage(_: Params) {
  const say = useWords(homeWords);
  const lang = useLang();
  const { zone } = useTimes();
  const home = useQuery({
    queryKey: ['home', lang],
    queryFn: () => take(client.GET('/api/admin/home')),
    refetchInterval: 60_000,
    placeholderData: (previous) => previous,
  });
  const at = Date.parse(home.data?.asOf ?? '') || Date.now();
  // The day in numbers even when it is today: the title already says today.
  const day = dayWords(at, zone, lang, at + 10 * 86_400_000);
  return (
    <>
      <PageHead
        title={say.title}
        note={home.data ? say.asOf(day, weekday(at, zone, lang), clock(at, zone)) : undefined}
      />
      <Failure error={home.error} retry={() => void home.refetch()} />
      {home.data ? <Filled home={home.data} /> : !home.error && <Slow rows={8} height={76} />}
    </>
  );
}

function Filled({ home }: { home: Home }) {
  const { can } = useSession();
  return (
    <div className="split wide">
      <div>
        <Work work={home.work} />
        <Figures home={home} />
      </div>
      <div>
        <Proof proof={home.proof} />
        {can('stock.read') && <SellingOut rows={home.sellingOut} />}
      </div>
    </div>
  );
}

const targets: Record<WorkKind, { to: string; needs: string }> = {
  awaiting_shipment: { to: '/orders?status=awaiting_shipment', needs: 'orders.read' },
  awaiting_confirmation: { to: '/orders?status=paid', needs: 'orders.read' },
  awaiting_payment: { to: '/orders?status=awaiting_payment', needs: 'orders.read' },
  unmatched_money: { to: '/sheet', needs: 'assurance.read' },
  unreturned: { to: '/unreturned', needs: 'channels.read' },
  refunds_open: { to: '/orders?status=refunding', needs: 'orders.read' },
  low_stock: { to: '/stock?low=true', needs: 'stock.read' },
  delivery_stalled: { to: '/orders?attention=delivery_stalled', needs: 'orders.read' },
  dead_letters: { to: '/operations', needs: 'operations.read' },
};

function isKnown(kind: string): kind is WorkKind {
  return kind in targets;
}

/** Money without an order first, then what is overdue, then what is due, then by count; zeros last. */
function byUrgency(a: WorkItem, b: WorkItem): number {
  const rank = (one: WorkItem) =>
    one.count === 0
      ? 4
      : one.kind === 'unmatched_money' || one.kind === 'unreturned'
        ? 0
        : one.overdue > 0
          ? 1
          : one.dueAt
            ? 2
            : 3;
  return rank(a) - rank(b) || (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') || b.count - a.count;
}

function Work({ work }: { work: Home['work'] }) {
  const say = useWords(homeWords);
  const times = useTimes();
  const { can } = useSession();
  const shown = work
    .flatMap((one) => (isKnown(one.kind) && can(targets[one.kind].needs) ? [{ ...one, kind: one.kind }] : []))
    .sort(byUrgency);
  const note = (one: WorkItem) => {
    if (one.count === 0) return say.nothing;
    const parts = [
      one.amount?.amount ? say.worth(money(one.amount)) : '',
      one.overdue > 0 ? say.overdue(one.overdue, one.count) : '',
      one.dueAt && Date.parse(one.dueAt) > Date.now() ? say.dueBy(times.when(one.dueAt)) : '',
      !one.dueAt && one.oldestAt ? say.oldest(span(Date.now() - Date.parse(one.oldestAt), times.lang)) : '',
    ];
    const line = parts.filter(Boolean).join(times.lang === 'zh' ? '，' : ', ');
    return line.charAt(0).toUpperCase() + line.slice(1);
  };
  return (
    <Card title={say.work} aside={say.urgent} flush className="work-card">
      <ul className="work">
        {shown.map((one) => (
          <li key={one.kind}>
            <Link to={targets[one.kind].to} data-state={one.count === 0 ? 'zero' : one.overdue > 0 ? 'late' : 'open'}>
              <span className="work-count">{one.count >= 1000 ? '999+' : one.count}</span>
              <span className="cell-two">
                <span>{say[one.kind]}</span>
                <span className="small one-line" title={note(one)}>
                  {note(one)}
                </span>
              </span>
              <Icon name="right" size={14} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Figures({ home }: { home: Home }) {
  const say = useWords(homeWords);
  const lang = useLang();
  const { sales, orders, average, paidShare } = home.figures;
  const away = (today: Money | null, last: Money | null, percent: boolean) => {
    if (!today || !last) return say.noBasis;
    const gap = { ...today, amount: today.amount - last.amount };
    if (gap.amount === 0) return say.same;
    const share =
      percent && last.amount > 0
        ? `${gap.amount > 0 ? '+' : '−'}${Math.abs((gap.amount / last.amount) * 100).toFixed(1)}%${lang === 'zh' ? '，' : ', '}`
        : '';
    return `${share}${difference(gap)}`;
  };
  const percent = (value: number | null) => (value === null ? '–' : `${(value * 100).toFixed(1)}%`);
  const points =
    paidShare.today === null || paidShare.lastWeek === null
      ? say.noBasis
      : signed((paidShare.today - paidShare.lastWeek) * 100, 1, say.points, say.same);
  const figures = [
    [say.sales, money(sales.today), away(sales.today, sales.lastWeek, true)],
    [
      say.orders,
      say.ordersCount(orders.today),
      signed(orders.today - orders.lastWeek, 0, say.ordersCount as (text: never) => string, say.same),
    ],
    [say.average, average.today ? money(average.today) : '–', away(average.today, average.lastWeek, false)],
    [say.paidShare, percent(paidShare.today), points],
  ] as const;
  return (
    <Card title={say.soFar} aside={say.compared} flush className="figures-card">
      <dl className="figures">
        {figures.map(([name, value, gap]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <strong>{value}</strong>
              <span className="small">{gap}</span>
            </dd>
          </div>
        ))}
      </dl>
      <HourLine today={home.hours.today} lastWeek={home.hours.lastWeek} />
    </Card>
  );
}

function signed(gap: number, digits: number, words: (text: never) => string, same: string): string {
  const size = Math.abs(gap).toFixed(digits);
  if (Number(size) === 0) return same;
  return words(`${gap > 0 ? '+' : '−'}${size}` as never);
}

function Proof({ proof }: { proof: Home['proof'] }) {
  const say = useWords(homeWords);
  const shared = useWords(common);
  const times = useTimes();
  const cache = useQueryClient();
  const sayFailure = useSayFailure();
  const check = useSubmit(
    (_: object, key) => take(client.POST('/api/admin/assurance/check', { params: { header: keyed(key) } })),
    {
      onSuccess: (result) => {
        const broken = result.equations.filter((one) => one.broken > 0).length;
        toast(broken ? say.checkedBroken(broken) : say.checkedAll(result.equations.length), {
          tone: broken ? 'bad' : 'plain',
        });
        void cache.invalidateQueries({ queryKey: ['home'] });
        void cache.invalidateQueries({ queryKey: ['proof'] });
      },
      onError: sayFailure,
    },
  );
  const gap = { ...proof.amountIn, amount: proof.amountIn.amount - proof.amountMatched.amount };
  const open = [say.count(proof.open), gap.amount ? money(gap) : '']
    .filter(Boolean)
    .join(times.lang === 'zh' ? '，' : ', ');
  // Red only on the difference: what came in and what was matched are facts, the gap between them is the work.
  const rows: [boolean, string, string][] = [
    [true, say.ordersIn, say.count(proof.ordersIn)],
    [true, say.ordersMatched, say.count(proof.ordersMatched)],
    [true, say.amountIn, money(proof.amountIn)],
    [true, say.amountMatched, money(proof.amountMatched)],
    [proof.open === 0 && gap.amount === 0, say.openOrders, open],
    [
      proof.equationsBroken === 0,
      say.equations,
      proof.equationsBroken ? say.equationsBroken(proof.equationsBroken) : say.equationsOk,
    ],
  ];
  return (
    <Card
      title={say.proof}
      aside={<Link to="/proof">{shared.open}</Link>}
      foot={
        <>
          <span>{proof.checkedAt ? say.checkedAt(times.when(proof.checkedAt)) : say.neverChecked}</span>
          <Act size="small" needs="assurance.run" loading={check.isPending} onClick={() => check.mutate({})}>
            {say.checkNow}
          </Act>
        </>
      }
    >
      <ul className="proof-sum">
        {rows.map(([ok, name, value]) => (
          <li key={name} data-ok={ok}>
            <Icon name={ok ? 'check' : 'alert'} size={16} />
            <span>{name}</span>
            <span className="amount">{value}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function SellingOut({ rows }: { rows: Home['sellingOut'] }) {
  const say = useWords(homeWords);
  const shared = useWords(common);
  return (
    <Card title={say.sellingOut} aside={<Link to="/stock?low=true">{shared.all}</Link>} flush className="selling">
      {rows.length === 0 ? (
        <Empty title={say.noneSellingOut} />
      ) : (
        <ul>
          {rows.slice(0, 6).map((row) => (
            <li key={row.sku}>
              <Thumb src={row.image} size={36} />
              <span className="cell-two">
                <span className="one-line" title={row.name}>
                  {row.name}
                </span>
                <span className="small">
                  {row.available <= 0
                    ? say.soldOut
                    : row.daysLeft === null
                      ? say.left(row.available)
                      : say.leftDays(row.available, row.daysLeft)}
                </span>
              </span>
              <Link className="row-act" to={`/stock/${encodeURIComponent(row.sku)}`}>
                {say.look}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
