import { useSyncExternalStore } from 'react';

/** Views that a person named: an address part with a name, kept in this browser. */
export interface View {
  name: string;
  search: string;
}

const place = 'guidan.orders.views';
const listeners = new Set<() => void>();
let views: readonly View[] = load();

function load(): readonly View[] {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? '[]') as View[];
    return Array.isArray(kept) ? kept.filter((view) => view.name && typeof view.search === 'string') : [];
  } catch {
    return [];
  }
}

function keep(next: readonly View[]): void {
  views = next;
  try {
    localStorage.setItem(place, JSON.stringify(next));
  } catch {
    // Storage is forbidden: the view lasts for this visit.
  }
  for (const listener of listeners) listener();
}

export function addView(view: View): void {
  keep([...views.filter((one) => one.name !== view.name), view].slice(-12));
}

export function removeView(name: string): void {
  keep(views.filter((one) => one.name !== name));
}

export function useViews(): readonly View[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => views,
  );
}
