import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { lazy, Suspense, useMemo } from 'react';
import { Refused } from '../api/client';
import { SessionGate } from '../session/session';
import { Failure, Slow } from '../ui/parts';
import { LiveProvider } from './live';
import { isDark, usePrefs } from './prefs';
import { Shell } from './Shell';
import { themeOf } from './theme';

const SignIn = lazy(() => import('../session/SignIn'));

const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      gcTime: 300_000,
      // A refusal is an answer: asking again changes nothing. A network failure may pass.
      retry: (count, error) => !(error instanceof Refused && error.problem.status < 500) && count < 2,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});

export function App() {
  const { lang, theme } = usePrefs();
  // biome-ignore lint/correctness/useExhaustiveDependencies: isDark reads what theme names.
  const look = useMemo(() => themeOf(isDark()), [theme, isDark()]);
  return (
    <ConfigProvider
      theme={look}
      locale={lang === 'zh' ? zhCN : enUS}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
      modal={{ mask: { blur: false } }}
      drawer={{ mask: { blur: false } }}
    >
      <QueryClientProvider client={cache}>
        <SessionGate
          signIn={(enter) => <SignInPage enter={enter} />}
          waiting={<Slow card={false} />}
          failed={(failure, retry) => (
            <div className="lonely">
              <Failure error={failure} retry={retry} />
            </div>
          )}
        >
          <LiveProvider>
            <Shell />
          </LiveProvider>
        </SessionGate>
      </QueryClientProvider>
    </ConfigProvider>
  );
}

function SignInPage(props: React.ComponentProps<typeof SignIn>) {
  return (
    <Suspense fallback={<Slow card={false} />}>
      <SignIn {...props} />
    </Suspense>
  );
}
