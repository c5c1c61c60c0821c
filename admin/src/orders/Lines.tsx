import type { Money, Order } from '../api/types';
import { useLang, useWords } from '../app/prefs';
import { money } from '../format/money';
import { named } from '../ui/named';
import { Amount, Card, Code, Meta, Thumb } from '../ui/parts';
import { orderWords, paymentWords } from './words';

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
