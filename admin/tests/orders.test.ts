import { expect, test } from 'vitest';
import { Refused, Unanswered } from '../src/api/client';
import { withQuery } from '../src/app/router';
import { forEachOrder } from '../src/orders/bulk';
import { isFiltered, readFilters, toQuery } from '../src/orders/filters';
import { extend, nothing, toggle, toggleAll, within } from '../src/orders/selection';

test('The address holds the filters and gives them back', () => {
  const filters = readFilters(
    new URLSearchParams('status=awaiting_shipment&query=%E6%9D%AF&from=2026-11-21&to=2026-11-22&channel=shopify'),
  );
  expect(filters).toEqual({
    status: 'awaiting_shipment',
    attention: null,
    query: '杯',
    from: '2026-11-21',
    to: '2026-11-22',
    channel: 'shopify',
    tag: null,
    customer: null,
    after: null,
  });
  expect(isFiltered(filters)).toBe(true);
});

test('What makes no sense in the address is left out', () => {
  const filters = readFilters(new URLSearchParams('status=lost&from=yesterday&to=2026-99-99'));
  expect(filters.status).toBeNull();
  expect(filters.from).toBeNull();
  expect(filters.to).toBeNull();
  expect(isFiltered(filters)).toBe(false);
});

test('Days are asked for as instants of the shop, the last day whole', () => {
  const filters = readFilters(new URLSearchParams('from=2026-11-21&to=2026-11-22'));
  expect(toQuery(filters, 'Asia/Shanghai')).toEqual({
    limit: 50,
    from: '2026-11-20T16:00:00.000Z',
    to: '2026-11-22T16:00:00.000Z',
  });
});

test('A changed filter starts at the first page and keeps the others', () => {
  const query = new URLSearchParams('status=paid&after=abc');
  expect(withQuery(query, { after: null, channel: 'shop' })).toBe('?status=paid&channel=shop');
  expect(withQuery(query, { after: null, status: null })).toBe('');
});

const order = ['a', 'b', 'c', 'd', 'e'];

test('A row is selected and deselected', () => {
  const one = toggle(nothing, 'b');
  expect([...one.keys]).toEqual(['b']);
  expect([...toggle(one, 'b').keys]).toEqual([]);
});

test('A range goes from the last touched row to this one, in either direction', () => {
  expect([...extend(toggle(nothing, 'b'), 'd', order).keys].sort()).toEqual(['b', 'c', 'd']);
  expect([...extend(toggle(nothing, 'd'), 'b', order).keys].sort()).toEqual(['b', 'c', 'd']);
  expect([...extend(nothing, 'c', order).keys]).toEqual(['c']);
});

test('All are selected unless all are selected', () => {
  const all = toggleAll(toggle(nothing, 'a'), order);
  expect([...all.keys]).toEqual(order);
  expect(toggleAll(all, order)).toBe(nothing);
});

test('What left the screen leaves the selection', () => {
  const some = toggleAll(nothing, order);
  expect([...within(some, ['b', 'e']).keys]).toEqual(['b', 'e']);
  expect(within(some, order)).toBe(some);
});

const orders = ['1', '2', '3', '4', '5'].map((number) => ({ number }));

test('An action over many orders runs for three at once, the next one starts when one of them ends', async () => {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  const all = forEachOrder(
    orders,
    ({ number }) => {
      started.push(number);
      return new Promise<void>((resolve) => ends.set(number, resolve));
    },
    'zh',
  );
  await turn();
  expect(started).toEqual(['1', '2', '3']);
  ends.get('2')?.();
  await turn();
  expect(started).toEqual(['1', '2', '3', '4']);
  ends.get('1')?.();
  await turn();
  expect(started).toEqual(['1', '2', '3', '4', '5']);
  for (const number of ['3', '4', '5']) ends.get(number)?.();
  expect(await all).toEqual({ done: 5, failures: [] });
});

test('An order that fails keeps its number and the reason, and stops none of the others', async () => {
  const tried: string[] = [];
  const one = async ({ number }: { number: string }) => {
    tried.push(number);
    if (number === '2')
      throw new Refused({ status: 409, code: 'order.held', title: '订单已暂停', detail: '待查', remedy: '先恢复' });
    if (number === '4') throw new Unanswered();
    if (number === '5') throw new Refused({ status: 404, code: 'order.unknown', title: '没有这笔订单' });
  };
  expect(await forEachOrder(orders, one, 'zh')).toEqual({
    done: 2,
    failures: [
      { number: '2', text: '订单已暂停；先恢复' },
      { number: '4', text: '网断了，没有得到回答；内容还在' },
      { number: '5', text: '没有这笔订单' },
    ],
  });
  expect(tried).toEqual(['1', '2', '3', '4', '5']);
});

test('The reason is joined and said in the language of the person', async () => {
  const refused = async () => {
    throw new Refused({ status: 409, code: 'order.held', title: 'The order is on hold', remedy: 'Release it first' });
  };
  expect((await forEachOrder([{ number: '1' }], refused, 'en')).failures).toEqual([
    { number: '1', text: 'The order is on hold; Release it first' },
  ]);
  const unanswered = async () => {
    throw new Unanswered();
  };
  expect((await forEachOrder([{ number: '1' }], unanswered, 'en')).failures).toEqual([
    { number: '1', text: 'Offline, no answer; your text is kept' },
  ]);
});

test('No orders are no successes and no failures', async () => {
  expect(await forEachOrder([], async () => {}, 'zh')).toEqual({ done: 0, failures: [] });
});
