import { Input, Modal } from 'antd';
import { useState } from 'react';
import { client, take } from '../api/client';
import { keyed, useSubmit } from '../api/use';
import { useWords } from '../app/prefs';
import { toast } from '../app/toast';
import { orderNumber } from '../format/text';
import { Field } from '../ui/Field';
import { Failure } from '../ui/parts';
import { common } from '../ui/words';
import { orderWords } from './words';

/** Hands an order over to the customer who shows the right code. */
export default function PickupModal({
  number,
  onClose,
  onDone,
}: {
  number: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const say = useWords(orderWords);
  const shared = useWords(common);
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const submit = useSubmit(
    (body: { code: string }, key) =>
      take(
        client.POST('/api/admin/orders/{number}/pickup', { params: { path: { number }, header: keyed(key) }, body }),
      ),
    {
      onSuccess: () => {
        toast(say.handedOver);
        onDone();
      },
    },
  );
  const send = () => {
    setTried(true);
    if (code.trim()) submit.mutate({ code: code.trim() });
  };
  return (
    <Modal
      open
      title={say.pickupTitle(orderNumber(number))}
      okText={say.handOver}
      cancelText={shared.cancel}
      onCancel={onClose}
      onOk={send}
      confirmLoading={submit.isPending}
    >
      <div className="fields">
        <Failure error={submit.error} focus />
        <Field
          id="pickup-code"
          label={say.pickupCode}
          hint={say.pickupHint}
          error={tried && !code.trim() ? say.pickupMissing : undefined}
        >
          {(wiring) => (
            <Input
              {...wiring}
              autoFocus
              autoComplete="off"
              value={code}
              onChange={(event) => setCode(event.target.value)}
              onPressEnter={(event) => !event.nativeEvent.isComposing && send()}
            />
          )}
        </Field>
      </div>
    </Modal>
  );
}
