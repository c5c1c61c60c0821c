import { useSyncExternalStore } from 'react';
import type { Catalog, Lang } from '../i18n/catalog';

/** What a person chose for this browser: language, appearance, keys, rows per page. Kept in local storage only. */
export interface Prefs {
  lang: Lang;
  theme: 'system' | 'light' | 'dark';
  keys: boolean;
  dense: boolean;
}

const place = 'guidan.prefs';
const listeners = new Set<() => void>();

function stored(): Prefs {
  const first: Prefs = {
    lang: navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en',
    theme: 'system',
    keys: true,
    dense: false,
  };
  try {
    return { ...first, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Prefs>) };
  } catch {
    return first; // Storage is forbidden or holds something else: the defaults do.
  }
}

let current = stored();

export function prefs(): Prefs {
  return current;
}

export function prefer(change: Partial<Prefs>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(place, JSON.stringify(current));
  } catch {
    // Not kept for next time; it holds for this visit.
  }
  dress();
  for (const listener of listeners) listener();
}

export function usePrefs(): Prefs {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, prefs);
}

const night = window.matchMedia('(prefers-color-scheme: dark)');

export function isDark(): boolean {
  return current.theme === 'dark' || (current.theme === 'system' && night.matches);
}

/** Puts language and appearance on the root element, where the styles read them. */
export function dress(): void {
  document.documentElement.lang = current.lang === 'zh' ? 'zh-CN' : 'en';
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
}

night.addEventListener('change', () => prefer({}));

export function useLang(): Lang {
  return usePrefs().lang;
}

// biome-ignore lint/suspicious/noExplicitAny: any catalogue will do; its own type is kept.
export function useWords<C extends Catalog<any>>(words: C): C['zh'] {
  return words[useLang()];
}
