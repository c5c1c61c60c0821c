import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { client, take } from '../api/client';
import type { Money, Order } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { toast } from '../app/toast';
import { decimal, money, parseAmount } from '../format/money';
import { orderNumber } from '../format/text';
import { Field } from '../ui/Field';
import { named } from '../ui/named';
import { Failure } from '../ui/parts';
import { common } from '../ui/words';
import { asked, nothingChosen, RefundLines } from './RefundLines';
import { orderWords, paymentWords } from './words';

type Body = { amount?: Money; lines?: { line: string; quantity: number; restock: boolean }[]; freight?: Money };

/** Money goes out: the dialog names the order, the goods, the person, the way and, on its button, the sum. */
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
  // What another shop holds is refunded there by its lines; here only an amount can be asked.
  const hasLines =
    (order.channel === 'shop' || order.channel === 'api') && order.lines.some((line) => line.refunded < line.quantity);
  const [byLines, setByLines] = useState(hasLines);
  const [chosen, setChosen] = useState(() => nothingChosen(order));
  const [text, setText] = useState(decimal(refundable.amount, refundable.currency));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const amount = parseAmount(text, refundable.currency);
  const lines = asked(order, chosen);
  const empty = lines.lines.length === 0 && !lines.freight;
  const preview = usePreview(order.number, byLines && !empty ? lines : null);
  const wrong = byLines
    ? empty
      ? say.refundNothing
      : undefined
    : amount === null
      ? say.refundBad
      : amount <= 0
        ? say.refundZero
        : amount > refundable.amount
          ? say.refundOver(money(refundable))
          : undefined;
  const sum = byLines
    ? empty
      ? undefined
      : preview.data?.amount
    : wrong
      ? undefined
      : { amount: amount ?? 0, currency: refundable.currency };
  const submit = useSubmit(
    (body: Body & { reason: string }, key) =>
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
    if (wrong) document.getElementById(byLines ? 'refund-lines' : 'refund-amount')?.focus();
    else if (!reason.trim()) document.getElementById('refund-reason')?.focus();
    else if (sum) submit.mutate({ ...(byLines ? lines : { amount: sum }), reason: reason.trim() });
  };
  return (
    <Modal
      open
      title={say.refundTitle(orderNumber(order.number))}
      okText={say.refundNow(sum ? money(sum) : '')}
      cancelText={shared.cancel}
      onCancel={onClose}
      onOk={send}
      confirmLoading={submit.isPending}
    >
      <div className="fields">
        <Failure error={submit.error ?? (byLines && !empty ? preview.error : null)} focus={Boolean(submit.error)} />
        {hasLines && <Way byLines={byLines} choose={setByLines} />}
        {byLines ? (
          <div id="refund-lines" tabIndex={-1}>
            <RefundLines order={order} chosen={chosen} choose={setChosen} />
            {tried && wrong && <p className="field-error">{wrong}</p>}
            {preview.data?.cancels && !empty && <p className="small">{say.refundEnds}</p>}
          </div>
        ) : (
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
        )}
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
              maxLength={200}
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

/** The shop works the sum out, so that the button never promises another one. */
function usePreview(number: string, body: Body | null) {
  const lang = useLang();
  return useQuery({
    queryKey: [`refund of ${number}`, body, lang],
    enabled: body !== null,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: () =>
      take(
        client.POST('/api/admin/orders/{number}/refunds/preview', {
          params: { path: { number } },
          body: body ?? {},
        }),
      ),
  });
}

function Way({ byLines, choose }: { byLines: boolean; choose: (byLines: boolean) => void }) {
  const say = useWords(orderWords);
  return (
    <fieldset className="refund-way">
      <legend className="field-label">{say.refundWay}</legend>
      <label>
        <input type="radio" name="refund-way" checked={byLines} onChange={() => choose(true)} /> {say.refundByLines}
      </label>
      <label>
        <input type="radio" name="refund-way" checked={!byLines} onChange={() => choose(false)} /> {say.refundByAmount}
      </label>
    </fieldset>
  );
}
