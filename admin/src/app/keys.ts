import { useEffect, useRef } from 'react';
import { prefs } from './prefs';

type Act = (event: KeyboardEvent) => void;

/** Silent while a person types, composes with an input method, or has a dialog open. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return true;
  const target = event.target as HTMLElement | null;
  if (!target) return false;
  if (target.isContentEditable) return true;
  const tag = target.tagName;
  if (tag === 'TEXTAREA' || tag === 'SELECT') return true;
  return tag === 'INPUT' && !['checkbox', 'radio', 'button'].includes((target as HTMLInputElement).type);
}

let prefix = '';
let prefixTimer = 0;

/** Listens for single keys and for two-key words such as "g o". Off when the person turned keys off. */
export function useKeys(map: Record<string, Act>): void {
  const latest = useRef(map);
  latest.current = map;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!prefs().keys || event.defaultPrevented || isTyping(event)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('[role="dialog"]')) return;
      const key =
        event.shiftKey && event.key.length === 1 && /[a-z]/i.test(event.key)
          ? `Shift+${event.key.toLowerCase()}`
          : event.key;
      const act = latest.current[prefix ? `${prefix} ${key}` : key];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** Remembers a "g" for a moment; registered once, by the shell, so that every listener sees the same prefix. */
export function usePrefix(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!prefs().keys || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      window.clearTimeout(prefixTimer);
      const starts = event.key === 'g' && prefix === '';
      // The listeners of useKeys run in the same event: they must still see the prefix that was set before it.
      setTimeout(() => {
        prefix = starts ? 'g' : '';
      }, 0);
      if (starts)
        prefixTimer = window.setTimeout(() => {
          prefix = '';
        }, 1200);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
