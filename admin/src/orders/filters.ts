import type { OrderQuery, OrderStatus } from '../api/types';
import { addDays, startOfDay } from '../format/time';

export const statuses: readonly OrderStatus[] = [
  'awaiting_payment',
  'paid',
  'awaiting_shipment',
  'partly_shipped',
  'shipped',
  'completed',
  'refunding',
  'refund_completed',
  'canceled',
];

/** What the address says about the list; the address is the only place where it is kept. */
export interface Filters {
  status: OrderStatus | null;
  attention: string | null;
  query: string;
  from: string | null;
  to: string | null;
  channel: string | null;
  tag: string | null;
  customer: string | null;
  after: string | null;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the address; what makes no sense there is left out rather than sent on. */
export function readFilters(query: URLSearchParams): Filters {
  const status = query.get('status');
  const date = (name: string) => {
    const value = query.get(name);
    return value && day.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
  };
  return {
    status: statuses.includes(status as OrderStatus) ? (status as OrderStatus) : null,
    attention: query.get('attention') || null,
    query: query.get('query')?.trim() ?? '',
    from: date('from'),
    to: date('to'),
    channel: query.get('channel') || null,
    tag: query.get('tag') || null,
    customer: query.get('customer') || null,
    after: query.get('after') || null,
  };
}

export function isFiltered(filters: Filters): boolean {
  return Boolean(filters.query || filters.from || filters.to || filters.channel || filters.tag || filters.customer);
}

export const pageSize = 50;

/** The call for these filters: days become instants in the shop's zone, the last day counts whole. */
export function toQuery(filters: Filters, zone: string): OrderQuery {
  const query: OrderQuery = { limit: pageSize };
  if (filters.status) query.status = filters.status;
  if (filters.attention) query.attention = filters.attention;
  if (filters.query) query.query = filters.query;
  if (filters.channel) query.channel = filters.channel;
  if (filters.tag) query.tag = filters.tag;
  if (filters.customer) query.customer = filters.customer;
  if (filters.after) query.after = filters.after;
  if (filters.from) query.from = startOfDay(filters.from, zone).toISOString();
  if (filters.to) query.to = startOfDay(addDays(filters.to, 1), zone).toISOString();
  return query;
}
