import { expect, test } from 'vitest';
import { withQuery } from '../src/app/router';
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
