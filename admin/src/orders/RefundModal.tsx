import { Input, Modal } from 'antd';
import { useState } from 'react';
import { client, take } from '../api/client';
import type { Money, Order } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useWords } from '../app/prefs';
import { toast } from '../app/toast';
import { decimal, money, parseAmount } from '../format/money';
import { orderNumber } from '../format/text';
import { Field } from '../ui/Field';
import { named } from '../ui/named';
import { Failure } from '../ui/parts';
import { common } from '../ui/words';
import { orderWords, paymentWords } from './words';

/** Money goes out: the dialog names the order, the person, the way and, on its button, the sum. */
export default function RefundModal({
  order,
  onClose,
  onDone,
}: {
  order: Order;
  onClose: () => void;
  onDone: () => void;
}) {
  const say = useWords(orderWords);
  const shared = useWords(common);
  const payments = useWords(paymentWords);
  const { refundable } = order.money;
  const [text, setText] = useState(decimal(refundable.amount, refundable.currency));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const amount = parseAmount(text, refundable.currency);
  const wrong =
    amount === null
      ? say.refundBad
      : amount <= 0
        ? say.refundZero
        : amount > refundable.amount
          ? say.refundOver(money(refundable))
          : undefined;
  const submit = useSubmit(
    (body: { amount: Money; reason: string }, key) =>
      take(
        client.POST('/api/admin/orders/{number}/refunds', {
          params: { path: { number: order.number }, header: keyed(key) },
          body,
        }),
      ),
    {
      onSuccess: (refund) => {
        toast(say.refundSent(money(refund.amount)));
        onDone();
      },
    },
  );
  const send = () => {
    setTried(true);
    if (wrong) document.getElementById('refund-amount')?.focus();
    else if (!reason.trim()) document.getElementById('refund-reason')?.focus();
    else submit.mutate({ amount: { amount: amount ?? 0, currency: refundable.currency }, reason: reason.trim() });
  };
  return (
    <Modal
      open
      title={say.refundTitle(orderNumber(order.number))}
      okText={say.refundNow(wrong ? '' : money({ amount: amount ?? 0, currency: refundable.currency }))}
      cancelText={shared.cancel}
      onCancel={onClose}
      onOk={send}
      confirmLoading={submit.isPending}
    >
      <div className="fields">
        <Failure error={submit.error} focus />
        <Field
          id="refund-amount"
          label={say.refundAmount}
          hint={say.refundHint(money(refundable))}
          error={tried ? wrong : undefined}
        >
          {(wiring) => (
            <Input
              {...wiring}
              autoFocus
              inputMode="decimal"
              autoComplete="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <Field
          id="refund-reason"
          label={say.reason}
          hint={say.reasonHint}
          error={tried && !reason.trim() ? say.reasonMissing : undefined}
        >
          {(wiring) => (
            <Input.TextArea
              {...wiring}
              rows={2}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && send()}
            />
          )}
        </Field>
        <p className="soft">
          {say.refundTo(order.customer.name, named(payments, order.paymentMethod) || say.originalWay)}
        </p>
      </div>
    </Modal>
  );
}
