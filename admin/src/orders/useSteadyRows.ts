import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { client, take } from '../api/client';
import type { List, OrderRow } from '../api/types';

interface Shown {
  visit: unknown;
  settled: boolean;
  rows: readonly OrderRow[];
}

const nobody: ReadonlySet<string> = new Set();

/**
 * Rows that stand still under the hand: after the first reading of a visit, what changes changes in place and is
 * tinted, what is new waits until asked for, and a row that left the filter stays (with its new state) until the next
 * visit.
 */
export function useSteadyRows(page: List<OrderRow> | undefined, visit: unknown, fetching: boolean) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [fresh, setFresh] = useState(nobody);
  const fade = useRef(0);

  const tint = useCallback((numbers: readonly string[]) => {
    if (numbers.length === 0) return;
    setFresh(new Set(numbers));
    window.clearTimeout(fade.current);
    fade.current = window.setTimeout(() => setFresh(nobody), 2200);
  }, []);

  useEffect(() => {
    if (!page) return;
    if (shown === null || shown.visit !== visit || !shown.settled || shown.rows.length === 0) {
      if (shown !== null && shown.visit === visit && shown.rows === page.items && shown.settled === !fetching) return;
      setShown({ visit, settled: !fetching, rows: page.items });
      return;
    }
    const latest = new Map(page.items.map((order) => [order.number, order]));
    const changed: string[] = [];
    const rows = shown.rows.map((row) => {
      const next = latest.get(row.number);
      if (!next || next === row || JSON.stringify(next) === JSON.stringify(row)) return row;
      changed.push(row.number);
      return next;
    });
    if (changed.length > 0) {
      setShown({ ...shown, rows });
      tint(changed);
    }
  }, [page, visit, fetching, shown, tint]);

  const rows = shown?.visit === visit || !page ? (shown?.rows ?? []) : (shown?.rows ?? page.items);

  const waiting = useMemo(() => {
    const first = rows[0];
    if (!page || !shown?.settled || !first) return 0;
    const known = new Set(rows.map((row) => row.number));
    return page.items.filter((order) => !known.has(order.number) && order.placedAt >= first.placedAt).length;
  }, [page, rows, shown]);

  /** Rows that are on screen but no longer in the list: read one by one, so that their new state shows. */
  const gone = useMemo(() => {
    if (!page || !shown?.settled) return '';
    const listed = new Set(page.items.map((order) => order.number));
    return rows
      .filter((row) => !listed.has(row.number))
      .slice(0, 10)
      .map((row) => row.number)
      .join(' ');
  }, [page, rows, shown]);

  useEffect(() => {
    if (!gone || !page) return;
    let stopped = false;
    void Promise.allSettled(
      gone.split(' ').map((number) => take(client.GET('/api/admin/orders/{number}', { params: { path: { number } } }))),
    ).then((answers) => {
      if (stopped) return;
      const found = new Map<string, OrderRow>();
      for (const answer of answers) if (answer.status === 'fulfilled') found.set(answer.value.number, answer.value);
      const changed: string[] = [];
      setShown((old) => {
        if (!old) return old;
        const next = old.rows.map((row) => {
          const one = found.get(row.number);
          if (
            !one ||
            (one.status === row.status && one.flag === row.flag && one.note === row.note && one.next === row.next)
          )
            return row;
          changed.push(row.number);
          return { ...row, ...one, lines: row.lines };
        });
        return changed.length ? { ...old, rows: next } : old;
      });
      tint([...found.keys()].filter((number) => changed.includes(number)));
    });
    return () => {
      stopped = true;
    };
  }, [gone, page, tint]);

  const show = useCallback(() => {
    if (page) setShown({ visit, settled: true, rows: page.items });
  }, [page, visit]);

  return { rows, waiting, show, fresh };
}
