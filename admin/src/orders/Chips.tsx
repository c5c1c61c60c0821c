import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../app/prefs';
import { addDays, dayOf } from '../format/time';
import { useTimes } from '../session/session';
import { Icon } from '../ui/Icon';
import { Pop } from '../ui/Menu';
import type { Filters } from './filters';
import { channelWords, orderWords } from './words';

/** A filter that says its own value; dashed while it is not set. */
export function Chip({
  name,
  value,
  children,
}: {
  name: string;
  value: string | null;
  children: (close: () => void) => ReactNode;
}) {
  return (
    <Pop label={name} content={children}>
      {(wiring) => (
        <button type="button" className="chip" data-set={value !== null} {...wiring}>
          {value === null ? (
            <>
              <Icon name="plus" size={14} />
              <span>{name}</span>
            </>
          ) : (
            <span>
              <span className="soft">{name} </span>
              {value}
            </span>
          )}
        </button>
      )}
    </Pop>
  );
}

type Set = (change: Record<string, string | null>) => void;

export function PlacedChip({ filters, set }: { filters: Filters; set: Set }) {
  const say = useWords(orderWords);
  const { zone } = useTimes();
  const today = dayOf(Date.now(), zone);
  const presets: [string, string | null, string | null][] = [
    [say.anyTime, null, null],
    [say.today, today, null],
    [say.twoDays, addDays(today, -1), null],
    [say.week, addDays(today, -6), null],
    [say.month, addDays(today, -29), null],
  ];
  const { from, to } = filters;
  const preset = presets.find(([, start, end]) => start !== null && start === from && end === to);
  const value = preset
    ? preset[0]
    : from && to
      ? say.fromTo(from.slice(5), to.slice(5))
      : from
        ? say.since(from.slice(5))
        : to
          ? say.until(to.slice(5))
          : null;
  return (
    <Chip name={say.placed} value={value}>
      {(close) => (
        <>
          <div className="chip-options">
            {presets.map(([text, start, end]) => (
              <button
                type="button"
                key={text}
                aria-pressed={start === from && end === to}
                onClick={() => {
                  set({ from: start, to: end });
                  close();
                }}
              >
                {text}
              </button>
            ))}
          </div>
          {/* The browser's own date fields: keyboard, screen reader and phone know them, and they weigh nothing. */}
          <label className="chip-date">
            {say.from}
            <input
              className="native"
              type="date"
              value={from ?? ''}
              max={to ?? today}
              onChange={(event) => set({ from: event.target.value || null })}
            />
          </label>
          <label className="chip-date">
            {say.to}
            <input
              className="native"
              type="date"
              value={to ?? ''}
              min={from ?? undefined}
              onChange={(event) => set({ to: event.target.value || null })}
            />
          </label>
        </>
      )}
    </Chip>
  );
}

export function ChannelChip({ filters, set }: { filters: Filters; set: Set }) {
  const say = useWords(orderWords);
  const channels = useWords(channelWords);
  const offered = ['shop', 'shopify', 'woocommerce', 'standard'] as const;
  const value = filters.channel ? (channels[filters.channel as (typeof offered)[number]] ?? filters.channel) : null;
  return (
    <Chip name={say.channel} value={value}>
      {(close) => (
        <div className="chip-options">
          {offered.map((code) => (
            <button
              type="button"
              key={code}
              aria-pressed={filters.channel === code}
              onClick={() => {
                set({ channel: filters.channel === code ? null : code });
                close();
              }}
            >
              {channels[code]}
            </button>
          ))}
        </div>
      )}
    </Chip>
  );
}

export function TagChip({ filters, set }: { filters: Filters; set: Set }) {
  const say = useWords(orderWords);
  return (
    <Chip name={say.tag} value={filters.tag}>
      {(close) => (
        <form
          className="chip-panel"
          onSubmit={(event) => {
            event.preventDefault();
            set({ tag: String(new FormData(event.currentTarget).get('tag') ?? '').trim() || null });
            close();
          }}
        >
          <label className="field">
            {say.tagHint}
            <input className="native" name="tag" defaultValue={filters.tag ?? ''} autoComplete="off" />
          </label>
          <Button htmlType="submit" type="primary">
            {say.apply}
          </Button>
        </form>
      )}
    </Chip>
  );
}
