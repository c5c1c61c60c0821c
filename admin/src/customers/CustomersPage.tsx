import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client, take } from '../api/client';
import type { CustomerRow } from '../api/types';
import { useLang, useWords } from '../app/prefs';
import { go, Link, type Params, usePlace, withQuery } from '../app/router';
import { Find } from '../ui/Find';
import { Pages } from '../ui/Pages';
import { Act, Empty, Failure, Moment, PageHead, Slow } from '../ui/parts';
import { nothing, Table } from '../ui/Table';
import { common } from '../ui/words';
import { customerWords } from './words';

const size = 50;

export default function CustomersPage(_: Params) {
  const say = useWords(customerWords);
  const shared = useWords(common);
  const lang = useLang();
  const { query } = usePlace();
  const text = query.get('query') ?? '';
  const ask = {
    limit: size,
    ...(text ? { query: text } : {}),
    ...(query.get('after') ? { after: query.get('after') ?? '' } : {}),
  };
  const list = useQuery({
    queryKey: ['customers', ask, lang],
    queryFn: ({ signal }) => take(client.GET('/api/admin/customers', { params: { query: ask }, signal })),
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.items ?? [];
  return (
    <>
      <PageHead title={say.title} note={say.note} />
      <Failure error={list.error} retry={() => void list.refetch()} />
      <div className="card list">
        <div className="bar">
          <Find
            label={say.find}
            value={text}
            onFind={(next) =>
              void go(`/customers${withQuery(query, { after: null, query: next || null })}`, { replace: true })
            }
          />
          {text && (
            <button type="button" className="quiet" onClick={() => void go('/customers')}>
              {shared.clear}
            </button>
          )}
        </div>
        {list.isPending ? (
          <Slow rows={8} card={false} />
        ) : rows.length === 0 ? (
          text ? (
            <Empty title={say.filtered} action={<Act onClick={() => void go('/customers')}>{shared.clearFilters}</Act>}>
              {say.filteredDetail}
            </Empty>
          ) : (
            !list.error && <Empty title={say.none}>{say.noneDetail}</Empty>
          )
        ) : (
          <Table<CustomerRow>
            rows={rows}
            keyOf={(row) => row.id}
            columns={[
              {
                head: say.name,
                cell: (row) => (
                  <Link className="row-link one-line" to={`/customers/${row.id}`}>
                    {row.name || say.unnamed}
                  </Link>
                ),
              },
              { head: say.phone, width: 180, cell: (row) => row.phone ?? nothing },
              {
                head: say.email,
                width: 280,
                cell: (row) => (row.email ? <span className="one-line">{row.email}</span> : nothing),
              },
              {
                head: say.since,
                width: 180,
                cell: (row) => (
                  <span className="small">
                    <Moment at={row.createdAt} />
                  </span>
                ),
              },
            ]}
          />
        )}
        {rows.length > 0 && <Pages path="/customers" size={size} count={rows.length} next={list.data?.next ?? null} />}
      </div>
    </>
  );
}
