import { memo } from 'react';
import type { OrderStatus } from '../api/types';
import { useWords } from '../app/prefs';
import { meanings, states } from './words';

/** A 14 px shape that fills as the order moves on: the state is told by form, word and colour, never by colour alone. */
const shapes: Record<OrderStatus, React.ReactNode> = {
  awaiting_payment: (
    <circle
      cx="7"
      cy="7"
      r="5.200"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.600"
      strokeDasharray="2.450 1.630"
    />
  ),
  paid: <Quarter part={1} />,
  awaiting_shipment: <Quarter part={2} />,
  partly_shipped: <Quarter part={3} />,
  shipped: <circle cx="7" cy="7" r="6" fill="currentColor" />,
  completed: (
    <path
      d="m2.500 7.400 3 3 6-6.600"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  refunding: (
    <path
      d="M5 2.500 2.300 5.200 5 7.900M2.600 5.200h5.600a3.100 3.100 0 0 1 0 6.200H5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.700"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  refund_completed: (
    <path
      fillRule="evenodd"
      fill="currentColor"
      d="M7 1a6 6 0 1 1 0 12A6 6 0 0 1 7 1Zm-.4 2.600L3.700 6.200l2.900 2.600V7.100h1.200c.8 0 1.300.4 1.300 1.100 0 .6-.4 1-1.100 1.100v1.200c1.500-.1 2.500-1 2.500-2.300 0-1.500-1.100-2.400-2.700-2.400H6.600Z"
    />
  ),
  canceled: (
    <g fill="none" stroke="currentColor" strokeWidth="1.600">
      <circle cx="7" cy="7" r="5.200" />
      <path d="m3.400 3.400 7.200 7.200" />
    </g>
  ),
};

function Quarter({ part }: { part: 1 | 2 | 3 }) {
  const end =
    part === 1
      ? 'M7 7V2.600A4.400 4.400 0 0 1 11.400 7Z'
      : part === 2
        ? 'M7 2.600a4.400 4.400 0 0 1 0 8.800Z'
        : 'M7 7V2.600a4.400 4.400 0 1 1-4.400 4.400Z';
  return (
    <g>
      <circle cx="7" cy="7" r="5.700" fill="none" stroke="currentColor" strokeWidth="1.300" />
      <path d={end} fill="currentColor" />
    </g>
  );
}

export const Pill = memo(function Pill({ status }: { status: OrderStatus }) {
  const words = useWords(states);
  const means = useWords(meanings);
  return (
    <span className="pill" data-state={status} title={means[status]}>
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false">
        {shapes[status]}
      </svg>
      {words[status] ?? status}
    </span>
  );
});
