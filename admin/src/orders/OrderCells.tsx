import { memo } from 'react';
import type { OrderRow } from '../api/types';
import { useLang, useWords } from '../app/prefs';
import { Link } from '../app/router';
import { orderNumber } from '../format/text';
import { span } from '../format/time';
import { useTimes } from '../session/session';
import { named } from '../ui/named';
import { Pill } from '../ui/Pill';
import { Amount, Flag, Meta, Moment, Thumb } from '../ui/parts';
import { channelWords, orderWords, paymentWords } from './words';

/** The one thing to know about an order besides its state: what stops it, or how much time is left. */
export function Urgency({ order }: { order: OrderRow }) {
  const say = useWords(orderWords);
  const times = useTimes();
  const first = order.attention[0];
  if (first)
    return (
      <span className="small red one-line" title={order.attention.map((one) => one.text).join('\n')}>
        {first.text}
      </span>
    );
  if (!order.deadline) return null;
  const left = Date.parse(order.deadline) - Date.now();
  const exact = times.exactly(order.deadline);
  if (order.status === 'awaiting_payment')
    return (
      <span className="small one-line" title={exact}>
        {left > 0 ? say.closesIn(span(left, times.lang)) : say.closing}
      </span>
    );
  if (left < 0)
    return (
      <span className="small red one-line" title={exact}>
        {say.late(span(-left, times.lang))}
      </span>
    );
  return (
    <span className="small one-line" title={exact}>
      {say.shipBy(times.when(order.deadline))}
    </span>
  );
}

export function isLate(order: OrderRow): boolean {
  return order.next === 'ship' && order.deadline !== null && Date.parse(order.deadline) < Date.now();
}

export function NextButton({ order, act }: { order: OrderRow; act: (order: OrderRow) => void }) {
  const say = useWords(orderWords);
  return order.next ? (
    <button type="button" className={isLate(order) ? 'row-act now' : 'row-act'} onClick={() => act(order)}>
      {named(say, order.next)}
    </button>
  ) : (
    <Link className="row-act" to={`/orders/${order.number}`} tabIndex={-1}>
      {say.look}
    </Link>
  );
}

interface RowProps {
  order: OrderRow;
  selected: boolean;
  current: boolean;
  fresh: boolean;
  dense: boolean;
  select: (number: string, range: boolean) => void;
  act: (order: OrderRow) => void;
}

/** Memoised: ticking one of fifty rows draws one row. */
export const Row = memo(function Row({ order, selected, current, fresh, dense, select, act }: RowProps) {
  const say = useWords(orderWords);
  const channels = useWords(channelWords);
  const payments = useWords(paymentWords);
  const lang = useLang();
  const line = order.lines[0];
  const marks = [selected && 'selected', current && 'current', fresh && 'fresh'].filter(Boolean).join(' ');
  return (
    <tr id={`row-${order.number}`} className={marks || undefined}>
      <td>
        <input
          type="checkbox"
          className="tick"
          aria-label={say.select(order.number)}
          checked={selected}
          onChange={() => {}}
          onClick={(event) => select(order.number, event.shiftKey)}
        />
      </td>
      <td>
        <span className="cell-two">
          <Link className="row-link" to={`/orders/${order.number}`} title={order.number}>
            {orderNumber(order.number)}
          </Link>
          {!dense && <Meta>{[<Moment key="at" at={order.placedAt} />, named(channels, order.channel)]}</Meta>}
        </span>
      </td>
      <td>
        <span className="goods">
          {!dense && <Thumb src={line?.image ?? null} />}
          <span className="cell-two">
            <span
              className="one-line"
              title={order.lines.map((one) => `${one.name} ${one.options} ×${one.quantity}`).join('\n')}
            >
              {line?.name ?? '–'}
            </span>
            {!dense && (
              <span className="small one-line">
                {[line?.options, say.units(order.unitCount, order.lineCount)]
                  .filter(Boolean)
                  .join(lang === 'zh' ? '，' : ', ')}
              </span>
            )}
          </span>
        </span>
      </td>
      <td className="c-buyer">
        <span className="cell-two">
          <span className="one-line" title={order.customer.name}>
            {order.customer.name}
          </span>
          {!dense && (
            <span className="small one-line" title={order.customer.place}>
              {order.customer.place}
            </span>
          )}
        </span>
      </td>
      <td className="num">
        <span className="cell-two">
          <Amount value={order.paid.amount ? order.paid : order.total} />
          {!dense && (
            <span className="small one-line">
              {order.paid.amount ? named(payments, order.paymentMethod) : say.unpaid}
            </span>
          )}
        </span>
      </td>
      <td>
        <span className={dense ? 'goods' : 'cell-two'}>
          <Pill status={order.status} />
          <Urgency order={order} />
        </span>
      </td>
      <td className="c-note">
        {(order.flag || order.note) && (
          <span className="row-note" title={order.note ?? undefined}>
            {order.flag && <Flag color={order.flag} />}
            {order.flag && <span className="unseen">{named(say, order.flag)}</span>}
            <span>{order.note}</span>
          </span>
        )}
      </td>
      <td className="num">
        <NextButton order={order} act={act} />
      </td>
    </tr>
  );
});

export const OrderCard = memo(function OrderCard({
  order,
  selected,
  fresh,
  select,
  act,
  selecting,
}: Omit<RowProps, 'current' | 'dense'> & { selecting: boolean }) {
  const say = useWords(orderWords);
  const channels = useWords(channelWords);
  const line = order.lines[0];
  return (
    <li className={['order-card', selected && 'selected', fresh && 'fresh'].filter(Boolean).join(' ')}>
      <div className="order-card-head">
        {selecting && (
          <label className="tick-target">
            <input
              type="checkbox"
              className="tick"
              aria-label={say.select(order.number)}
              checked={selected}
              onChange={() => select(order.number, false)}
            />
          </label>
        )}
        <Link className="row-link" to={`/orders/${order.number}`} title={order.number}>
          …{orderNumber(order.number).slice(-11)}
        </Link>
        <Meta>{[<Moment key="at" at={order.placedAt} />, named(channels, order.channel)]}</Meta>
        <Pill status={order.status} />
      </div>
      <div className="goods">
        <Thumb src={line?.image ?? null} size={44} />
        <span className="cell-two">
          <span className="one-line">{line?.name ?? '–'}</span>
          <span className="small one-line">
            {order.customer.name} {order.customer.place}
          </span>
        </span>
        <span className="cell-two end">
          <Amount value={order.paid.amount ? order.paid : order.total} />
          <span className="small">{say.units(order.unitCount, 1)}</span>
        </span>
      </div>
      <div className="order-card-foot">
        <Urgency order={order} />
        {order.flag && <Flag color={order.flag} />}
        <NextButton order={order} act={act} />
      </div>
    </li>
  );
});
