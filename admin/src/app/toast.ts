import { useSyncExternalStore } from 'react';

/** A word about what was just done; with a way back where there is one. Kept in one place, read out politely. */
export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'bad';
  undo?: { text: string; act: () => void };
}

const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let last = 0;

function publish(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export function toast(text: string, { tone = 'plain', undo }: Partial<Pick<Toast, 'tone' | 'undo'>> = {}): void {
  const id = ++last;
  publish([...toasts.slice(-2), { id, text, tone, undo }]);
  setTimeout(() => dismiss(id), undo || tone === 'bad' ? 8000 : 4000);
}

export function dismiss(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id));
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}
