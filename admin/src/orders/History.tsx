import type { Order } from '../api/types';
import { useWords } from '../app/prefs';
import { Card, Meta, Moment } from '../ui/parts';
import { orderWords } from './words';

export function History({ order }: { order: Order }) {
  const say = useWords(orderWords);
  const entries = [...order.timeline].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <Card title={say.history}>
      <ol className="history">
        {entries.map((entry) => (
          <li key={entry.at + entry.kind + entry.text}>
            {entry.text}
            {entry.reason && <span className="soft">{` ${entry.reason}`}</span>}
            <br />
            <Meta>{[<Moment key="at" at={entry.at} />, entry.actor]}</Meta>
          </li>
        ))}
      </ol>
    </Card>
  );
}
