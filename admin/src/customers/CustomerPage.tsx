import { useQuery } from '@tanstack/react-query';
import { client, take } from '../api/client';
import type { Customer, OrderRow } from '../api/types';
import { useLang, useWords } from '../app/prefs';
import { Link, type Params } from '../app/router';
import { orderNumber } from '../format/text';
import { useSession } from '../session/session';
import { Icon } from '../ui/Icon';
import { Pill } from '../ui/Pill';
import { Amount, Card, Failure, Moment, PageHead, Slow } from '../ui/parts';
import { Table } from '../ui/Table';
import { customerWords } from './words';

const ordersShown = 20;

export default function CustomerPage({ params }: Params) {
  const id = params.id ?? '';
  const say = useWords(customerWords);
  const lang = useLang();
  const customer = useQuery({
    queryKey: ['customers', id, lang],
    queryFn: () => take(client.GET('/api/admin/customers/{id}', { params: { path: { id } } })),
  });
  return (
    <div className="narrow">
      <div className="back">
        <Link to="/customers">
          <Icon name="left" size={14} />
          {say.title}
        </Link>
      </div>
      {!customer.data && <PageHead title={say.title} />}
      <Failure error={customer.error} />
      {customer.data ? <One customer={customer.data} /> : !customer.error && <Slow rows={6} />}
    </div>
  );
}

function One({ customer }: { customer: Customer }) {
  const say = useWords(customerWords);
  const { can } = useSession();
  return (
    <>
      <PageHead title={customer.name || say.unnamed} note={can('customers.personal') ? undefined : say.masked} />
      <div className="split">
        <div>{can('orders.read') && <Orders id={customer.id} />}</div>
        <div>
          <Card title={say.details}>
            <dl className="facts">
              <dt>{say.phone}</dt>
              <dd>{customer.phone ?? '–'}</dd>
              <dt>{say.email}</dt>
              <dd>{customer.email ?? '–'}</dd>
              <dt>{say.since}</dt>
              <dd>
                <Moment at={customer.createdAt} />
              </dd>
            </dl>
          </Card>
          <Card title={say.addresses}>
            {customer.addresses.length === 0 ? (
              <p className="soft">{say.noAddresses}</p>
            ) : (
              <ul className="history">
                {customer.addresses.map((address) => (
                  <li key={address.id}>
                    {address.name} {address.phone}{' '}
                    {address.isDefault && (
                      <span className="pill" data-state="plain">
                        {say.default}
                      </span>
                    )}
                    <br />
                    <span className="small">
                      {[
                        address.province,
                        address.city === address.province ? '' : address.city,
                        address.district,
                        address.line,
                      ].join('')}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </div>
      </div>
    </>
  );
}

function Orders({ id }: { id: string }) {
  const say = useWords(customerWords);
  const lang = useLang();
  const orders = useQuery({
    queryKey: ['orders', 'of', id, lang],
    queryFn: () => take(client.GET('/api/admin/orders', { params: { query: { customer: id, limit: ordersShown } } })),
  });
  const rows = orders.data?.items ?? [];
  return (
    <Card
      title={say.orders}
      flush={rows.length > 0}
      aside={rows.length > 0 ? <Link to={`/orders?customer=${id}`}>{say.allOrders}</Link> : undefined}
    >
      <Failure error={orders.error} retry={() => void orders.refetch()} />
      {orders.isPending ? (
        <Slow rows={3} card={false} />
      ) : rows.length === 0 ? (
        <p className="soft">{say.noOrders}</p>
      ) : (
        <Table<OrderRow>
          rows={rows}
          keyOf={(row) => row.number}
          columns={[
            {
              head: say.orders,
              cell: (row) => (
                <span className="cell-two">
                  <Link className="row-link" to={`/orders/${row.number}`}>
                    {orderNumber(row.number)}
                  </Link>
                  <span className="small">
                    <Moment at={row.placedAt} />
                  </span>
                </span>
              ),
            },
            { head: say.total, width: 120, num: true, cell: (row) => <Amount value={row.total} /> },
            { head: say.state, width: 150, cell: (row) => <Pill status={row.status} /> },
          ]}
        />
      )}
    </Card>
  );
}
