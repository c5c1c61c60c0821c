import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client, take } from '../api/client';
import type { StockRow } from '../api/types';
import { useLang, useWords } from '../app/prefs';
import { go, Link, type Params, usePlace, withQuery } from '../app/router';
import { Find } from '../ui/Find';
import { Pages } from '../ui/Pages';
import { Act, Code, Empty, Failure, Meta, PageHead, Slow, Thumb } from '../ui/parts';
import { nothing, Table } from '../ui/Table';
import { common } from '../ui/words';
import { stockWords } from './words';

const size = 50;

export default function StockPage(_: Params) {
  const say = useWords(stockWords);
  const shared = useWords(common);
  const lang = useLang();
  const { query } = usePlace();
  const low = query.get('low') === 'true';
  const text = query.get('query') ?? '';
  const ask = {
    limit: size,
    ...(low ? { low: 'true' } : {}),
    ...(text ? { query: text } : {}),
    ...(query.get('after') ? { after: query.get('after') ?? '' } : {}),
  };
  const list = useQuery({
    queryKey: ['stock', 'list', ask, lang],
    queryFn: ({ signal }) => take(client.GET('/api/admin/stock', { params: { query: ask }, signal })),
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.items ?? [];
  const filtered = low || text !== '';
  return (
    <>
      <PageHead title={say.title} note={say.equation} />
      <Failure error={list.error} retry={() => void list.refetch()} />
      <div className="card list">
        <nav className="views" aria-label={say.title}>
          <Link to="/stock" aria-current={low ? undefined : 'page'}>
            {shared.all}
          </Link>
          <Link to="/stock?low=true" aria-current={low ? 'page' : undefined}>
            {say.low}
          </Link>
        </nav>
        <div className="bar">
          <Find
            label={say.find}
            value={text}
            onFind={(next) =>
              void go(`/stock${withQuery(query, { after: null, query: next || null })}`, { replace: true })
            }
          />
          {text && (
            <button type="button" className="quiet" onClick={() => void go('/stock')}>
              {shared.clear}
            </button>
          )}
        </div>
        {list.isPending ? (
          <Slow rows={8} card={false} />
        ) : rows.length === 0 ? (
          filtered ? (
            <Empty title={say.filtered} action={<Act onClick={() => void go('/stock')}>{shared.clearFilters}</Act>}>
              {say.filteredDetail}
            </Empty>
          ) : (
            !list.error && <Empty title={say.none}>{say.noneDetail}</Empty>
          )
        ) : (
          <Table<StockRow>
            rows={rows}
            keyOf={(row) => row.sku}
            columns={[
              {
                head: say.product,
                cell: (row) => (
                  <span className="goods">
                    <Thumb src={row.image} />
                    <span className="cell-two">
                      <Link
                        className="row-link one-line"
                        to={`/stock/${encodeURIComponent(row.sku)}`}
                        title={row.product}
                      >
                        {row.product}
                      </Link>
                      <Meta>{[<Code key="sku" text={row.sku} length={22} />, row.options]}</Meta>
                    </span>
                  </span>
                ),
              },
              {
                head: say.available,
                width: 110,
                num: true,
                cell: (row) => (
                  <strong className={row.warnAt !== null && row.available < row.warnAt ? 'red' : undefined}>
                    {row.available}
                  </strong>
                ),
              },
              { head: say.onHand, width: 100, num: true, cell: (row) => row.onHand },
              { head: say.reserved, width: 100, num: true, cell: (row) => row.reserved },
              { head: say.allocated, width: 100, num: true, cell: (row) => row.allocated },
              {
                head: say.warnAt,
                width: 100,
                num: true,
                desk: true,
                cell: (row) => (row.warnAt === null ? nothing : <span className="soft">{row.warnAt}</span>),
              },
            ]}
          />
        )}
        {rows.length > 0 && <Pages path="/stock" size={size} count={rows.length} next={list.data?.next ?? null} />}
      </div>
    </>
  );
}
