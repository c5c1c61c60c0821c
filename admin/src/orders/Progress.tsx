import type { Order } from '../api/types';
import { useWords } from '../app/prefs';
import { useTimes } from '../session/session';
import { states } from '../ui/words';
import { orderWords } from './words';

/** Where the order stands on its way; the ways that end otherwise end here too. */
export function Progress({ order }: { order: Order }) {
  const say = useWords(orderWords);
  const stateWords = useWords(states);
  const times = useTimes();
  const paidAt = order.payments.find((one) => one.paidAt)?.paidAt ?? null;
  const shippedAt = order.shipments[0]?.shippedAt ?? null;
  const ended = order.timeline.at(-1)?.at ?? null;
  const off = order.status === 'canceled' || order.status === 'refunding' || order.status === 'refund_completed';
  type Step = { name: string; at: string | null; reached: boolean };
  const rank =
    { awaiting_payment: 0, paid: 1, awaiting_shipment: 2, partly_shipped: 2, shipped: 3, completed: 4 }[
      order.status as string
    ] ?? 0;
  const steps: Step[] = off
    ? [
        { name: say.progressPlaced, at: order.placedAt, reached: true },
        ...(paidAt ? [{ name: stateWords.paid, at: paidAt, reached: true }] : []),
        ...(shippedAt ? [{ name: stateWords.shipped, at: shippedAt, reached: true }] : []),
        { name: stateWords[order.status], at: ended, reached: true },
      ]
    : [
        { name: say.progressPlaced, at: order.placedAt, reached: true },
        { name: rank < 1 ? stateWords.awaiting_payment : stateWords.paid, at: paidAt, reached: rank >= 1 },
        {
          name: order.status === 'partly_shipped' ? stateWords.partly_shipped : stateWords.awaiting_shipment,
          at: null,
          reached: rank >= 2,
        },
        { name: stateWords.shipped, at: shippedAt && rank >= 3 ? shippedAt : null, reached: rank >= 3 },
        { name: stateWords.completed, at: rank >= 4 ? ended : null, reached: rank >= 4 },
      ];
  const now = off ? steps.length - 1 : order.status === 'awaiting_payment' ? 1 : rank;
  return (
    <ol className="progress">
      {steps.map((step, index) => (
        <li
          key={step.name}
          data-step={index === now && now < 4 ? 'now' : step.reached ? 'done' : 'ahead'}
          aria-current={index === now ? 'step' : undefined}
        >
          <span>{step.name}</span>
          <small>
            {step.at
              ? times.when(step.at)
              : index === now && order.deadline
                ? say.shipBy(times.when(order.deadline))
                : ''}
          </small>
        </li>
      ))}
    </ol>
  );
}
