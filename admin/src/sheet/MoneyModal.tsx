import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { client, take } from '../api/client';
import type { Gap } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useWords } from '../app/prefs';
import { toast } from '../app/toast';
import { money } from '../format/money';
import { Field } from '../ui/Field';
import { Failure } from '../ui/parts';
import { sheetWords } from './words';

/** Money without an order: to the order that it was meant for, or back to whoever paid. Each once. */
export default function MoneyModal({ gap, onClose, onDone }: { gap: Gap; onClose: () => void; onDone: () => void }) {
  const say = useWords(sheetWords);
  const [order, setOrder] = useState('');
  const path = { id: gap.id };
  const attach = useSubmit(
    (body: { order: string }, key) =>
      take(client.POST('/api/admin/assurance/orphans/{id}/attach', { params: { path, header: keyed(key) }, body })),
    {
      onSuccess: () => {
        toast(say.attached);
        onDone();
      },
    },
  );
  const back = useSubmit(
    (body: object, key) =>
      take(client.POST('/api/admin/assurance/orphans/{id}/refund', { params: { path, header: keyed(key) }, body })),
    {
      onSuccess: () => {
        toast(say.returned);
        onDone();
      },
    },
  );
  const digits = order.replace(/\D/g, '');
  const busy = attach.isPending || back.isPending;
  return (
    <Modal
      open
      title={say.placeTitle(gap.amount ? money(gap.amount) : '')}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
    >
      <p className="place-cause">{gap.cause}</p>
      <Failure error={attach.error ?? back.error} focus />
      <Field id="attach-order" label={say.orderNumber} hint={say.attachNote}>
        {(props) => (
          <Input {...props} value={order} inputMode="numeric" onChange={(event) => setOrder(event.target.value)} />
        )}
      </Field>
      <div className="place-acts">
        <Button
          type="primary"
          loading={attach.isPending}
          disabled={digits.length !== 18 || busy}
          onClick={() => attach.mutate({ order: digits })}
        >
          {say.attach}
        </Button>
        <Button loading={back.isPending} disabled={busy} onClick={() => back.mutate({})}>
          {say.giveBack}
        </Button>
      </div>
    </Modal>
  );
}
