import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useSubmit } from '../api/use';
import { useWords } from '../app/prefs';
import { Field } from '../ui/Field';
import { Failure } from '../ui/parts';
import { orderWords } from './words';

/** Asks once more before something that cannot be undone; names what and how much. With `hint` it also asks why. */
export default function ReasonModal({
  title,
  detail,
  hint,
  act,
  keep,
  danger,
  send,
  onClose,
  onDone,
}: {
  title: string;
  detail: string;
  hint?: string;
  act: string;
  keep: string;
  danger?: boolean;
  send: (reason: string, key: string) => Promise<unknown>;
  onClose: () => void;
  onDone: () => void;
}) {
  const say = useWords(orderWords);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = useSubmit(({ reason: text }: { reason: string }, key) => send(text, key), { onSuccess: onDone });
  const missing = hint !== undefined && !reason.trim();
  const go = () => {
    setTried(true);
    if (missing) document.getElementById('reason')?.focus();
    else submit.mutate({ reason: reason.trim() });
  };
  return (
    <Modal
      open
      title={title}
      okText={act}
      cancelText={keep}
      okButtonProps={{ danger }}
      onCancel={onClose}
      onOk={go}
      confirmLoading={submit.isPending}
    >
      <div className="fields">
        <Failure error={submit.error} focus />
        <p>{detail}</p>
        {hint !== undefined && (
          <Field id="reason" label={say.reason} hint={hint} error={tried && missing ? say.reasonMissing : undefined}>
            {(wiring) => (
              <Input.TextArea
                {...wiring}
                autoFocus
                rows={2}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && go()}
              />
            )}
          </Field>
        )}
      </div>
    </Modal>
  );
}
