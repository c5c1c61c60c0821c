import { Button } from 'antd';
import { memo, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Refused, Unanswered } from '../api/client';
import type { Money } from '../api/types';
import { useWords } from '../app/prefs';
import { toast } from '../app/toast';
import { money } from '../format/money';
import { middle } from '../format/text';
import { useSession, useTimes } from '../session/session';
import { Icon, type IconName } from './Icon';
import { common } from './words';

export const Amount = memo(function Amount({ value, strong }: { value: Money; strong?: boolean }) {
  return <span className={strong ? 'amount strong' : 'amount'}>{money(value)}</span>;
});

export const Moment = memo(function Moment({ at }: { at: string }) {
  const times = useTimes();
  return (
    <time dateTime={at} title={times.exactly(at)}>
      {times.when(at)}
    </time>
  );
});

export function Card({
  title,
  aside,
  children,
  flush,
  className,
  foot,
}: {
  title?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  flush?: boolean;
  className?: string;
  foot?: ReactNode;
}) {
  return (
    <section className={className ? `card ${className}` : 'card'}>
      {title !== undefined && (
        <header className="card-head">
          <h2>{title}</h2>
          {aside && <div className="card-aside">{aside}</div>}
        </header>
      )}
      <div className={flush ? 'card-body flush' : 'card-body'}>{children}</div>
      {foot && <footer className="card-foot">{foot}</footer>}
    </section>
  );
}

/** What failed, what is safe, and the way out. Takes the focus when it follows something the person did. */
export function Failure({
  error,
  retry,
  focus,
  children,
}: {
  error: Error | null | undefined;
  retry?: () => void;
  focus?: boolean;
  children?: ReactNode;
}) {
  const words = useWords(common);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus && error) box.current?.focus();
  }, [focus, error]);
  if (!error) return null;
  const problem = error instanceof Refused ? error.problem : null;
  const unanswered = error instanceof Unanswered;
  const title = problem?.title ?? (unanswered && focus ? words.offline : words.notLoaded);
  const detail = problem?.detail ?? (unanswered && focus ? words.offlineDetail : problem ? '' : words.notLoadedDetail);
  return (
    <div className="notice bad" role="alert" tabIndex={-1} ref={box}>
      <div className="notice-text">
        <strong>{title}</strong>
        {detail && <p>{detail}</p>}
        {problem?.remedy && <p>{problem.remedy}</p>}
        {children}
      </div>
      {retry && (
        <Button onClick={retry} size="small">
          {words.retry}
        </Button>
      )}
    </div>
  );
}

export function Notice({
  tone,
  title,
  children,
  actions,
}: {
  tone: 'bad' | 'warn' | 'good' | 'plain';
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={`notice ${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      <div className="notice-text">
        <strong>{title}</strong>
        {children}
      </div>
      {actions && <div className="notice-actions">{actions}</div>}
    </div>
  );
}

/** Says a refusal in a toast: for quick actions that have no form to show it in. */
export function useSayFailure(): (error: unknown) => void {
  const words = useWords(common);
  return useCallback(
    (error) => {
      if (error instanceof Refused) {
        const { title, detail, remedy } = error.problem;
        toast([title, detail, remedy].filter(Boolean).join(' · '), { tone: 'bad' });
      } else toast(`${words.offline} ${words.offlineDetail}`, { tone: 'bad' });
    },
    [words],
  );
}

export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <strong>{title}</strong>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** Nothing for the first 300 ms, then a skeleton of the same size as what comes, with words. */
export function Slow({ rows = 6, height = 64, card = true }: { rows?: number; height?: number; card?: boolean }) {
  const words = useWords(common);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={card ? 'card slow' : 'slow'} style={{ minHeight: rows * height }} aria-busy="true">
      {late && <p className="slow-words">{words.loading}</p>}
      {late &&
        Array.from({ length: rows }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike.
          <div className="slow-row" key={index} style={{ height }}>
            <i style={{ width: `${34 + ((index * 17) % 40)}%` }} />
            <i style={{ width: `${18 + ((index * 11) % 20)}%` }} />
          </div>
        ))}
    </div>
  );
}

export const Thumb = memo(function Thumb({
  src,
  size = 40,
  alt = '',
}: {
  src: string | null;
  size?: number;
  alt?: string;
}) {
  return src ? (
    <img className="thumb" src={src} alt={alt} width={size} height={size} loading="lazy" decoding="async" />
  ) : (
    <span className="thumb empty-thumb" style={{ width: size, height: size }}>
      <Icon name="image" size={size / 2} />
    </span>
  );
});

export function Flag({ color, size = 14 }: { color: string; size?: number }) {
  return (
    <svg
      className="flag"
      data-flag={color}
      viewBox="0 0 14 14"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <path d="M2.500 13V1.500h9L9.500 4.700l2 3.300h-8V13Z" fill="currentColor" />
    </svg>
  );
}

/** Parts of one line, divided by a thin rule: CJK fonts would draw "·" as wide as a word. */
export function Meta({ children }: { children: ReactNode[] }) {
  const parts = children.filter((part) => part !== null && part !== undefined && part !== false && part !== '');
  return (
    <span className="meta">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line keep their places.
        <span key={index}>{part}</span>
      ))}
    </span>
  );
}

export function Code({ text, length = 18 }: { text: string; length?: number }) {
  return (
    <span className="code" title={text}>
      {middle(text, length)}
    </span>
  );
}

export function CopyButton({ text, label }: { text: string; label?: string }) {
  const words = useWords(common);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast(words.copied);
    } catch {
      // The clipboard is closed to pages that are not served securely: show it for copying by hand.
      toast(text);
    }
  };
  return (
    <button type="button" className="quiet" onClick={copy} aria-label={label ? `${words.copy} ${label}` : undefined}>
      {words.copy}
    </button>
  );
}

/**
 * A button for something that needs a permission. Without it the button stays where people expect it, does nothing,
 * and says why and whom to ask.
 */
export function Act({
  needs,
  icon,
  onClick,
  children,
  primary,
  danger,
  loading,
  size,
  block,
}: {
  needs?: string;
  icon?: IconName;
  onClick: () => void;
  children: ReactNode;
  primary?: boolean;
  danger?: boolean;
  loading?: boolean;
  size?: 'small' | 'middle' | 'large';
  block?: boolean;
}) {
  const { can } = useSession();
  const words = useWords(common);
  const allowed = !needs || can(needs);
  return (
    <Button
      type={primary ? 'primary' : 'default'}
      danger={danger}
      loading={loading}
      size={size}
      block={block}
      className={allowed ? undefined : 'locked'}
      aria-disabled={allowed ? undefined : true}
      title={allowed ? undefined : words.noRight(needs ?? '')}
      icon={icon ? <Icon name={icon} size={16} /> : undefined}
      onClick={() => (allowed ? onClick() : toast(words.noRight(needs ?? ''), { tone: 'bad' }))}
    >
      {children}
    </Button>
  );
}

export function PageHead({ title, children, note }: { title: string; children?: ReactNode; note?: ReactNode }) {
  const words = useWords(common);
  useEffect(() => {
    document.title = `${title} · ${words.product}`;
  }, [title, words]);
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {note && <span className="page-note">{note}</span>}
      {children && <div className="page-actions">{children}</div>}
    </div>
  );
}

export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const list = window.matchMedia(query);
    const change = () => setMatches(list.matches);
    change();
    list.addEventListener('change', change);
    return () => list.removeEventListener('change', change);
  }, [query]);
  return matches;
}
