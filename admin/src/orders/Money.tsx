import type { Order } from '../api/types';
import { useWords } from '../app/prefs';
import { useTimes } from '../session/session';
import { named } from '../ui/named';
import { Amount, Card, Code, Meta, Moment } from '../ui/parts';
import { moneyStates, orderWords, paymentWords } from './words';

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
