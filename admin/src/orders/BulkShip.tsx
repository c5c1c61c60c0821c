import { Button, Drawer, Input } from 'antd';
import { useRef, useState } from 'react';
import { Attempt, client, take } from '../api/client';
import type { OrderRow } from '../api/types';
import { keyed } from '../api/use';
import { useWords } from '../app/prefs';
import { orderNumber } from '../format/text';
import { Failure, useMedia } from '../ui/parts';
import { common } from '../ui/words';
import { CarrierField, lastCarrier, rememberCarrier } from './CarrierField';
import { orderWords } from './words';

/** Ships several orders with one carrier; made for a scanner: every Enter goes to the next number. */
export default function BulkShip({
  orders,
  onClose,
  ship,
}: {
  orders: readonly OrderRow[];
  onClose: () => void;
  ship: (orders: readonly OrderRow[], send: (order: OrderRow) => Promise<unknown>) => Promise<void>;
}) {
  const say = useWords(orderWords);
  const shared = useWords(common);
  const phone = useMedia('(max-width: 767px)');
  const [carrier, setCarrier] = useState(lastCarrier);
  const [tracking, setTracking] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const attempts = useRef(new Map<string, Attempt>());
  const numberOf = (order: OrderRow) => (tracking[order.number] ?? '').replace(/\s/g, '');
  const seen = orders.map(numberOf).filter(Boolean);
  const double = (number: string) => number !== '' && seen.filter((one) => one === number).length > 1;
  const errorOf = (order: OrderRow) => {
    const number = numberOf(order);
    if (double(number)) return say.trackingDouble;
    return tried && !number ? say.trackingMissing : undefined;
  };

  const send = async () => {
    setTried(true);
    const first = orders.find((order) => !numberOf(order) || double(numberOf(order)));
    if (first || !carrier) {
      document.getElementById(first ? `bulk-${first.number}` : 'bulk-carrier')?.focus();
      return;
    }
    setBusy(true);
    rememberCarrier(carrier);
    await ship(orders, async (order) => {
      const attempt = attempts.current.get(order.number) ?? new Attempt();
      attempts.current.set(order.number, attempt);
      const body = { carrier, trackingNumber: numberOf(order) };
      try {
        await take(
          client.POST('/api/admin/orders/{number}/fulfillments', {
            params: { path: { number: order.number }, header: keyed(attempt.keyFor(body)) },
            body,
          }),
        );
        attempt.settle(null);
      } catch (failure) {
        attempt.settle(failure);
        throw failure;
      }
    });
    setBusy(false);
  };

  return (
    <Drawer open onClose={onClose} title={say.bulkShipTitle(orders.length)} size={phone ? '100%' : 560} destroyOnHidden>
      <div className="fields">
        <Failure error={null} />
        <CarrierField
          id="bulk-carrier"
          value={carrier}
          onChange={setCarrier}
          error={tried && !carrier ? say.carrierMissing : undefined}
        />
        <p className="hint">{say.trackingHint}</p>
        <ol className="bulk-lines">
          {orders.map((order, index) => {
            const error = errorOf(order);
            return (
              <li key={order.number}>
                <label htmlFor={`bulk-${order.number}`} className="cell-two">
                  <strong>{orderNumber(order.number)}</strong>
                  <span className="small one-line">
                    {order.customer.name} {order.customer.place}
                  </span>
                </label>
                <span className="cell-two grow">
                  <Input
                    id={`bulk-${order.number}`}
                    aria-label={`${say.tracking} ${order.number}`}
                    aria-describedby={error ? `bulk-${order.number}-error` : undefined}
                    status={error ? 'error' : undefined}
                    placeholder={say.tracking}
                    autoComplete="off"
                    autoFocus={index === 0}
                    value={tracking[order.number] ?? ''}
                    onChange={(event) => setTracking({ ...tracking, [order.number]: event.target.value })}
                    onPressEnter={(event) => {
                      if (event.nativeEvent.isComposing) return;
                      const next = orders[index + 1];
                      if (next && !event.ctrlKey) document.getElementById(`bulk-${next.number}`)?.focus();
                      else void send();
                    }}
                  />
                  {error && (
                    <span className="field-error" id={`bulk-${order.number}-error`}>
                      {error}
                    </span>
                  )}
                </span>
              </li>
            );
          })}
        </ol>
        <div className="drawer-actions">
          <Button type="primary" loading={busy} onClick={() => void send()}>
            {say.bulkShip(orders.length)}
          </Button>
          <Button onClick={onClose}>{shared.cancel}</Button>
        </div>
      </div>
    </Drawer>
  );
}
