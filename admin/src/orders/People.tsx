import type { Order } from '../api/types';
import { useLang, useWords } from '../app/prefs';
import { Link } from '../app/router';
import { useSession } from '../session/session';
import { Card, CopyButton } from '../ui/parts';
import { orderWords } from './words';

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
