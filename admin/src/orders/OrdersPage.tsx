import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { client, take } from '../api/client';
import type { OrderRow } from '../api/types';
import { useKeys } from '../app/keys';
import { announce } from '../app/live';
import { prefer, usePrefs, useWords } from '../app/prefs';
import { go, type Params, usePlace } from '../app/router';
import { toast } from '../app/toast';
import { useTimes } from '../session/session';
import { Icon } from '../ui/Icon';
import { Pages } from '../ui/Pages';
import { Empty, Failure, PageHead, Slow, useMedia, useSayFailure } from '../ui/parts';
import { common, states } from '../ui/words';
import { confirmOrder } from './actions';
import { BulkFailures } from './BulkFailures';
import { type BulkFailure, forEachOrder } from './bulk';
import { FilterBar } from './FilterBar';
import { isFiltered, pageSize, readFilters, toQuery } from './filters';
import { OrderCard } from './OrderCells';
import { OrdersTable } from './OrdersTable';
import { SelectionBar } from './SelectionBar';
import { extend, nothing, type Selection, toggle, toggleAll, within } from './selection';
import { leaveTrail } from './trail';
import { useSteadyRows } from './useSteadyRows';
import { ViewBar } from './ViewBar';
import { orderWords } from './words';
import './orders.css';

const ShipDrawer = lazy(() => import('./ShipDrawer'));
const PickupModal = lazy(() => import('./PickupModal'));
const BulkShip = lazy(() => import('./BulkShip'));

export default function OrdersPage(_: Params) {
  const say = useWords(orderWords);
  const shared = useWords(common);
  const stateWords = useWords(states);
  const place = usePlace();
  const { zone } = useTimes();
  const { lang, dense } = usePrefs();
  const phone = useMedia('(max-width: 767px)');
  const cache = useQueryClient();
  const sayFailure = useSayFailure();
  const filters = useMemo(() => readFilters(place.query), [place.query]);
  const [selection, setSelection] = useState<Selection>(nothing);
  const [selecting, setSelecting] = useState(false);
  const [current, setCurrent] = useState<string | null>(null);
  const [shipping, setShipping] = useState<string | null>(null);
  const [handing, setHanding] = useState<string | null>(null);
  const [bulkShip, setBulkShip] = useState<readonly OrderRow[] | null>(null);
  const [failures, setFailures] = useState<readonly BulkFailure[] | null>(null);

  const list = useQuery({
    queryKey: ['orders', 'list', toQuery(filters, zone), lang],
    queryFn: ({ signal }) =>
      take(client.GET('/api/admin/orders', { params: { query: toQuery(filters, zone) }, signal })),
    placeholderData: keepPreviousData,
  });
  const counts = useQuery({
    queryKey: ['orders', 'counts'],
    queryFn: () => take(client.GET('/api/admin/orders/counts')),
  });
  const page = list.isPlaceholderData ? undefined : list.data;
  const { rows, waiting, show, fresh } = useSteadyRows(page, place, list.isFetching);
  const numbers = useMemo(() => rows.map((row) => row.number), [rows]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another list.
  useEffect(() => {
    setSelection(nothing);
    setFailures(null);
  }, [place.search]);
  useEffect(() => setSelection((old) => within(old, numbers)), [numbers]);
  useEffect(() => {
    if (waiting > 0) announce(say.newOrders(waiting));
  }, [waiting, say]);
  useEffect(() => {
    const name = filters.status ? stateWords[filters.status] : filters.attention ? say.attention : say.title;
    leaveTrail({ address: `/orders${place.search}`, name, numbers });
  }, [numbers, place.search, filters, stateWords, say]);

  const refresh = useCallback(() => void cache.invalidateQueries({ queryKey: ['orders'] }), [cache]);
  const latest = useRef(numbers);
  latest.current = numbers;

  const select = useCallback((number: string, range: boolean) => {
    setCurrent(number);
    setSelection((old) => (range ? extend(old, number, latest.current) : toggle(old, number)));
  }, []);

  const act = useCallback(
    async (order: OrderRow) => {
      setCurrent(order.number);
      if (order.next === 'ship') setShipping(order.number);
      else if (order.next === 'hand_over') setHanding(order.number);
      else if (order.next === 'confirm') {
        try {
          await confirmOrder(order.number);
          toast(say.confirmed);
        } catch (failure) {
          sayFailure(failure);
        }
        refresh();
      } else void go(`/orders/${order.number}`);
    },
    [refresh, say, sayFailure],
  );

  const chosen = rows.filter((row) => selection.keys.has(row.number));

  const forEach = async (orders: readonly OrderRow[], one: (order: OrderRow) => Promise<unknown>) => {
    const outcome = await forEachOrder(orders, one, lang);
    setSelection({ keys: new Set(outcome.failures.map((failure) => failure.number)), anchor: null });
    setFailures(outcome.failures.length > 0 ? outcome.failures : null);
    refresh();
    return outcome.done;
  };

  const move = (step: number) => {
    const at = current === null ? -1 : numbers.indexOf(current);
    const next = numbers[Math.min(numbers.length - 1, Math.max(0, at + step))];
    if (!next) return;
    setCurrent(next);
    const row = document.getElementById(`row-${next}`);
    row?.scrollIntoView({ block: 'nearest' });
    row?.querySelector<HTMLElement>('a.row-link')?.focus({ preventScroll: true });
  };
  const currentRow = rows.find((row) => row.number === current);
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    x: () => current && select(current, false),
    'Shift+x': () => current && select(current, true),
    a: () => currentRow && void act(currentRow),
    Enter: (event) => {
      const target = event.target as HTMLElement;
      if (target.closest('a,button')) target.closest<HTMLElement>('a,button')?.click();
      else if (current) void go(`/orders/${current}`);
    },
    Escape: () => setSelection(nothing),
  });

  const isEmpty = !list.isPending && rows.length === 0 && !list.isPlaceholderData;
  const filtered = isFiltered(filters);

  return (
    <>
      <PageHead title={say.title} />
      <Failure error={list.error} retry={() => void list.refetch()} />
      {failures && <BulkFailures failures={failures} onClose={() => setFailures(null)} />}
      <div className="card list">
        <ViewBar counts={counts.data} />
        <FilterBar filters={filters}>
          {phone ? (
            <button
              type="button"
              className="chip"
              data-set="true"
              aria-pressed={selecting}
              onClick={() => {
                setSelecting(!selecting);
                setSelection(nothing);
              }}
            >
              {selecting ? shared.close : say.choose}
            </button>
          ) : (
            <button
              type="button"
              className="chip"
              data-set="true"
              aria-pressed={dense}
              onClick={() => prefer({ dense: !dense })}
            >
              <Icon name="columns" size={16} />
              {say.dense}
            </button>
          )}
        </FilterBar>
        {waiting > 0 && !filters.after && (
          <button
            type="button"
            className="new-rows"
            onClick={() => {
              show();
              window.scrollTo({ top: 0 });
            }}
          >
            {say.newOrders(waiting)}
          </button>
        )}
        {list.isPending ? (
          <Slow rows={8} card={false} />
        ) : isEmpty ? (
          filtered || filters.status || filters.attention ? (
            <Empty
              title={say.filteredTitle}
              action={<Button onClick={() => void go('/orders')}>{shared.clearFilters}</Button>}
            >
              {say.filteredDetail}
            </Empty>
          ) : (
            <Empty title={say.noneTitle}>{say.noneDetail}</Empty>
          )
        ) : phone ? (
          <ul className="cards">
            {rows.map((order) => (
              <OrderCard
                key={order.number}
                order={order}
                selected={selection.keys.has(order.number)}
                fresh={fresh.has(order.number)}
                selecting={selecting}
                select={select}
                act={act}
              />
            ))}
          </ul>
        ) : (
          <OrdersTable
            rows={rows}
            selection={selection}
            current={current}
            fresh={fresh}
            dense={dense}
            busy={list.isPlaceholderData}
            select={select}
            selectAll={() => setSelection((old) => toggleAll(old, numbers))}
            act={act}
          />
        )}
        {!isEmpty && !list.isPending && (
          <Pages path="/orders" size={pageSize} count={rows.length} next={list.data?.next ?? null} />
        )}
      </div>
      {chosen.length > 0 && (
        <SelectionBar
          chosen={chosen}
          forEach={forEach}
          refresh={refresh}
          onShip={setBulkShip}
          onClear={() => setSelection(nothing)}
        />
      )}
      <Suspense>
        {shipping && (
          <ShipDrawer
            number={shipping}
            onClose={() => setShipping(null)}
            onDone={() => {
              setShipping(null);
              refresh();
            }}
          />
        )}
        {handing && (
          <PickupModal
            number={handing}
            onClose={() => setHanding(null)}
            onDone={() => {
              setHanding(null);
              refresh();
            }}
          />
        )}
        {bulkShip && (
          <BulkShip
            orders={bulkShip}
            onClose={() => setBulkShip(null)}
            ship={async (orders, send) => {
              const done = await forEach(orders, send);
              setBulkShip(null);
              toast(say.bulkShipped(done, orders.length), { tone: done === orders.length ? 'plain' : 'bad' });
            }}
          />
        )}
      </Suspense>
    </>
  );
}
