import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';

export interface Change {
  kind: 'order' | 'product' | 'stock' | 'import' | 'case' | 'arrival';
  key: string;
  at: string;
}

interface Live {
  /** Since when nothing has come, when that is longer than ten seconds. */
  cutSince: number | null;
  listen: (act: (change: Change) => void) => () => void;
}

const LiveContext = createContext<Live>({ cutSince: null, listen: () => () => {} });

const follows: Record<Change['kind'], string[]> = {
  order: ['orders', 'home', 'proof'],
  product: ['products', 'product', 'home'],
  stock: ['stock', 'home'],
  import: ['imports'],
  case: ['home'],
  arrival: ['arrivals', 'home'],
};

/**
 * One event stream for the whole window. A change refreshes what it touches, gathered so that a burst of a thousand
 * changes is one refresh a second; when the stream is cut, what is on screen stays, dated, and is polled.
 */
export function LiveProvider({ children }: { children: ReactNode }) {
  const cache = useQueryClient();
  const listeners = useRef(new Set<(change: Change) => void>());
  const [cutSince, setCutSince] = useState<number | null>(null);

  useEffect(() => {
    let source: EventSource | null = null;
    let lost: number | null = null;
    let watch = 0;
    let gather = 0;
    const touched = new Set<string>();

    const refresh = () => {
      gather = 0;
      const names = [...touched];
      touched.clear();
      for (const name of names) void cache.invalidateQueries({ queryKey: [name] });
    };
    const onChange = (event: MessageEvent<string>) => {
      let change: Change;
      try {
        change = JSON.parse(event.data) as Change;
      } catch {
        return; // A line we cannot read changes nothing; the poll and the next refresh bring the truth.
      }
      for (const name of follows[change.kind] ?? []) touched.add(name);
      if (change.kind === 'order') touched.add(`order ${change.key}`);
      for (const listener of listeners.current) listener(change);
      if (!gather) gather = window.setTimeout(refresh, 1000);
    };
    const connected = () => {
      if (lost !== null) void cache.invalidateQueries();
      lost = null;
      setCutSince(null);
    };
    const open = () => {
      source = new EventSource('/api/admin/live');
      source.addEventListener('change', onChange);
      source.addEventListener('hello', connected);
      source.onopen = connected;
      source.onerror = () => {
        lost ??= Date.now();
        if (source?.readyState === EventSource.CLOSED) {
          source = null;
        }
      };
    };
    open();
    watch = window.setInterval(() => {
      if (lost === null) return;
      if (Date.now() - lost > 10_000) setCutSince(lost);
      if (!source) open();
      if (Date.now() - lost > 14_000) void cache.invalidateQueries({ refetchType: 'active' });
    }, 5000);
    return () => {
      source?.close();
      window.clearInterval(watch);
      window.clearTimeout(gather);
    };
  }, [cache]);

  const live = useMemo<Live>(
    () => ({
      cutSince,
      listen: (act) => {
        listeners.current.add(act);
        return () => listeners.current.delete(act);
      },
    }),
    [cutSince],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}

export function useLive(): Live {
  return useContext(LiveContext);
}

export function useChanges(act: (change: Change) => void): void {
  const { listen } = useLive();
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => listen((change) => latest.current(change)), [listen]);
}

let said = 0;
let waiting = 0;

/** Says something in the one polite live region, at most once in five seconds; the last thing wins. */
export function announce(text: string): void {
  const region = document.getElementById('live-region');
  if (!region) return;
  window.clearTimeout(waiting);
  waiting = window.setTimeout(
    () => {
      said = Date.now();
      region.textContent = text;
    },
    Math.max(0, said + 5000 - Date.now()),
  );
}
