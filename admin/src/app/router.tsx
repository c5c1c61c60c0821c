import {
  type AnchorHTMLAttributes,
  type ComponentType,
  type LazyExoticComponent,
  type MouseEvent,
  Suspense,
  useEffect,
  useRef,
  useSyncExternalStore,
} from 'react';

/**
 * A router of our own, some 120 lines: the address is the state (filters included), routes are lazy chunks, and a page
 * with unsaved work can ask before it is left. react-router would cost 30 kB of the 250 kB a first screen may weigh.
 */
export const base = '/admin';

export interface Place {
  path: string;
  query: URLSearchParams;
  search: string;
  state: unknown;
}

type Ask = () => Promise<boolean>;

const listeners = new Set<() => void>();
const scrolled = new Map<string, number>();
let place = read();
let ask: Ask | null = null;
let moved: 'first' | 'forward' | 'back' = 'first';

function read(): Place {
  const path = location.pathname.startsWith(base) ? location.pathname.slice(base.length) || '/' : '/';
  return { path, query: new URLSearchParams(location.search), search: location.search, state: history.state };
}

function arrive(): void {
  place = read();
  for (const listener of listeners) listener();
}

interface Going {
  replace?: boolean;
  state?: unknown;
  /** Leaves without asking, after saving for example. */
  force?: boolean;
}

export async function go(to: string, { replace = false, state = null, force = false }: Going = {}): Promise<void> {
  const other = to.split('?')[0] !== place.path;
  if (ask && other && !force && !(await ask())) return;
  if (other) ask = null;
  scrolled.set(location.href, window.scrollY);
  if (replace) history.replaceState(state, '', base + to);
  else history.pushState(state, '', base + to);
  moved = 'forward';
  arrive();
}

window.addEventListener('popstate', async () => {
  const wanted = read();
  if (ask && wanted.path !== place.path) {
    // The browser has moved already: put the page's own address back before asking.
    history.pushState(place.state, '', base + place.path + place.search);
    if (await ask()) await go(wanted.path + wanted.search, { force: true });
    return;
  }
  moved = 'back';
  arrive();
});

window.addEventListener('beforeunload', (event) => {
  if (ask) event.preventDefault();
});

export function usePlace(): Place {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => place,
  );
}

/** While `question` is set, leaving the page asks it first. */
export function useLeaving(question: Ask | null): void {
  useEffect(() => {
    ask = question;
    return () => {
      if (ask === question) ask = null;
    };
  }, [question]);
}

/** Sets or removes words of the query, keeps the others; a changed filter starts at the first page again. */
export function withQuery(query: URLSearchParams, change: Record<string, string | null | undefined>): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  const text = next.toString();
  return text ? `?${text}` : '';
}

export function Link({
  to,
  state,
  onClick,
  ...rest
}: { to: string; state?: unknown } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void go(to, { state });
  };
  return <a {...rest} href={base + to} onClick={follow} />;
}

export interface Route {
  pattern: string;
  page: LazyExoticComponent<ComponentType<Params>>;
  /** The permission without which the page says whom to ask. */
  needs?: string;
}

export type Params = { params: Record<string, string> };

export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.replace(/\/$/, '').split('/');
  if (pattern === '/' ? path !== '/' : wanted.length !== given.length) return null;
  if (pattern === '/') return {};
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = decodeURIComponent(given[index] ?? '');
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return params;
}

export function Routes({
  routes,
  waiting,
  missing,
  guard,
}: {
  routes: readonly Route[];
  waiting: React.ReactNode;
  missing: React.ReactNode;
  guard: (route: Route) => React.ReactNode;
}) {
  const { path, search } = usePlace();
  const first = useRef(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path is what this waits for.
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    document.getElementById('main')?.focus({ preventScroll: true });
    window.scrollTo(0, moved === 'back' ? (scrolled.get(location.href) ?? 0) : 0);
  }, [path]);

  for (const route of routes) {
    const params = match(route.pattern, path);
    if (!params) continue;
    const refused = guard(route);
    if (refused) return refused;
    const Page = route.page;
    return (
      <Suspense fallback={waiting}>
        <Page key={route.pattern + JSON.stringify(params)} params={params} />
      </Suspense>
    );
  }
  return <div data-search={search}>{missing}</div>;
}
