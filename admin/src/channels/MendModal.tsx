import { useQuery } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { client, Refused, take } from '../api/client';
import type { Arrival, ArrivalDetail } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { toast } from '../app/toast';
import { Field } from '../ui/Field';
import { Failure, Slow } from '../ui/parts';
import { common } from '../ui/words';
import { arrivalWords } from './words';

const fields = [
  ['name', 'contact.name'],
  ['phone', 'contact.phone'],
  ['country', 'shippingAddress.country'],
  ['province', 'shippingAddress.province'],
  ['city', 'shippingAddress.city'],
  ['district', 'shippingAddress.district'],
  ['line', 'shippingAddress.line'],
  ['postcode', 'shippingAddress.postcode'],
] as const;

/** What a channel did not say about the recipient, filled in; the rest is there already. */
export default function MendModal(given: { row: Arrival; onClose: () => void; onDone: () => void }) {
  const lang = useLang();
  const path = { channel: given.row.channel, id: given.row.externalId };
  const detail = useQuery({
    queryKey: ['arrivals', path, lang],
    queryFn: () => take(client.GET('/api/admin/channels/arrivals/{channel}/{id}', { params: { path } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!detail.data)
    return (
      <Modal open footer={null} onCancel={given.onClose}>
        <Failure error={detail.error} retry={() => void detail.refetch()} />
        {!detail.error && <Slow rows={4} height={48} card={false} />}
      </Modal>
    );
  return <Form {...given} detail={detail.data} />;
}

function Form({
  row,
  detail,
  onClose,
  onDone,
}: {
  row: Arrival;
  detail: ArrivalDetail;
  onClose: () => void;
  onDone: () => void;
}) {
  const say = useWords(arrivalWords);
  const shared = useWords(common);
  const [value, setValue] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.map(([name]) => [name, detail.recipient?.[name] ?? ''])),
  );
  const submit = useSubmit(
    (v: Record<string, string>, key) => {
      const of = (name: string) => (v[name] ?? '').trim();
      return take(
        client.POST('/api/admin/channels/arrivals/{channel}/{id}/mend', {
          params: { path: { channel: row.channel, id: row.externalId }, header: keyed(key) },
          body: {
            contact: {
              name: of('name'),
              phone: of('phone'),
              ...(detail.recipient?.email ? { email: detail.recipient.email } : {}),
            },
            shippingAddress: {
              country: of('country'),
              province: of('province'),
              city: of('city'),
              district: of('district'),
              line: of('line'),
              postcode: of('postcode'),
            },
          },
        }),
      );
    },
    {
      onSuccess: () => {
        toast(say.mended);
        onDone();
      },
    },
  );
  const wrong = submit.error instanceof Refused ? submit.error.problem.errors : undefined;
  const trouble = (path: string) =>
    submit.error ? wrong?.[path]?.[0] : detail.problems.find((one) => one.field === path)?.text;
  return (
    <Modal
      open
      title={say.mendTitle(row.externalNumber)}
      okText={say.save}
      cancelText={shared.cancel}
      onCancel={onClose}
      onOk={() => submit.mutate(value)}
      confirmLoading={submit.isPending}
    >
      <Failure error={submit.error} focus />
      <div className="mend-fields">
        {fields.map(([name, path]) => (
          <Field
            key={name}
            id={`mend-${name}`}
            label={say[name]}
            error={trouble(path)}
            optional={name === 'district' || name === 'postcode' || name === 'country'}
            className={name === 'line' ? 'field whole' : undefined}
          >
            {(wiring) => (
              <Input
                {...wiring}
                autoComplete="off"
                maxLength={200}
                value={value[name]}
                onChange={(event) => setValue({ ...value, [name]: event.target.value })}
                onPressEnter={(event) => !event.nativeEvent.isComposing && submit.mutate(value)}
              />
            )}
          </Field>
        ))}
      </div>
    </Modal>
  );
}
