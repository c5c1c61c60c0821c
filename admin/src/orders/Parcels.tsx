import { Button } from 'antd';
import { useState } from 'react';
import { client, take } from '../api/client';
import type { Order, Shipment } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { toast } from '../app/toast';
import { inFours } from '../format/text';
import { useSession } from '../session/session';
import { named } from '../ui/named';
import { Card, CopyButton, Moment, useSayFailure } from '../ui/parts';
import { orderWords, parcelStates } from './words';

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
