import type { ReactNode } from 'react';

const line = (path: string): ReactNode => <path d={path} />;

/** One set, drawn on 20 × 20 with a 1.5 stroke; the words beside them carry the meaning. */
const shapes = {
  home: line('M3 9.2 10 3.5l7 5.7V16a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1ZM8 17v-4.500h4V17'),
  orders: line(
    'M4.500 2.500h11v15l-2.200-1.500-2.100 1.500-2.200-1.500-2.200 1.500-2.300-1.500ZM7.500 7h5M7.500 10.500h5',
  ),
  people: line(
    'M7.500 9.500a2.800 2.800 0 1 0 0-5.600 2.800 2.800 0 0 0 0 5.600ZM2.500 16.500c0-2.800 2.200-4.500 5-4.500s5 1.700 5 4.500M13 4.200a2.600 2.600 0 0 1 0 5M14.500 12.300c1.800.6 3 2.100 3 4.200',
  ),
  box: line('M10 2.500 16.800 6v8L10 17.500 3.200 14V6ZM3.400 6.100 10 9.500l6.600-3.400M10 9.500v8'),
  stock: line('M3 8h14v8.500H3ZM3 8l2-4.500h10L17 8M8 11.500h4'),
  import: line('M10 3v9M6.500 8.700 10 12.200l3.500-3.500M3.500 13v3.500h13V13'),
  shield: line(
    'M10 2.500 16.500 5v4.800c0 4-2.700 6.700-6.500 7.900-3.800-1.200-6.500-3.900-6.500-7.900V5ZM7.200 9.800l2 2 3.600-3.800',
  ),
  log: line('M4.500 3h11v14h-11ZM7.500 7h5M7.500 10h5M7.500 13h3'),
  wire: line('M3 7h12.500M12.500 4 15.500 7l-3 3M17 13H4.500M7.500 10l-3 3 3 3'),
  gear: (
    <>
      <circle cx="10" cy="10" r="2.600" />
      <path d="M10 2.500v2.200M10 15.300v2.200M2.500 10h2.200M15.300 10h2.200M4.700 4.700l1.500 1.500M13.800 13.800l1.500 1.500M15.300 4.700l-1.500 1.500M6.200 13.800l-1.500 1.500" />
    </>
  ),
  search: (
    <>
      <circle cx="9" cy="9" r="5.200" />
      <path d="m13 13 3.800 3.800" />
    </>
  ),
  menu: line('M3 5.500h14M3 10h14M3 14.500h14'),
  check: line('m4.500 10.500 3.700 3.700 7.300-8'),
  alert: line('M10 4.500v7M10 14.800v.4'),
  cross: line('m5 5 10 10M15 5 5 15'),
  right: line('m7.500 4.500 5.500 5.500-5.500 5.500'),
  left: line('M16.500 10h-13M8 5.500 3.500 10 8 14.500'),
  down: line('m5 7.500 5 5 5-5'),
  up: line('m5 12.500 5-5 5 5'),
  plus: line('M10 4v12M4 10h12'),
  ring: <circle cx="10" cy="10" r="5" strokeDasharray="2.600 2.600" />,
  columns: line('M3 4h14v12H3ZM7.700 4v12M12.300 4v12'),
  copy: line('M7 7h9.500v9.500H7ZM13 7V3.500H3.500V13H7'),
  drag: line('M7.500 5v.1M12.500 5v.1M7.500 10v.1M12.500 10v.1M7.500 15v.1M12.500 15v.1'),
  truck: line(
    'M2.500 5h9.500v8.500H2.500ZM12 8h3l2.500 2.800v2.700H12M6 15.300a1.300 1.300 0 1 0 0-.1M13.700 15.300a1.300 1.300 0 1 0 0-.1',
  ),
  filter: line('M3.500 5h13M6 10h8M8.500 15h3'),
  keyboard: line('M2.500 5.500h15v9h-15ZM5.500 8.500h.1M8.500 8.500h.1M11.500 8.500h.1M14.500 8.500h.1M6.500 11.500h7'),
  link: line('M8 5H4.500v10.500H15V12M11 4h5v5M16 4l-7 7'),
  image: line('M3 4h14v12H3ZM3 13.500l4-4 3.500 3.500 2-2 4.500 4M12.700 7.500a.6.6 0 1 0 .1 0'),
  trash: line('M3.500 5.500h13M8 5.500V3.500h4v2M5.500 5.500l.8 11.500h7.400l.8-11.500'),
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name, size = 18, className }: { name: IconName; size?: number; className?: string }) {
  return (
    <svg
      className={className ? `icon ${className}` : 'icon'}
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.500"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  );
}

export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg className="logo" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--primary)" />
      <path
        d="M8 15v7a2.500 2.500 0 0 0 2.500 2.500h11A2.500 2.500 0 0 0 24 22v-9.500a2.500 2.500 0 0 0-2.500-2.500H19M11.500 14.500l4.500 4.500 4.500-4.500M16 19V8.500A2.500 2.500 0 0 0 13.500 6H10"
        fill="none"
        stroke="var(--on-primary)"
        strokeWidth="2.400"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
