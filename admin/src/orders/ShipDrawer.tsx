import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Input, InputNumber } from 'antd';
import { useEffect, useState } from 'react';
import { client, take } from '../api/client';
import type { Order } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { toast } from '../app/toast';
import { orderNumber } from '../format/text';
import { Field } from '../ui/Field';
import { Code, Failure, Slow, Thumb, useMedia } from '../ui/parts';
import { common } from '../ui/words';
import { CarrierField, lastCarrier, rememberCarrier } from './CarrierField';
import { orderWords } from './words';

/** Ships all or a part of one order. */
export default function ShipDrawer({
  number,
  onClose,
  onDone,
}: {
  number: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const say = useWords(orderWords);
  const lang = useLang();
  const phone = useMedia('(max-width: 767px)');
  const order = useQuery({
    queryKey: [`order ${number}`, lang],
    queryFn: () => take(client.GET('/api/admin/orders/{number}', { params: { path: { number } } })),
  });
  return (
    <Drawer
      open
      onClose={onClose}
      title={say.shipTitle(orderNumber(number))}
      size={phone ? '100%' : 520}
      destroyOnHidden
    >
      <Failure error={order.error} retry={() => void order.refetch()} />
      {order.data ? (
        <ShipForm order={order.data} onClose={onClose} onDone={onDone} />
      ) : (
        !order.error && <Slow rows={4} card={false} />
      )}
    </Drawer>
  );
}

function ShipForm({ order, onClose, onDone }: { order: Order; onClose: () => void; onDone: () => void }) {
  const say = useWords(orderWords);
  const shared = useWords(common);
  const open = order.lines
    .map((line) => ({ line, left: line.quantity - line.dropped - line.shipped }))
    .filter(({ left }) => left > 0);
  const [take_, setTake] = useState<Record<string, number>>(() =>
    Object.fromEntries(open.map(({ line, left }) => [line.id, left])),
  );
  const [carrier, setCarrier] = useState(lastCarrier);
  const [tracking, setTracking] = useState('');
  const [tried, setTried] = useState(false);
  const chosen = open
    .map(({ line }) => ({ sku: line.sku, quantity: take_[line.id] ?? 0 }))
    .filter((line) => line.quantity > 0);
  const whole = open.every(({ line, left }) => take_[line.id] === left);
  const units = chosen.reduce((total, line) => total + line.quantity, 0);
  const submit = useSubmit(
    (body: { lines?: { sku: string; quantity: number }[]; carrier: string; trackingNumber: string }, key) =>
      take(
        client.POST('/api/admin/orders/{number}/fulfillments', {
          params: { path: { number: order.number }, header: keyed(key) },
          body,
        }),
      ),
    {
      onSuccess: () => {
        rememberCarrier(carrier);
        toast(whole ? say.shipped : say.partShipped);
        onDone();
      },
    },
  );
  useEffect(() => {
    const timer = setTimeout(() => document.getElementById('ship-tracking')?.focus(), 200);
    return () => clearTimeout(timer);
  }, []);
  const send = () => {
    setTried(true);
    if (!carrier || !tracking.trim() || units === 0) {
      document.getElementById(!tracking.trim() ? 'ship-tracking' : 'ship-carrier')?.focus();
      return;
    }
    submit.mutate({
      ...(whole ? {} : { lines: chosen }),
      carrier,
      trackingNumber: tracking.replace(/\s/g, ''),
    });
  };
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
      }}
    >
      <Failure error={submit.error} focus />
      <p className="soft">
        {order.recipient.name} {order.recipient.phone}
        <br />
        {[order.recipient.province, order.recipient.city, order.recipient.district, order.recipient.line]
          .filter(Boolean)
          .join(' ')}
      </p>
      <div>
        <span className="field-label">{say.shipLines}</span>
        <ul className="ship-lines">
          {open.map(({ line, left }) => (
            <li key={line.id}>
              <Thumb src={line.image} />
              <span className="cell-two">
                <span className="one-line" title={line.name}>
                  {line.name}
                </span>
                <span className="small">
                  <Code text={line.sku} /> {say.leftOf(left, line.quantity)}
                </span>
              </span>
              <InputNumber
                aria-label={`${line.name} ${say.quantity}`}
                min={0}
                max={left}
                precision={0}
                value={take_[line.id]}
                onChange={(value) => setTake({ ...take_, [line.id]: value ?? 0 })}
              />
            </li>
          ))}
        </ul>
        {tried && units === 0 && <p className="field-error">{say.nothingChosen}</p>}
      </div>
      <CarrierField
        id="ship-carrier"
        value={carrier}
        onChange={setCarrier}
        error={tried && !carrier ? say.carrierMissing : undefined}
      />
      <Field
        id="ship-tracking"
        label={say.tracking}
        error={tried && !tracking.trim() ? say.trackingMissing : undefined}
      >
        {(wiring) => (
          <Input
            {...wiring}
            value={tracking}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setTracking(event.target.value)}
          />
        )}
      </Field>
      <div className="drawer-actions">
        <Button type="primary" htmlType="submit" loading={submit.isPending}>
          {whole ? say.shipAll : say.shipSome(units)}
        </Button>
        <Button onClick={onClose}>{shared.cancel}</Button>
      </div>
    </form>
  );
}
