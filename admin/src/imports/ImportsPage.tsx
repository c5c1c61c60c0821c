import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { client, take } from '../api/client';
import type { ImportJob } from '../api/types';
import { useSubmit } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { go, Link, type Params } from '../app/router';
import { Field } from '../ui/Field';
import { Act, Card, Empty, Failure, Moment, PageHead, Slow } from '../ui/parts';
import { nothing, Table } from '../ui/Table';
import { ImportState } from './ImportState';
import { fileSize, guessFormat, type ImportRequest, sendImport } from './upload';
import { importWords } from './words';
import '../products/product.css';

export default function ImportsPage(_: Params) {
  const say = useWords(importWords);
  const lang = useLang();
  const list = useQuery({
    queryKey: ['imports', lang],
    queryFn: () => take(client.GET('/api/admin/imports')),
    refetchInterval: (query) =>
      query.state.data?.items.some((job) => job.state === 'running' || job.state === 'queued') ? 2000 : false,
  });
  const rows = list.data?.items ?? [];
  return (
    <div className="narrow">
      <PageHead title={say.title} />
      <div className="form-column">
        <Upload />
      </div>
      <Card title={say.history} flush className="import-history">
        <Failure error={list.error} retry={() => void list.refetch()} />
        {list.isPending ? (
          <Slow rows={3} card={false} />
        ) : rows.length === 0 ? (
          !list.error && <Empty title={say.noHistory}>{say.noHistoryDetail}</Empty>
        ) : (
          <Table<ImportJob>
            rows={rows}
            keyOf={(job) => job.id}
            columns={[
              {
                head: say.file,
                cell: (job) => (
                  <span className="cell-two">
                    <Link className="row-link one-line" to={`/imports/${job.id}`} title={job.file}>
                      {job.file}
                    </Link>
                    <span className="small">{job.format}</span>
                  </span>
                ),
              },
              { head: say.state, width: 160, cell: (job) => <ImportState job={job} /> },
              { head: say.rows, width: 80, num: true, cell: (job) => job.rows },
              { head: say.created, width: 80, num: true, cell: (job) => job.created },
              { head: say.updated, width: 80, num: true, cell: (job) => job.updated },
              {
                head: say.failed,
                width: 80,
                num: true,
                cell: (job) => <span className={job.failed > 0 ? 'red' : undefined}>{job.failed}</span>,
              },
              { head: say.when, width: 140, cell: (job) => (job.startedAt ? <Moment at={job.startedAt} /> : nothing) },
            ]}
          />
        )}
      </Card>
    </div>
  );
}

function Upload() {
  const say = useWords(importWords);
  const cache = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [format, setFormat] = useState('guidan-csv');
  const [dryRun, setDryRun] = useState(true);
  const [tried, setTried] = useState(false);
  const [over, setOver] = useState(false);
  const [share, setShare] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    // Together: a file that stands there without its format could be sent as something else.
    const guess = await guessFormat(chosen);
    setFile(chosen);
    setFormat(guess);
  };
  const submit = useSubmit(
    ({ request }: { request: ImportRequest; mark: string }, key) => sendImport(request, key, setShare),
    {
      onSuccess: ({ id }) => {
        void cache.invalidateQueries({ queryKey: ['imports'] });
        void go(`/imports/${id}`);
      },
    },
  );
  const send = () => {
    setTried(true);
    if (!file) {
      document.getElementById('import-file')?.focus();
      return;
    }
    // The mark stands for the file in the comparison of submissions: a File itself cannot be compared as text.
    submit.mutate({ request: { file, format, dryRun }, mark: `${file.name} ${file.size} ${file.lastModified}` });
  };
  return (
    <Card>
      <div className="fields">
        <Failure error={submit.error} focus retry={send} />
        <Field id="import-file" label={say.file} error={tried && !file ? say.fileMissing : undefined}>
          {(wiring) => (
            <button
              type="button"
              id={wiring.id}
              aria-describedby={wiring['aria-describedby']}
              className="drop"
              data-over={over}
              onClick={() => input.current?.click()}
              onDragOver={(event) => {
                event.preventDefault();
                setOver(true);
              }}
              onDragLeave={() => setOver(false)}
              onDrop={(event) => {
                event.preventDefault();
                setOver(false);
                void choose(event.dataTransfer.files[0]);
              }}
            >
              <strong>{file ? say.chosen(file.name, fileSize(file.size)) : say.chooseFile}</strong>
              <span className="hint">{say.dropHint}</span>
            </button>
          )}
        </Field>
        <input
          ref={input}
          type="file"
          accept=".csv,.xlsx,text/csv"
          hidden
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        <Field id="import-format" label={say.format}>
          {({ id }) => (
            <select id={id} className="native" value={format} onChange={(event) => setFormat(event.target.value)}>
              <option value="guidan-csv">{say.guidanCsv}</option>
              <option value="guidan-xlsx">{say.guidanXlsx}</option>
              <option value="shopify-csv">{say.shopify}</option>
              <option value="woocommerce-csv">{say.woocommerce}</option>
            </select>
          )}
        </Field>
        <label className="check-line">
          <input
            type="checkbox"
            className="tick"
            checked={dryRun}
            onChange={(event) => setDryRun(event.target.checked)}
          />
          {say.dryRun}
        </label>
        {submit.isPending && (
          <div>
            <p className="small">{say.uploading}</p>
            <div className="meter">
              <i style={{ width: `${Math.round(share * 100)}%` }} />
            </div>
          </div>
        )}
        <div className="drawer-actions">
          <Act primary needs="products.import" loading={submit.isPending} onClick={send}>
            {dryRun ? say.startDry : say.start}
          </Act>
        </div>
      </div>
    </Card>
  );
}
