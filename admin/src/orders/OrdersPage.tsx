import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { client, freshKey, Refused, take } from '../api/client';
import type { FlagColor, OrderRow } from '../api/types';
import { keyed } from '../api/use';
import { useKeys } from '../app/keys';
import { announce } from '../app/live';
import { prefer, usePrefs, useWords } from '../app/prefs';
import { go, Link, type Params, usePlace, withQuery } from '../app/router';
import { toast } from '../app/toast';
import { money, sum } from '../format/money';
import { useSession, useTimes } from '../session/session';
import { Find } from '../ui/Find';
import { Icon } from '../ui/Icon';
import { Menu, Pop } from '../ui/Menu';
import { Pages } from '../ui/Pages';
import { Empty, Failure, Flag, PageHead, Slow, useMedia, useSayFailure } from '../ui/parts';
import { common, states } from '../ui/words';
import { ChannelChip, PlacedChip, TagChip } from './Chips';
import { isFiltered, pageSize, readFilters, statuses, toQuery } from './filters';
import { flagColors } from './flags';
import { OrderCard, Row } from './OrderCells';
import { extend, nothing, type Selection, toggle, toggleAll, within } from './selection';
import { leaveTrail } from './trail';
import { useSteadyRows } from './useSteadyRows';
import { addView, removeView, useViews } from './views';
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
  const { me, can } = useSession();
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
  const [results, setResults] = useState<readonly { number: string; failure: string | null }[] | null>(null);

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
    setResults(null);
  }, [place.search]);
  useEffect(() => setSelection((old) => within(old, numbers)), [numbers]);
  useEffect(() => {
    if (waiting > 0) announce(say.newOrders(waiting));
  }, [waiting, say]);
  useEffect(() => {
    const name = filters.status ? stateWords[filters.status] : filters.attention ? say.attention : say.title;
    leaveTrail({ address: `/orders${place.search}`, name, numbers });
  }, [numbers, place.search, filters, stateWords, say]);

  const set = (change: Record<string, string | null>) =>
    void go(`/orders${withQuery(place.query, { after: null, ...change })}`, { replace: true });

  const refresh = useCallback(() => void cache.invalidateQueries({ queryKey: ['orders'] }), [cache]);
  const latest = useRef({ selection, numbers });
  latest.current = { selection, numbers };

  const select = useCallback((number: string, range: boolean) => {
    setCurrent(number);
    setSelection((old) => (range ? extend(old, number, latest.current.numbers) : toggle(old, number)));
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
    const outcome: { number: string; failure: string | null }[] = [];
    const queue = [...orders];
    const worker = async () => {
      for (let order = queue.shift(); order; order = queue.shift()) {
        try {
          await one(order);
          outcome.push({ number: order.number, failure: null });
        } catch (failure) {
          const text =
            failure instanceof Refused
              ? [failure.problem.title, failure.problem.remedy].filter(Boolean).join(lang === 'zh' ? '；' : '; ')
              : shared.offline;
          outcome.push({ number: order.number, failure: text });
        }
      }
    };
    await Promise.all([worker(), worker(), worker()]);
    const failed = outcome.filter((one) => one.failure !== null);
    setSelection({ keys: new Set(failed.map((one) => one.number)), anchor: null });
    setResults(failed.length > 0 ? failed : null);
    refresh();
    return outcome.length - failed.length;
  };

  const confirmable = chosen.filter((row) => row.next === 'confirm');
  const shippable = chosen.filter((row) => row.next === 'ship');

  const flagAll = async (color: FlagColor | null) => {
    const before = chosen.map((row) => ({ row, flag: row.flag }));
    const done = await forEach(chosen, (row) => flagOrder(row.number, color));
    if (done > 0)
      toast(say.flagged(done), {
        undo: {
          text: shared.undo,
          act: () => void Promise.allSettled(before.map(({ row, flag }) => flagOrder(row.number, flag))).then(refresh),
        },
      });
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

  const allTicked = numbers.length > 0 && numbers.every((number) => selection.keys.has(number));
  const someTicked = !allTicked && selection.keys.size > 0;
  const isEmpty = !list.isPending && rows.length === 0 && !list.isPlaceholderData;
  const filtered = isFiltered(filters);

  return (
    <>
      <PageHead title={say.title} />
      <Failure error={list.error} retry={() => void list.refetch()} />
      {results && (
        <div className="notice bad" role="alert">
          <div className="notice-text">
            <strong>{say.results}</strong>
            <ul>
              {results.map((one) => (
                <li key={one.number}>
                  <Link to={`/orders/${one.number}`}>{one.number}</Link> {one.failure}
                </li>
              ))}
            </ul>
          </div>
          <button type="button" className="quiet" onClick={() => setResults(null)}>
            {shared.close}
          </button>
        </div>
      )}
      <div className="card list">
        <ViewBar counts={counts.data} />
        <div className="bar">
          <Find label={say.find} value={filters.query} onFind={(query) => set({ query: query || null })} />
          <PlacedChip filters={filters} set={set} />
          <ChannelChip filters={filters} set={set} />
          <TagChip filters={filters} set={set} />
          {filters.customer && (
            <button type="button" className="chip" data-set="true" onClick={() => set({ customer: null })}>
              {say.onlyCustomer}
              <Icon name="cross" size={12} />
            </button>
          )}
          {filtered && (
            <>
              <button
                type="button"
                className="quiet"
                onClick={() => set({ query: null, from: null, to: null, channel: null, tag: null, customer: null })}
              >
                {shared.clear}
              </button>
              <SaveView search={place.search} />
            </>
          )}
          <div className="bar-end">
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
                {selecting ? shared.close : lang === 'zh' ? '选择' : 'Select'}
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
          </div>
        </div>
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
          <table className={dense ? 'grid orders-grid one' : 'grid orders-grid'} aria-busy={list.isPlaceholderData}>
            <thead>
              <tr>
                <th className="w-tick">
                  <input
                    type="checkbox"
                    className="tick"
                    aria-label={say.selectAll}
                    checked={allTicked}
                    ref={(box) => {
                      if (box) box.indeterminate = someTicked;
                    }}
                    onChange={() => setSelection((old) => toggleAll(old, numbers))}
                  />
                </th>
                <th className="w-number">{say.order}</th>
                <th>{say.goods}</th>
                <th className="w-buyer c-buyer">{say.buyer}</th>
                <th className="w-paid num">{say.paid}</th>
                <th className="w-state">{say.state}</th>
                <th className="w-note c-note">{say.note}</th>
                <th className="w-next num">{say.next}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((order) => (
                <Row
                  key={order.number}
                  order={order}
                  selected={selection.keys.has(order.number)}
                  current={current === order.number}
                  fresh={fresh.has(order.number)}
                  dense={dense}
                  select={select}
                  act={act}
                />
              ))}
            </tbody>
          </table>
        )}
        {!isEmpty && !list.isPending && (
          <Pages path="/orders" size={pageSize} count={rows.length} next={list.data?.next ?? null} />
        )}
      </div>
      {chosen.length > 0 && (
        <section className="sel-bar" aria-label={say.selected(chosen.length, '')}>
          <span>
            {say.selected(
              chosen.length,
              money(
                sum(
                  chosen.map((row) => (row.paid.amount ? row.paid : row.total)),
                  me.shop.currency,
                ),
              ),
            )}
          </span>
          {shippable.length > 0 && can('orders.ship') && (
            <button type="button" className="main" onClick={() => setBulkShip(shippable)}>
              {say.bulkShip(shippable.length)}
            </button>
          )}
          {confirmable.length > 0 && can('orders.confirm') && (
            <button
              type="button"
              className={shippable.length === 0 ? 'main' : undefined}
              onClick={async () => {
                const done = await forEach(confirmable, (row) => confirmOrder(row.number));
                toast(say.bulkConfirmed(done, confirmable.length), {
                  tone: done === confirmable.length ? 'plain' : 'bad',
                });
              }}
            >
              {say.bulkConfirm(confirmable.length)}
            </button>
          )}
          {can('orders.note') && (
            <Menu
              label={say.flag}
              side="top-start"
              items={[
                ...flagColors.map((color) => ({
                  key: color as string,
                  label: say[color],
                  icon: <Flag color={color} />,
                })),
                { key: 'none', label: say.noFlag },
              ]}
              onPick={(key) => void flagAll(key === 'none' ? null : (key as FlagColor))}
            >
              {(wiring) => (
                <button type="button" {...wiring}>
                  {say.flag}
                </button>
              )}
            </Menu>
          )}
          <button type="button" onClick={() => setSelection(nothing)}>
            {shared.clear}
          </button>
        </section>
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

function ViewBar({ counts }: { counts: { status: Partial<Record<string, number>>; attention: number } | undefined }) {
  const say = useWords(orderWords);
  const shared = useWords(common);
  const stateWords = useWords(states);
  const { query, search } = usePlace();
  const own = useViews();
  const status = query.get('status');
  const attention = query.get('attention');
  const shown = (count: number) => (count >= 1000 ? '999+' : String(count));
  const ownHere = own.find((view) => view.search === search);
  const here = (wanted: boolean) => (wanted && !ownHere ? ('page' as const) : undefined);
  const needs = counts?.attention ?? 0;
  return (
    <nav className="views" aria-label={say.title}>
      <Link to="/orders" aria-current={here(!status && !attention)}>
        {shared.all}
      </Link>
      <Link to="/orders?attention=any" aria-current={here(Boolean(attention))}>
        {say.attention}
        {counts && <small className={needs > 0 ? 'red' : undefined}>{shown(needs)}</small>}
      </Link>
      {statuses.map((name) => (
        <Link key={name} to={`/orders?status=${name}`} aria-current={here(status === name)}>
          {stateWords[name]}
          {counts && <small>{shown(counts.status[name] ?? 0)}</small>}
        </Link>
      ))}
      {own.map((view) => (
        <Link key={view.name} to={`/orders${view.search}`} aria-current={view === ownHere ? 'page' : undefined}>
          {view.name}
        </Link>
      ))}
      {ownHere && (
        <button
          type="button"
          aria-label={say.removeView}
          title={say.removeView}
          onClick={() => removeView(ownHere.name)}
        >
          <Icon name="cross" size={14} />
        </button>
      )}
    </nav>
  );
}

function SaveView({ search }: { search: string }) {
  const say = useWords(orderWords);
  return (
    <Pop
      label={say.saveView}
      content={(close) => (
        <form
          className="chip-panel"
          onSubmit={(event) => {
            event.preventDefault();
            const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
            if (!name) return;
            addView({ name, search });
            close();
            toast(say.viewKept);
          }}
        >
          <label className="field">
            {say.viewName}
            <input className="native" name="name" maxLength={20} autoComplete="off" />
          </label>
          <Button htmlType="submit" type="primary">
            {say.saveView}
          </Button>
        </form>
      )}
    >
      {(wiring) => (
        <button type="button" className="quiet" {...wiring}>
          {say.saveView}
        </button>
      )}
    </Pop>
  );
}

function confirmOrder(number: string) {
  return take(
    client.POST('/api/admin/orders/{number}/confirm', {
      params: { path: { number }, header: keyed(freshKey()) },
    }),
  );
}

function flagOrder(number: string, flag: string | null) {
  return take(
    client.POST('/api/admin/orders/{number}/flag', {
      params: { path: { number }, header: keyed(freshKey()) },
      body: { flag },
    }),
  );
}
