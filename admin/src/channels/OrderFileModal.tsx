import { Modal } from 'antd';
import { useRef, useState } from 'react';
import type { OrderFileReport } from '../api/types';
import { useSubmit } from '../api/use';
import { useWords } from '../app/prefs';
import { toast } from '../app/toast';
import { fileSize } from '../imports/upload';
import { Field } from '../ui/Field';
import { Act, Failure } from '../ui/parts';
import { common } from '../ui/words';
import { type OrderFileRequest, sendOrders } from './orderFile';
import { orderFileWords } from './words';
import '../products/product.css';

const shown = 20;

/** A file of orders: chosen, tried at once, its columns put right where they are called otherwise, then taken. */
export default function OrderFileModal({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const say = useWords(orderFileWords);
  const shared = useWords(common);
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [paid, setPaid] = useState(true);
  const [mapping, setMapping] = useState<Record<string, string>>({});
  const [report, setReport] = useState<OrderFileReport | null>(null);
  const submit = useSubmit(
    ({ request }: { request: OrderFileRequest; mark: string }, key) => sendOrders(request, key),
    {
      onSuccess: (said) => {
        if (said.dryRun) setReport(said);
        else {
          toast(say.taken(said.taken));
          onDone();
        }
      },
    },
  );
  const send = (dryRun: boolean, chosen = file, as = { paid, mapping }) => {
    if (!chosen) return;
    // The mark stands for the file in the comparison of submissions: a File itself cannot be compared as text.
    submit.mutate({
      request: { file: chosen, dryRun, ...as },
      mark: `${chosen.name} ${chosen.size} ${chosen.lastModified}`,
    });
  };
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    setMapping({});
    send(true, chosen, { paid, mapping: {} });
  };
  const map = (code: string, heading: string) => {
    const next = { ...mapping, [code]: heading };
    setMapping(next);
    send(true, file, { paid, mapping: next });
  };
  return (
    <Modal
      open
      title={say.title}
      onCancel={onClose}
      width={640}
      footer={[
        <Act key="close" onClick={onClose}>
          {shared.cancel}
        </Act>,
        report !== null && report.taken > 0 && (
          <Act key="take" primary needs="channels.write" loading={submit.isPending} onClick={() => send(false)}>
            {say.take(report.taken)}
          </Act>
        ),
      ]}
    >
      <div className="fields">
        <p className="hint">{say.detail}</p>
        <Failure error={submit.error} focus retry={() => send(true)} />
        <Field id="order-file" label={say.file}>
          {(wiring) => (
            <button
              type="button"
              id={wiring.id}
              aria-describedby={wiring['aria-describedby']}
              className="drop"
              onClick={() => input.current?.click()}
            >
              <strong>{file ? say.chosen(file.name, fileSize(file.size)) : say.choose}</strong>
              <span className="hint">{say.chooseHint}</span>
            </button>
          )}
        </Field>
        <input
          ref={input}
          type="file"
          accept=".csv,.xlsx,.txt,text/csv"
          hidden
          onChange={(event) => choose(event.target.files?.[0])}
        />
        <label className="check-line">
          <input
            type="checkbox"
            className="tick"
            checked={paid}
            onChange={(event) => {
              setPaid(event.target.checked);
              send(true, file, { paid: event.target.checked, mapping });
            }}
          />
          {say.paid}
        </label>
        {report && (
          <>
            <p role="status">{say.found(report.orders, report.taken, report.repeated, report.failed)}</p>
            {report.errors.length > 0 && (
              <ul className="order-file-errors">
                {report.errors.slice(0, shown).map((error) => (
                  <li key={`${error.line} ${error.column} ${error.code}`}>
                    {say.line(error.line, error.column ?? '', error.text, error.value ?? '')}
                  </li>
                ))}
              </ul>
            )}
            {report.headings.length > 0 && (
              <details open={report.taken + report.repeated === 0}>
                <summary>{say.columns}</summary>
                <div className="order-file-columns">
                  {report.columns.map((column) => (
                    <Field key={column.code} id={`column-${column.code}`} label={column.title}>
                      {({ id }) => (
                        <select
                          id={id}
                          className="native"
                          value={mapping[column.code] ?? report.mapping[column.code] ?? ''}
                          onChange={(event) => map(column.code, event.target.value)}
                        >
                          <option value="">{column.needed ? say.missing : say.notThere}</option>
                          {[...new Set(report.headings)].map((heading) => (
                            <option key={heading} value={heading}>
                              {heading}
                            </option>
                          ))}
                        </select>
                      )}
                    </Field>
                  ))}
                </div>
              </details>
            )}
          </>
        )}
      </div>
    </Modal>
  );
}
