import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

export interface MenuItem {
  key: string;
  label: ReactNode;
  icon?: ReactNode;
  danger?: boolean;
  /** One of a group of which exactly one holds. */
  checked?: boolean;
  divided?: boolean;
}

interface Wiring {
  ref: React.RefObject<HTMLButtonElement | null>;
  onClick: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  'aria-haspopup': 'menu' | 'dialog';
  'aria-expanded': boolean;
  'aria-controls'?: string;
}

/** Closes on Escape and on a press outside, and gives the focus back to its button. */
function useOpen() {
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (!frame.current?.contains(event.target as Node)) setOpen(false);
    };
    const leave = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('keydown', leave, true);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('keydown', leave, true);
    };
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return { open, setOpen, close, frame, button };
}

/** Keeps a floating part inside the window, whatever side its button stands on. */
function useInside(open: boolean) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = panel.current;
    if (!open || !box) return;
    box.style.translate = '';
    const { left, right } = box.getBoundingClientRect();
    const shift = left < 8 ? 8 - left : right > window.innerWidth - 8 ? window.innerWidth - 8 - right : 0;
    if (shift) box.style.translate = `${shift}px 0`;
  }, [open]);
  return panel;
}

/** A menu button of our own: antd's brings 30 kB of menu that no first screen has room for. */
export function Menu({
  items,
  onPick,
  side = 'bottom-end',
  children,
  label,
}: {
  items: readonly MenuItem[];
  onPick: (key: string) => void;
  side?: 'bottom-end' | 'bottom-start' | 'top-start';
  children: (wiring: Wiring) => ReactNode;
  label: string;
}) {
  const { open, setOpen, close, frame, button } = useOpen();
  const panel = useInside(open);
  const id = useId();
  useEffect(() => {
    if (open) panel.current?.querySelector<HTMLElement>('button')?.focus();
  }, [open, panel]);
  const walk = (event: KeyboardEvent) => {
    const all = [...(panel.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Tab') setOpen(false);
    if (to === undefined) return;
    event.preventDefault();
    all[(to + all.length) % all.length]?.focus();
  };
  return (
    <span className="pop" ref={frame}>
      {children({
        ref: button,
        onClick: () => setOpen(!open),
        onKeyDown: (event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            setOpen(true);
          }
        },
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        ...(open ? { 'aria-controls': id } : {}),
      })}
      {open && (
        <div
          className="pop-panel menu"
          data-side={side}
          id={id}
          role="menu"
          aria-label={label}
          tabIndex={-1}
          ref={panel}
          onKeyDown={walk}
        >
          {items.map((item) => (
            // biome-ignore lint/a11y/useAriaPropsSupportedByRole: an item with aria-checked has the role menuitemradio.
            <button
              type="button"
              key={item.key}
              role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.checked}
              tabIndex={-1}
              data-danger={item.danger}
              data-divided={item.divided}
              onClick={() => {
                close();
                onPick(item.key);
              }}
            >
              {item.icon}
              <span>{item.label}</span>
              {item.checked && <span aria-hidden="true">✓</span>}
            </button>
          ))}
        </div>
      )}
    </span>
  );
}

/** A small panel under a button: the value of a filter, a name to give. */
export function Pop({
  label,
  children,
  content,
}: {
  label: string;
  children: (wiring: Wiring) => ReactNode;
  content: (close: () => void) => ReactNode;
}) {
  const { open, setOpen, close, frame, button } = useOpen();
  const panel = useInside(open);
  const id = useId();
  useEffect(() => {
    if (open) panel.current?.querySelector<HTMLElement>('button,input,select')?.focus();
  }, [open, panel]);
  return (
    <span className="pop" ref={frame}>
      {children({
        ref: button,
        onClick: () => setOpen(!open),
        onKeyDown: () => {},
        'aria-haspopup': 'dialog',
        'aria-expanded': open,
        ...(open ? { 'aria-controls': id } : {}),
      })}
      {open && (
        <div className="pop-panel" data-side="bottom-start" id={id} role="dialog" aria-label={label} ref={panel}>
          <div className="chip-panel">{content(close)}</div>
        </div>
      )}
    </span>
  );
}
