import { Input, Modal } from 'antd';
import { useState } from 'react';
import { client, take } from '../api/client';
import type { StockDetail } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useWords } from '../app/prefs';
import { toast } from '../app/toast';
import { Field } from '../ui/Field';
import { Failure } from '../ui/parts';
import { common } from '../ui/words';
import { stockWords } from './words';

/** A correction of the stock: a signed number and its reason; the dialog says what it will be afterwards. */
export default function AdjustModal({
  detail,
  onClose,
  onDone,
}: {
  detail: StockDetail;
  onClose: () => void;
  onDone: () => void;
}) {
  const say = useWords(stockWords);
  const shared = useWords(common);
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [location, setLocation] = useState(detail.levels[0]?.location ?? '');
  const [tried, setTried] = useState(false);
  const plain = text.normalize('NFKC').replace('−', '-').trim();
  const quantity = /^[+-]?\d{1,7}$/.test(plain) ? Number(plain) : 0;
  const level = detail.levels.find((one) => one.location === location) ?? detail;
  const submit = useSubmit(
    (body: { quantity: number; reason: string; location?: string }, key) =>
      take(
        client.POST('/api/admin/stock/{sku}/movements', {
          params: { path: { sku: detail.sku }, header: keyed(key) },
          body,
        }),
      ),
    {
      onSuccess: () => {
        toast(say.adjusted);
        onDone();
      },
    },
  );
  const send = () => {
    setTried(true);
    if (quantity === 0) document.getElementById('adjust-quantity')?.focus();
    else if (!reason.trim()) document.getElementById('adjust-reason')?.focus();
    else submit.mutate({ quantity, reason: reason.trim(), ...(location ? { location } : {}) });
  };
  return (
    <Modal
      open
      title={say.adjustTitle(detail.sku)}
      okText={quantity > 0 ? say.add(quantity) : quantity < 0 ? say.takeAway(-quantity) : say.adjust}
      cancelText={shared.cancel}
      onCancel={onClose}
      onOk={send}
      confirmLoading={submit.isPending}
    >
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Failure error={submit.error} focus />
        {detail.levels.length > 1 && (
          <Field id="adjust-location" label={say.location}>
            {({ id }) => (
              <select id={id} className="native" value={location} onChange={(event) => setLocation(event.target.value)}>
                {detail.levels.map((one) => (
                  <option key={one.location} value={one.location}>
                    {one.locationName}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field
          id="adjust-quantity"
          label={say.change}
          hint={quantity !== 0 ? say.becomes(level.onHand, level.onHand + quantity) : say.changeHint}
          error={tried && quantity === 0 ? say.changeBad : undefined}
        >
          {(wiring) => (
            <Input
              {...wiring}
              autoFocus
              autoComplete="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <Field
          id="adjust-reason"
          label={say.reason}
          hint={say.reasonHint}
          error={tried && !reason.trim() ? say.reasonMissing : undefined}
        >
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              onPressEnter={(event) => !event.nativeEvent.isComposing && send()}
            />
          )}
        </Field>
      </form>
    </Modal>
  );
}
