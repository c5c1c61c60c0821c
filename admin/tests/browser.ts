// The few things of a browser that the modules touch when they load; the tests themselves need no page.
const kept = new Map<string, string>();
const root = { lang: '', dataset: {} as Record<string, string> };
const browser = {
  matchMedia: () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }),
  addEventListener: () => {},
  removeEventListener: () => {},
};
Object.defineProperties(globalThis, {
  window: { value: browser },
  document: { value: { documentElement: root, getElementById: () => null } },
  localStorage: {
    value: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    },
  },
  location: { value: { pathname: '/admin/orders', search: '', href: 'http://127.0.0.1/admin/orders' } },
  history: { value: { state: null, pushState: () => {}, replaceState: () => {} } },
});
Object.defineProperty(globalThis, 'navigator', { value: { language: 'zh-CN' }, configurable: true });
