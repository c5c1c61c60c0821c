import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { client, take } from '../api/client';
import { useSubmit } from '../api/use';
import { clock } from '../format/time';
import { useSession, useTimes } from '../session/session';
import { Icon, type IconName, Logo } from '../ui/Icon';
import { Menu } from '../ui/Menu';
import { Notice, PageHead, Slow, useMedia, useSayFailure } from '../ui/parts';
import { common } from '../ui/words';
import { useKeys, usePrefix } from './keys';
import { useLive } from './live';
import { prefer, usePrefs, useWords } from './prefs';
import { go, Link, Routes, usePlace } from './router';
import { routes } from './routes';
import { dismiss, useToasts } from './toast';
import { shellWords } from './words';

const KeyHelp = lazy(() => import('./KeyHelp'));
const AllPages = lazy(() => import('./AllPages'));

interface Item {
  to: string;
  icon: IconName;
  word:
    | 'today'
    | 'orders'
    | 'unreturned'
    | 'customers'
    | 'products'
    | 'stock'
    | 'imports'
    | 'sheet'
    | 'proof'
    | 'audit'
    | 'operations'
    | 'settings';
  needs?: string;
  group: 1 | 2 | 3;
}

/** Only pages that exist stand here, and only those that the role may open. */
const items: readonly Item[] = [
  { to: '/', icon: 'home', word: 'today', group: 1 },
  { to: '/orders', icon: 'orders', word: 'orders', needs: 'orders.read', group: 1 },
  { to: '/unreturned', icon: 'ring', word: 'unreturned', needs: 'channels.read', group: 1 },
  { to: '/customers', icon: 'people', word: 'customers', needs: 'customers.read', group: 1 },
  { to: '/products', icon: 'box', word: 'products', needs: 'products.read', group: 2 },
  { to: '/stock', icon: 'stock', word: 'stock', needs: 'stock.read', group: 2 },
  { to: '/imports', icon: 'import', word: 'imports', needs: 'products.import', group: 2 },
  { to: '/sheet', icon: 'check', word: 'sheet', needs: 'assurance.read', group: 3 },
  { to: '/proof', icon: 'shield', word: 'proof', needs: 'assurance.read', group: 3 },
  { to: '/operations', icon: 'wire', word: 'operations', needs: 'operations.read', group: 3 },
  { to: '/audit', icon: 'log', word: 'audit', needs: 'audit.read', group: 3 },
  { to: '/settings', icon: 'gear', word: 'settings', needs: 'settings.read', group: 3 },
];

function isHere(path: string, to: string): boolean {
  return to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`);
}

export function Shell() {
  const say = useWords(shellWords);
  const shared = useWords(common);
  const { can, me } = useSession();
  const { path } = usePlace();
  const phone = useMedia('(max-width: 767px)');
  const [all, setAll] = useState(false);
  const [help, setHelp] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const shown = items.filter((item) => !item.needs || can(item.needs));
  const counts = useQuery({
    queryKey: ['orders', 'counts'],
    queryFn: () => take(client.GET('/api/admin/orders/counts')),
    enabled: can('orders.read'),
  });
  const waiting = counts.data?.status.awaiting_shipment ?? 0;

  usePrefix();
  useKeys({
    '/': () => search.current?.focus(),
    '?': () => setHelp(true),
    'g h': () => void go('/'),
    'g o': () => void go('/orders'),
    'g p': () => void go('/products'),
    'g s': () => void go('/stock'),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path closes the drawer.
  useEffect(() => setAll(false), [path]);

  const link = (item: Item) => (
    <Link
      key={item.to}
      to={item.to}
      className="nav-link"
      aria-current={isHere(path, item.to) ? 'page' : undefined}
      title={say[item.word]}
    >
      <Icon name={item.icon} />
      <span className="nav-word">{say[item.word]}</span>
      {item.word === 'orders' && waiting > 0 && <span className="nav-count">{waiting >= 1000 ? '999+' : waiting}</span>}
    </Link>
  );

  return (
    <div className="shell">
      <a className="skip" href="#main">
        {say.skip}
      </a>
      {!phone && (
        <nav className="side" aria-label={say.navigation}>
          <div className="brand">
            <Logo />
            <strong>{shared.product}</strong>
            <span title={me.shop.name}>{me.shop.name}</span>
          </div>
          {[1, 2, 3].map((group) => (
            <div className="nav-group" key={group}>
              {shown.filter((item) => item.group === group).map(link)}
            </div>
          ))}
          <p className="side-foot">
            {me.shop.demo && <em>{say.demo}</em>}
            <span>{say.onDuty(me.name, me.role.name)}</span>
          </p>
        </nav>
      )}
      <header className="top">
        <search className="top-place">
          <form
            className="top-search"
            onSubmit={(event) => {
              event.preventDefault();
              const wanted = search.current?.value.trim() ?? '';
              if (!wanted) return;
              const digits = wanted.replace(/\s/g, '');
              void go(/^\d{18}$/.test(digits) ? `/orders/${digits}` : `/orders?query=${encodeURIComponent(wanted)}`);
              search.current?.blur();
            }}
          >
            <Icon name="search" size={16} />
            <input
              ref={search}
              type="search"
              aria-label={say.searchLabel}
              placeholder={say.search}
              autoComplete="off"
              onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
            />
            <kbd title={say.searchLabel}>/</kbd>
          </form>
        </search>
        <ProofLight />
        <Account onHelp={() => setHelp(true)} />
      </header>
      <main id="main" tabIndex={-1} className="page">
        <CutOff />
        <Routes
          routes={routes}
          waiting={<Slow />}
          missing={
            <>
              <PageHead title={shared.missingPage} />
              <Notice tone="plain" title={shared.missingPageDetail} actions={<Link to="/">{shared.toHome}</Link>} />
            </>
          }
          guard={(route) =>
            route.needs && !can(route.needs) ? (
              <>
                <PageHead title={shared.denied} />
                <Notice
                  tone="bad"
                  title={shared.deniedDetail(me.role.name, route.needs)}
                  actions={<Link to="/">{shared.toHome}</Link>}
                >
                  <p>{shared.deniedRemedy}</p>
                </Notice>
              </>
            ) : null
          }
        />
      </main>
      {phone && (
        <nav className="bottom" aria-label={say.navigation}>
          {shown.filter((item) => ['today', 'orders', 'products', 'stock'].includes(item.word)).map(link)}
          <button type="button" className="nav-link" aria-expanded={all} onClick={() => setAll(true)}>
            <Icon name="menu" />
            <span className="nav-word">{say.all}</span>
          </button>
        </nav>
      )}
      {all && (
        <Suspense>
          <AllPages onClose={() => setAll(false)}>{shown.map(link)}</AllPages>
        </Suspense>
      )}
      {help && (
        <Suspense>
          <KeyHelp onClose={() => setHelp(false)} />
        </Suspense>
      )}
      <Toasts />
      <div id="live-region" className="unseen" aria-live="polite" />
    </div>
  );
}

function ProofLight() {
  const say = useWords(shellWords);
  const { can } = useSession();
  const light = useQuery({
    queryKey: ['proof'],
    queryFn: () => take(client.GET('/api/admin/proof')),
    refetchInterval: 60_000,
    enabled: can('assurance.read') || can('orders.read'),
  });
  const times = useTimes();
  if (!light.data) return <span className="proof-light" />;
  const { orders, open, checkedAt } = light.data;
  const title = checkedAt ? say.proofAt(times.when(checkedAt)) : say.proofNever;
  return (
    <Link to="/proof" className="proof-light" data-open={open > 0} title={title}>
      <i aria-hidden="true" />
      <span className="proof-count">{say.proofOrders(orders)}</span>
      <strong>{open > 0 ? say.proofOpen(open) : say.proofAll}</strong>
    </Link>
  );
}

function CutOff() {
  const say = useWords(shellWords);
  const { cutSince } = useLive();
  const { zone } = useTimes();
  if (cutSince === null) return null;
  return (
    <p className="cut-off" role="status">
      {say.cutOff(clock(cutSince, zone))}
    </p>
  );
}

function Account({ onHelp }: { onHelp: () => void }) {
  const say = useWords(shellWords);
  const { me, leave } = useSession();
  const { lang, theme } = usePrefs();
  const sayFailure = useSayFailure();
  const signOut = useSubmit((_: object) => take(client.DELETE('/api/admin/session')), {
    onSuccess: leave,
    onError: sayFailure,
  });
  return (
    <Menu
      label={say.account(me.name)}
      items={[
        { key: 'lang', label: <span lang={lang === 'zh' ? 'en' : 'zh-CN'}>{lang === 'zh' ? 'English' : '中文'}</span> },
        ...(['system', 'light', 'dark'] as const).map((name, at) => ({
          key: name,
          label: say.appearanceOf(say[name]),
          checked: theme === name,
          divided: at === 0,
        })),
        { key: 'keys', label: say.keys, divided: true },
        { key: 'out', label: say.signOut },
      ]}
      onPick={(key) => {
        if (key === 'lang') prefer({ lang: lang === 'zh' ? 'en' : 'zh' });
        else if (key === 'system' || key === 'light' || key === 'dark') prefer({ theme: key });
        else if (key === 'keys') onHelp();
        else if (key === 'out') signOut.mutate({});
      }}
    >
      {(wiring) => (
        <button
          type="button"
          className="avatar"
          aria-label={say.account(me.name)}
          title={say.onDuty(me.name, me.role.name)}
          {...wiring}
        >
          {me.name.slice(0, 1)}
        </button>
      )}
    </Menu>
  );
}

function Toasts() {
  const shared = useWords(common);
  const toasts = useToasts();
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <div className="toast" data-tone={toast.tone} key={toast.id}>
          <span>{toast.text}</span>
          {toast.undo && (
            <button
              type="button"
              onClick={() => {
                toast.undo?.act();
                dismiss(toast.id);
              }}
            >
              {toast.undo.text}
            </button>
          )}
          <button type="button" aria-label={shared.close} onClick={() => dismiss(toast.id)}>
            <Icon name="cross" size={14} />
          </button>
        </div>
      ))}
    </div>
  );
}
