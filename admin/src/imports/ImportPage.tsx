import { useQuery } from '@tanstack/react-query';
import { client, take } from '../api/client';
import { useSubmit } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { go, Link, type Params } from '../app/router';
import { Icon } from '../ui/Icon';
import { Act, Card, Empty, Failure, Notice, PageHead, Slow } from '../ui/parts';
import { nothing, Table } from '../ui/Table';
import { ImportState } from './ImportState';
import { sendImport, sent } from './upload';
import { importWords } from './words';

export default function ImportPage({ params }: Params) {
  const id = params.id ?? '';
  const say = useWords(importWords);
  const lang = useLang();
  const query = useQuery({
    queryKey: ['imports', id, lang],
    queryFn: () => take(client.GET('/api/admin/imports/{id}', { params: { path: { id } } })),
    refetchInterval: (state) =>
      state.state.data?.state === 'running' || state.state.data?.state === 'queued' ? 1500 : false,
  });
  const request = sent.get(id);
  const real = useSubmit(
    (_: object, key) => {
      if (!request) throw new Error('The file of this dry run is gone');
      return sendImport({ ...request, dryRun: false }, key, () => {});
    },
    { onSuccess: (next) => void go(`/imports/${next.id}`) },
  );
  const job = query.data;
  if (!job)
    return (
      <>
        <PageHead title={say.page} />
        {query.error ? <Failure error={query.error} retry={() => void query.refetch()} /> : <Slow />}
      </>
    );
  const going = job.state === 'running' || job.state === 'queued';
  const summary = (job.dryRun ? say.dryDone : say.realDone)(job.created, job.updated, job.failed);
  return (
    <div className="narrow">
      <div className="back">
        <Link to="/imports">
          <Icon name="left" size={14} />
          {say.back}
        </Link>
      </div>
      <PageHead title={job.file} note={<ImportState job={job} />}>
        {job.state === 'done' && !job.dryRun && (
          <Act primary onClick={() => void go('/products')}>
            {say.toProducts}
          </Act>
        )}
        {job.state === 'done' && job.dryRun && request && (
          <Act primary needs="products.import" loading={real.isPending} onClick={() => real.mutate({})}>
            {say.importNow}
          </Act>
        )}
      </PageHead>
      <Failure error={real.error} focus />
      {going ? (
        <Card>
          <p>{say.progress(job.done, job.rows)}</p>
          <div
            className="meter"
            role="progressbar"
            aria-label={say.page}
            aria-valuemin={0}
            aria-valuemax={job.rows}
            aria-valuenow={job.done}
          >
            <i style={{ width: `${job.rows ? (job.done / job.rows) * 100 : 0}%` }} />
          </div>
          <p className="hint">{say.mayLeave}</p>
        </Card>
      ) : (
        <Notice tone={job.failed > 0 || job.state === 'failed' ? 'warn' : 'good'} title={summary}>
          {job.dryRun && !request && <p>{say.chooseAgain}</p>}
        </Notice>
      )}
      <Card title={say.errors} aside={job.errors.length >= 1000 ? say.errorsMore : undefined} flush>
        {job.errors.length === 0 ? (
          <Empty title={say.noErrors} />
        ) : (
          <Table
            dense
            rows={job.errors}
            keyOf={(error) => `${error.line} ${error.column} ${error.code}`}
            columns={[
              { head: say.line, width: 80, cell: (error) => error.line },
              { head: say.column, width: 180, cell: (error) => error.column ?? nothing },
              { head: say.problem, cell: (error) => error.text },
              {
                head: say.value,
                width: 220,
                cell: (error) =>
                  error.value ? (
                    <span className="one-line soft" title={error.value}>
                      {error.value}
                    </span>
                  ) : (
                    nothing
                  ),
              },
            ]}
          />
        )}
      </Card>
    </div>
  );
}
