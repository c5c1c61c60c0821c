import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useState } from 'react';
import { client, take } from '../api/client';
import type { AuditEntry } from '../api/types';
import { useLang, useWords } from '../app/prefs';
import { go, Link, type Params, usePlace, withQuery } from '../app/router';
import { orderNumber } from '../format/text';
import { differences } from '../products/variants';
import { Find } from '../ui/Find';
import { Pages } from '../ui/Pages';
import { Act, Code, Empty, Failure, Moment, PageHead, Slow, useMedia } from '../ui/parts';
import { nothing, Table } from '../ui/Table';
import { common } from '../ui/words';
import { recordWords } from './words';

const size = 50;

export default function AuditPage(_: Params) {
  const say = useWords(recordWords);
  const shared = useWords(common);
  const lang = useLang();
  const phone = useMedia('(max-width: 767px)');
  const { query } = usePlace();
  const [shown, setShown] = useState<AuditEntry | null>(null);
  const word = (name: string) => query.get(name) ?? '';
  const ask: Record<string, string> = {};
  for (const name of ['query', 'actor', 'target', 'after']) if (word(name)) ask[name] = word(name);
  const list = useQuery({
    queryKey: ['audit', ask, lang],
    queryFn: ({ signal }) =>
      take(client.GET('/api/admin/audit', { params: { query: { ...ask, limit: size } }, signal })),
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.items ?? [];
  const set = (change: Record<string, string | null>) =>
    void go(`/audit${withQuery(query, { after: null, ...change })}`, { replace: true });
  const filtered = Boolean(word('query') || word('actor') || word('target'));
  return (
    <>
      <PageHead title={say.audit} note={say.auditNote} />
      <Failure error={list.error} retry={() => void list.refetch()} />
      <div className="card list">
        <div className="bar">
          <Find label={say.find} value={word('query')} onFind={(text) => set({ query: text || null })} />
          {(['actor', 'target'] as const).map(
            (name) =>
              word(name) && (
                <button type="button" key={name} className="chip" data-set="true" onClick={() => set({ [name]: null })}>
                  <span>
                    <span className="soft">{say[name]} </span>
                    {word(name)}
                  </span>{' '}
                  ×
                </button>
              ),
          )}
          {filtered && (
            <button type="button" className="quiet" onClick={() => void go('/audit')}>
              {shared.clear}
            </button>
          )}
        </div>
        {list.isPending ? (
          <Slow rows={10} height={44} card={false} />
        ) : rows.length === 0 ? (
          filtered ? (
            <Empty title={say.filtered} action={<Act onClick={() => void go('/audit')}>{shared.clearFilters}</Act>}>
              {say.filteredDetail}
            </Empty>
          ) : (
            !list.error && <Empty title={say.noAudit}>{say.noAuditDetail}</Empty>
          )
        ) : (
          <Table<AuditEntry>
            dense
            rows={rows}
            keyOf={(row) => row.id}
            columns={[
              { head: say.at, width: 140, cell: (row) => <Moment at={row.at} /> },
              {
                head: say.actor,
                width: 120,
                cell: (row) => (
                  <button type="button" className="quiet" onClick={() => set({ actor: row.actor })}>
                    {row.actorName}
                  </button>
                ),
              },
              {
                head: say.operation,
                width: 180,
                cell: (row) => (
                  <span className="one-line" title={row.operation}>
                    {row.operationName || row.operation}
                  </span>
                ),
              },
              {
                head: say.target,
                width: 210,
                whole: true,
                cell: (row) => {
                  const order = /^order:(\d{18})$/.exec(row.target)?.[1];
                  return order ? (
                    <Link to={`/orders/${order}`}>{orderNumber(order)}</Link>
                  ) : (
                    <Code text={row.target} length={24} />
                  );
                },
              },
              {
                head: say.reason,
                whole: true,
                cell: (row) =>
                  row.reason ? (
                    <span className="one-line" title={row.reason}>
                      {row.reason}
                    </span>
                  ) : (
                    nothing
                  ),
              },
              {
                head: '',
                width: 110,
                num: true,
                cell: (row) => (
                  <button type="button" className="quiet" onClick={() => setShown(row)}>
                    {say.changes}
                  </button>
                ),
              },
            ]}
          />
        )}
        {rows.length > 0 && <Pages path="/audit" size={size} count={rows.length} next={list.data?.next ?? null} />}
      </div>
      {shown && (
        <Drawer
          open
          onClose={() => setShown(null)}
          title={say.changesTitle(shown.operationName || shown.operation, shown.target)}
          size={phone ? '100%' : 560}
        >
          <Changes entry={shown} />
        </Drawer>
      )}
    </>
  );
}

function Changes({ entry }: { entry: AuditEntry }) {
  const say = useWords(recordWords);
  const rows = differences(parsed(entry.before), parsed(entry.after));
  return (
    <div className="fields">
      <p className="soft">
        <Moment at={entry.at} /> {entry.actorName}
      </p>
      {entry.reason && <p>{entry.reason}</p>}
      {rows.length === 0 ? (
        <p>{say.noChanges}</p>
      ) : (
        <Table
          dense
          rows={rows}
          keyOf={([path]) => path}
          columns={[
            { head: say.field, cell: ([path]) => path || '–' },
            { head: say.before, cell: ([, before]) => <span className="wrap">{before}</span> },
            { head: say.after, cell: ([, , after]) => <span className="wrap">{after}</span> },
          ]}
        />
      )}
    </div>
  );
}

/** Before and after come as values or as their JSON text. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
