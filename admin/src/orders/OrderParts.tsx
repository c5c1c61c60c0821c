import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { client, take } from '../api/client';
import type { FlagColor, Money, Order, Shipment } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { Link } from '../app/router';
import { toast } from '../app/toast';
import { money } from '../format/money';
import { inFours } from '../format/text';
import { span } from '../format/time';
import { useSession, useTimes } from '../session/session';
import { Icon, type IconName } from '../ui/Icon';
import { named } from '../ui/named';
import { Amount, Card, Code, CopyButton, Flag, Meta, Moment, Thumb, useSayFailure } from '../ui/parts';
import { common, states } from '../ui/words';
import { moneyStates, orderWords, parcelStates, paymentWords } from './words';

/** Where the order stands on its way; the ways that end otherwise end here too. */
export function Progress({ order }: { order: Order }) {
  const say = useWords(orderWords);
  const stateWords = useWords(states);
  const times = useTimes();
  const paidAt = order.payments.find((one) => one.paidAt)?.paidAt ?? null;
  const shippedAt = order.shipments[0]?.shippedAt ?? null;
  const ended = order.timeline.at(-1)?.at ?? null;
  const off = order.status === 'canceled' || order.status === 'refunding' || order.status === 'refund_completed';
  type Step = { name: string; at: string | null; reached: boolean };
  const rank =
    { awaiting_payment: 0, paid: 1, awaiting_shipment: 2, partly_shipped: 2, shipped: 3, completed: 4 }[
      order.status as string
    ] ?? 0;
  const steps: Step[] = off
    ? [
        { name: say.progressPlaced, at: order.placedAt, reached: true },
        ...(paidAt ? [{ name: stateWords.paid, at: paidAt, reached: true }] : []),
        ...(shippedAt ? [{ name: stateWords.shipped, at: shippedAt, reached: true }] : []),
        { name: stateWords[order.status], at: ended, reached: true },
      ]
    : [
        { name: say.progressPlaced, at: order.placedAt, reached: true },
        { name: rank < 1 ? stateWords.awaiting_payment : stateWords.paid, at: paidAt, reached: rank >= 1 },
        {
          name: order.status === 'partly_shipped' ? stateWords.partly_shipped : stateWords.awaiting_shipment,
          at: null,
          reached: rank >= 2,
        },
        { name: stateWords.shipped, at: shippedAt && rank >= 3 ? shippedAt : null, reached: rank >= 3 },
        { name: stateWords.completed, at: rank >= 4 ? ended : null, reached: rank >= 4 },
      ];
  const now = off ? steps.length - 1 : order.status === 'awaiting_payment' ? 1 : rank;
  return (
    <ol className="progress">
      {steps.map((step, index) => (
        <li
          key={step.name}
          data-step={index === now && now < 4 ? 'now' : step.reached ? 'done' : 'ahead'}
          aria-current={index === now ? 'step' : undefined}
        >
          <span>{step.name}</span>
          <small>
            {step.at
              ? times.when(step.at)
              : index === now && order.deadline
                ? say.shipBy(times.when(order.deadline))
                : ''}
          </small>
        </li>
      ))}
    </ol>
  );
}

export function Lines({ order }: { order: Order }) {
  const say = useWords(orderWords);
  const payments = useWords(paymentWords);
  const lang = useLang();
  const left = order.lines.reduce((total, line) => total + Math.max(0, line.quantity - line.dropped - line.shipped), 0);
  const off = order.status === 'canceled' || order.status === 'refund_completed';
  const sums: [string, Money, boolean?][] = [[say.goodsSum, order.money.goods]];
  if (order.money.discount.amount)
    sums.push([say.discountSum, { ...order.money.discount, amount: -Math.abs(order.money.discount.amount) }]);
  sums.push([say.freight, order.money.freight]);
  if (order.money.tax?.amount) sums.push([say.tax, order.money.tax]);
  const settled = order.money.paid.amount === order.money.total.amount;
  if (!settled) sums.push([say.total, order.money.total]);
  sums.push([say.paidBy(named(payments, order.paymentMethod) || '–'), order.money.paid, true]);
  if (order.money.due.amount) sums.push([say.due, order.money.due]);
  if (order.money.refunded.amount)
    sums.push([say.refunded, { ...order.money.refunded, amount: -Math.abs(order.money.refunded.amount) }]);
  sums.push([say.refundable, order.money.refundable]);
  return (
    <Card title={say.goods} aside={say.lineSummary(order.lineCount, order.unitCount, off ? 0 : left)} flush>
      <table className="grid lines-grid">
        <thead>
          <tr>
            <th>{say.goods}</th>
            <th className="num c-unit">{say.unitPrice}</th>
            <th className="num">{say.quantity}</th>
            <th className="num c-off">{say.discount}</th>
            <th className="num">{say.lineTotal}</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => (
            <tr key={line.id}>
              <td>
                <span className="goods">
                  <Thumb src={line.image} />
                  <span className="cell-two">
                    <span>{[line.name, line.options].filter(Boolean).join(lang === 'zh' ? '，' : ', ')}</span>
                    <Meta>
                      {[
                        <Code key="sku" text={line.sku} length={22} />,
                        line.shipped > 0 && say.shippedCount(line.shipped),
                        line.refunded > 0 && say.refundedUnits(line.refunded),
                        line.dropped > 0 && say.droppedUnits(line.dropped),
                      ]}
                    </Meta>
                  </span>
                </span>
              </td>
              <td className="num c-unit">
                <Amount value={line.unitPrice} />
              </td>
              <td className="num">{line.quantity}</td>
              <td className="num c-off soft">
                {line.discount.amount ? money({ ...line.discount, amount: -Math.abs(line.discount.amount) }) : '–'}
              </td>
              <td className="num">
                <Amount value={line.total} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="sums">
        {sums.map(([name, value, main]) => (
          <SumRow key={name} name={name} value={value} main={main ?? false} />
        ))}
      </dl>
    </Card>
  );
}

function SumRow({ name, value, main }: { name: string; value: Money; main: boolean }) {
  return (
    <>
      <dt className={main ? 'main' : undefined}>{name}</dt>
      <dd className={main ? 'main amount' : 'amount'}>{money(value)}</dd>
    </>
  );
}

export function Parcels({ order, onDone }: { order: Order; onDone: () => void }) {
  const say = useWords(orderWords);
  return (
    <Card title={say.parcels} aside={order.shipments.length === 0 ? say.noParcels : undefined}>
      {order.shipments.length === 0 ? (
        <p className="soft">{say.noParcelsDetail}</p>
      ) : (
        order.shipments.map((parcel, index) => (
          <Parcel key={parcel.id} order={order} parcel={parcel} index={index + 1} onDone={onDone} />
        ))
      )}
    </Card>
  );
}

function Parcel({
  order,
  parcel,
  index,
  onDone,
}: {
  order: Order;
  parcel: Shipment;
  index: number;
  onDone: () => void;
}) {
  const say = useWords(orderWords);
  const parcels = useWords(parcelStates);
  const { can } = useSession();
  const lang = useLang();
  const [all, setAll] = useState(false);
  const sayFailure = useSayFailure();
  const names = new Map(order.lines.map((line) => [line.sku, line.name]));
  const delivered = useSubmit(
    (_: object, key) =>
      take(
        client.POST('/api/admin/orders/{number}/deliveries/{shipment}', {
          params: { path: { number: order.number, shipment: parcel.id }, header: keyed(key) },
        }),
      ),
    {
      onSuccess: () => {
        toast(say.markedDelivered);
        onDone();
      },
      onError: sayFailure,
    },
  );
  const events = [...parcel.events].sort((a, b) => b.at.localeCompare(a.at));
  const shown = all ? events : events.slice(0, 3);
  return (
    <div className="parcel">
      <div className="parcel-head">
        {order.shipments.length > 1 && <strong>{say.parcel(index)}</strong>}
        <span>{parcel.carrierName || parcel.carrier}</span>
        {parcel.trackingNumber && <strong title={parcel.trackingNumber}>{inFours(parcel.trackingNumber)}</strong>}
        {parcel.trackingNumber && <CopyButton text={parcel.trackingNumber} label={say.tracking} />}
        <span
          className="pill"
          data-state={
            parcel.state === 'delivered'
              ? 'good'
              : ['problem', 'refused', 'returning', 'returned'].includes(parcel.state)
                ? 'bad'
                : 'plain'
          }
        >
          {named(parcels, parcel.state)}
        </span>
        {!parcel.deliveredAt && can('orders.ship') && (
          <Button size="small" loading={delivered.isPending} onClick={() => delivered.mutate({})}>
            {say.markDelivered}
          </Button>
        )}
      </div>
      <p className="small">
        {parcel.lines
          .map((line) => `${names.get(line.sku) ?? line.sku} ×${line.quantity}`)
          .join(lang === 'zh' ? '，' : ', ')}
      </p>
      {events.length === 0 ? (
        <p className="hint">{say.noEvents}</p>
      ) : (
        <ol className="track">
          {shown.map((event) => (
            <li key={event.at + event.text}>
              {event.text}
              <br />
              <span className="small">
                <Moment at={event.at} />
              </span>
            </li>
          ))}
        </ol>
      )}
      {!all && events.length > shown.length && (
        <button type="button" className="quiet" onClick={() => setAll(true)}>
          {say.allEvents(events.length)}
        </button>
      )}
    </div>
  );
}

export function Payments({ order }: { order: Order }) {
  const say = useWords(orderWords);
  const methods = useWords(paymentWords);
  const moneyWords = useWords(moneyStates);
  const times = useTimes();
  return (
    <Card title={say.payments}>
      <ul className="history">
        {order.payments.map((payment) => (
          <li key={payment.outTradeNo}>
            {named(methods, payment.provider)} <Amount value={payment.amount} /> {named(moneyWords, payment.state)}
            <br />
            <Meta>
              {[
                <Moment key="at" at={payment.paidAt ?? payment.createdAt} />,
                payment.transactionId && <Code key="id" text={payment.transactionId} length={26} />,
                payment.nextQueryAt && say.nextQuery(times.when(payment.nextQueryAt)),
              ]}
            </Meta>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function Refunds({ order }: { order: Order }) {
  const say = useWords(orderWords);
  const moneyWords = useWords(moneyStates);
  return (
    <Card title={say.refunds}>
      <ul className="history">
        {order.refunds.map((refund) => (
          <li key={refund.id}>
            <Amount value={refund.amount} strong /> {named(moneyWords, refund.state)}
            <br />
            <Meta>{[<Moment key="at" at={refund.confirmedAt ?? refund.requestedAt} />, refund.reason]}</Meta>
            {refund.lines.length > 0 && <Meta>{refund.lines.map((line) => `${line.sku} × ${line.quantity}`)}</Meta>}
            {refund.error && <p className="small red">{refund.error}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function History({ order }: { order: Order }) {
  const say = useWords(orderWords);
  const entries = [...order.timeline].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <Card title={say.history}>
      <ol className="history">
        {entries.map((entry) => (
          <li key={entry.at + entry.kind + entry.text}>
            {entry.text}
            {entry.reason && <span className="soft">{` ${entry.reason}`}</span>}
            <br />
            <Meta>{[<Moment key="at" at={entry.at} />, entry.actor]}</Meta>
          </li>
        ))}
      </ol>
    </Card>
  );
}

const signs: Readonly<Record<string, IconName>> = {
  proved: 'check',
  open: 'ring',
  contradicted: 'alert',
  not_needed: 'ring',
};

/** Each link with what proves it: who outside said so, when, and under which number. */
export function Chain({ order }: { order: Order }) {
  const say = useWords(orderWords);
  const times = useTimes();
  const against = order.chain.some((link) => link.state === 'contradicted');
  const open = order.chain.some((link) => link.state === 'open');
  const aside: ReactNode = against ? (
    <span className="red">{say.chainBroken}</span>
  ) : open ? (
    <span className="amber">{say.chainOpen}</span>
  ) : (
    say.chainOk
  );
  return (
    <Card title={say.chain} aside={aside}>
      <ul className="chain">
        {order.chain.map((link) => (
          <li key={link.link} data-state={link.state} title={link.at ?? undefined}>
            <Icon name={signs[link.state] ?? 'ring'} size={16} />
            <span className="chain-name">{link.title}</span>
            <span className="unseen">{named(say, link.state)}</span>
            <span className="chain-text">
              {link.text}
              {link.ageSeconds !== null && link.ageSeconds >= 60 && (
                <span className="small chain-age">{say.openFor(span(link.ageSeconds * 1000, times.lang))}</span>
              )}
            </span>
            {link.evidence.length > 0 && (
              <details>
                <summary>{say.evidence(link.evidence.length)}</summary>
                <ul>
                  {link.evidence.map((one) => (
                    <li key={`${one.source}${one.at}${one.reference}${one.said}`}>
                      {one.title} {one.said} <Moment at={one.at} />
                      {one.reference && <Code text={one.reference} length={24} />}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const colors: readonly FlagColor[] = ['red', 'yellow', 'green', 'blue', 'purple'];

export function Notes({
  order,
  onDone,
  onFlag,
}: {
  order: Order;
  onDone: () => void;
  onFlag: (color: FlagColor | null) => void;
}) {
  const say = useWords(orderWords);
  const shared = useWords(common);
  const { can } = useSession();
  const [editing, setEditing] = useState(false);
  const [note, setNote] = useState('');
  const sayFailure = useSayFailure();
  const save = useSubmit(
    (body: { note: string }, key) =>
      take(
        client.POST('/api/admin/orders/{number}/note', {
          params: { path: { number: order.number }, header: keyed(key) },
          body,
        }),
      ),
    {
      onSuccess: () => {
        setEditing(false);
        toast(say.noteSaved);
        onDone();
      },
      onError: sayFailure,
    },
  );
  const allowed = can('orders.note');
  return (
    <Card title={say.notes}>
      <div className="notes">
        <div>
          <p className="small">{say.buyerNote}</p>
          <p className={order.buyerNote ? undefined : 'soft'}>{order.buyerNote ?? say.noBuyerNote}</p>
        </div>
        <div>
          <p className="small">{say.ownNote}</p>
          {editing ? (
            <form
              className="fields"
              onSubmit={(event) => {
                event.preventDefault();
                save.mutate({ note: note.trim() });
              }}
            >
              <Input.TextArea
                aria-label={say.ownNote}
                autoFocus
                rows={3}
                maxLength={1000}
                value={note}
                onChange={(event) => setNote(event.target.value)}
                onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && save.mutate({ note: note.trim() })}
              />
              <span className="drawer-actions">
                <Button size="small" type="primary" htmlType="submit" loading={save.isPending}>
                  {say.saveNote}
                </Button>
                <Button size="small" onClick={() => setEditing(false)}>
                  {shared.cancel}
                </Button>
              </span>
            </form>
          ) : (
            <p>
              {order.flag && <Flag color={order.flag} />} {order.note}{' '}
              {allowed && (
                <button
                  type="button"
                  className="quiet"
                  onClick={() => {
                    setNote(order.note ?? '');
                    setEditing(true);
                  }}
                >
                  {order.note ? say.editNote : say.addNote}
                </button>
              )}
            </p>
          )}
        </div>
        {allowed && (
          <div className="flag-row">
            {colors.map((color) => (
              <button
                type="button"
                key={color}
                aria-pressed={order.flag === color}
                aria-label={say[color]}
                title={say[color]}
                onClick={() => onFlag(order.flag === color ? null : color)}
              >
                <Flag color={color} />
              </button>
            ))}
          </div>
        )}
      </div>
    </Card>
  );
}

export function Recipient({ order }: { order: Order }) {
  const say = useWords(orderWords);
  const { recipient } = order;
  const lang = useLang();
  const glue = lang === 'zh' ? '' : ' ';
  const address = [
    recipient.province,
    recipient.city === recipient.province ? '' : recipient.city,
    recipient.district,
    recipient.line,
  ]
    .filter(Boolean)
    .join(recipient.country && recipient.country !== 'CN' ? ', ' : glue);
  return (
    <Card
      title={say.recipient}
      aside={
        <CopyButton
          text={`${recipient.name} ${recipient.phone} ${address} ${recipient.postcode ?? ''}`.trim()}
          label={say.recipient}
        />
      }
    >
      <dl className="facts">
        <dt>{say.name}</dt>
        <dd>{recipient.name}</dd>
        <dt>{say.phone}</dt>
        <dd className={order.blocked?.code.includes('phone') ? 'red' : undefined}>{recipient.phone}</dd>
        <dt>{say.address}</dt>
        <dd className={order.blocked?.code.includes('address') ? 'red' : undefined}>
          {address} {recipient.postcode}
        </dd>
        <dt>{say.delivery}</dt>
        <dd>{order.deliveryMethod?.name}</dd>
      </dl>
    </Card>
  );
}

export function Customer({ order }: { order: Order }) {
  const say = useWords(orderWords);
  const { can } = useSession();
  const { buyer } = order;
  const who = buyer ? (buyer.name ?? say.erased) : say.guest;
  return (
    <Card title={say.customer}>
      <dl className="facts">
        <dt>{say.account}</dt>
        <dd>
          {buyer?.name != null && can('customers.read') ? <Link to={`/customers/${buyer.id}`}>{who}</Link> : who}
          {buyer && (
            <>
              {' '}
              <span className="pill" data-state="plain">
                {say.member}
              </span>
            </>
          )}
        </dd>
        <dt>{say.name}</dt>
        <dd>{order.customer.name}</dd>
        <dt>{say.phone}</dt>
        <dd>{order.customer.phone}</dd>
        {order.externalNumber && (
          <>
            <dt>{say.external}</dt>
            <dd>
              {order.externalNumber} <CopyButton text={order.externalNumber} label={say.external} />
            </dd>
          </>
        )}
      </dl>
      <Link
        to={
          buyer
            ? `/orders?customer=${buyer.id}`
            : `/orders?query=${encodeURIComponent(order.customer.phone || order.customer.name)}`
        }
      >
        {say.ordersOf}
      </Link>
    </Card>
  );
}
