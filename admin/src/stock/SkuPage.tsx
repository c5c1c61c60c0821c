import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { client, take } from '../api/client';
import type { StockDetail, StockMovement } from '../api/types';
import { useLang, useWords } from '../app/prefs';
import { Link, type Params, usePlace } from '../app/router';
import { Icon } from '../ui/Icon';
import { named } from '../ui/named';
import { Pages } from '../ui/Pages';
import { Act, Card, Code, CopyButton, Empty, Failure, Moment, PageHead, Slow } from '../ui/parts';
import { Table } from '../ui/Table';
import { movementKinds, stockWords } from './words';

const AdjustModal = lazy(() => import('./AdjustModal'));
const size = 50;

export default function SkuPage({ params }: Params) {
  const sku = params.sku ?? '';
  const say = useWords(stockWords);
  const lang = useLang();
  const cache = useQueryClient();
  const [adjusting, setAdjusting] = useState(false);
  const detail = useQuery({
    queryKey: ['stock', 'one', sku, lang],
    queryFn: () => take(client.GET('/api/admin/stock/{sku}', { params: { path: { sku } } })),
  });
  return (
    <div className="narrow">
      <div className="back">
        <Link to="/stock">
          <Icon name="left" size={14} />
          {say.title}
        </Link>
      </div>
      <PageHead
        title={detail.data?.product || sku}
        note={
          <>
            <Code text={sku} length={30} /> <CopyButton text={sku} label="SKU" />
          </>
        }
      >
        <Act primary needs="stock.adjust" onClick={() => setAdjusting(true)}>
          {say.adjust}
        </Act>
      </PageHead>
      <Failure error={detail.error} retry={() => void detail.refetch()} />
      {detail.data ? (
        <>
          <Levels detail={detail.data} />
          <Movements sku={sku} levels={detail.data.levels} />
        </>
      ) : (
        !detail.error && <Slow rows={5} />
      )}
      <Suspense>
        {adjusting && detail.data && (
          <AdjustModal
            detail={detail.data}
            onClose={() => setAdjusting(false)}
            onDone={() => {
              setAdjusting(false);
              void cache.invalidateQueries({ queryKey: ['stock'] });
            }}
          />
        )}
      </Suspense>
    </div>
  );
}

function Levels({ detail }: { detail: StockDetail }) {
  const say = useWords(stockWords);
  const rows = [
    ...detail.levels,
    ...(detail.levels.length > 1 ? [{ ...detail, location: '', locationName: say.total }] : []),
  ];
  return (
    <Card title={say.levels} aside={say.equation} flush>
      <Table
        dense
        rows={rows}
        keyOf={(row) => row.location || 'total'}
        columns={[
          {
            head: say.location,
            cell: (row) => (row.location ? row.locationName : <strong>{row.locationName}</strong>),
          },
          { head: say.onHand, width: 120, num: true, cell: (row) => row.onHand },
          { head: say.reserved, width: 120, num: true, cell: (row) => row.reserved },
          { head: say.allocated, width: 120, num: true, cell: (row) => row.allocated },
          {
            head: say.available,
            width: 120,
            num: true,
            cell: (row) => <strong className={row.available < 0 ? 'red' : undefined}>{row.available}</strong>,
          },
        ]}
      />
    </Card>
  );
}

function Movements({ sku, levels }: { sku: string; levels: StockDetail['levels'] }) {
  const say = useWords(stockWords);
  const kinds = useWords(movementKinds);
  const lang = useLang();
  const { query } = usePlace();
  const after = query.get('after');
  const list = useQuery({
    queryKey: ['stock', 'movements', sku, after, lang],
    queryFn: () =>
      take(
        client.GET('/api/admin/stock/{sku}/movements', {
          params: { path: { sku }, query: { limit: size, ...(after ? { after } : {}) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.items ?? [];
  const change = (value: number) =>
    value === 0 ? (
      <span className="soft">–</span>
    ) : (
      <span className={value < 0 ? 'amount' : 'amount green'}>{value > 0 ? `+${value}` : `−${-value}`}</span>
    );
  return (
    <Card title={say.movements} aside={say.movementsNote} flush>
      <Failure error={list.error} retry={() => void list.refetch()} />
      {list.isPending ? (
        <Slow rows={6} height={44} card={false} />
      ) : rows.length === 0 ? (
        <Empty title={say.noMovements} />
      ) : (
        <Table<StockMovement>
          dense
          rows={rows}
          keyOf={(row) => row.id}
          columns={[
            { head: say.at, width: 130, cell: (row) => <Moment at={row.at} /> },
            { head: say.kind, width: 90, cell: (row) => named(kinds, row.kind) },
            { head: say.onHand, width: 80, num: true, cell: (row) => change(row.onHand) },
            { head: say.reserved, width: 80, num: true, cell: (row) => change(row.reserved) },
            { head: say.allocated, width: 80, num: true, cell: (row) => change(row.allocated) },
            {
              head: say.reason,
              cell: (row) => (
                <span className="one-line" title={row.reason}>
                  {row.order ? <Link to={`/orders/${row.order}`}>{row.order}</Link> : row.reason || '–'}
                </span>
              ),
            },
            {
              head: say.location,
              width: 110,
              wide: true,
              cell: (row) => levels.find((one) => one.location === row.location)?.locationName ?? row.location,
            },
            {
              head: say.actor,
              width: 110,
              cell: (row) => (
                <span className="one-line" title={row.actorName}>
                  {row.actorName}
                </span>
              ),
            },
          ]}
        />
      )}
      {rows.length > 0 && (
        <Pages
          path={`/stock/${encodeURIComponent(sku)}`}
          size={size}
          count={rows.length}
          next={list.data?.next ?? null}
        />
      )}
    </Card>
  );
}
