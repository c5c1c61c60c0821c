import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { client, onSignedOut, Refused, take } from '../api/client';
import type { Me } from '../api/types';
import { useLang } from '../app/prefs';
import { exactly, when } from '../format/time';
import type { Lang } from '../i18n/catalog';

interface Session {
  me: Me;
  can: (permission: string) => boolean;
  enter: (me: Me) => void;
  leave: () => void;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('No session around this part');
  return session;
}

export function useCan(permission: string): boolean {
  return useSession().can(permission);
}

/** Formats times in the shop's zone and the person's language. */
export function useTimes(): {
  zone: string;
  lang: Lang;
  when: (at: string) => string;
  exactly: (at: string) => string;
} {
  const zone = useSession().me.shop.timeZone;
  const lang = useLang();
  return useMemo(
    () => ({ zone, lang, when: (at) => when(at, zone, lang, Date.now()), exactly: (at) => exactly(at, zone) }),
    [zone, lang],
  );
}

/** Asks who is signed in; shows the sign-in page when nobody is, and keeps the page's address for afterwards. */
export function SessionGate({
  children,
  signIn,
  waiting,
  failed,
}: {
  children: ReactNode;
  signIn: (enter: (me: Me) => void) => ReactNode;
  waiting: ReactNode;
  failed: (failure: Error, retry: () => void) => ReactNode;
}) {
  const cache = useQueryClient();
  const [out, setOut] = useState(false);
  const lang = useLang();
  const session = useQuery({
    queryKey: ['session', lang],
    queryFn: () => take(client.GET('/api/admin/session')),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (previous) => previous,
  });

  useEffect(() => onSignedOut(() => setOut(true)), []);

  const me = session.data;
  const value = useMemo<Session | null>(() => {
    if (!me) return null;
    const held = new Set(me.permissions);
    return {
      me,
      can: (permission) => held.has(permission) || held.has('*'),
      enter: () => {},
      leave: () => {
        setOut(true);
        cache.clear();
      },
    };
  }, [me, cache]);

  const enter = (next: Me) => {
    cache.setQueryData(['session', lang], next);
    setOut(false);
    void cache.invalidateQueries();
  };

  if (out || (session.error instanceof Refused && session.error.problem.status === 401)) return signIn(enter);
  if (session.error && !value) return failed(session.error, () => void session.refetch());
  if (!value) return waiting;
  return <SessionContext value={value}>{children}</SessionContext>;
}
