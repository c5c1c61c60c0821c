import type { ReactNode } from 'react';
import type { Order } from '../api/types';
import { useWords } from '../app/prefs';
import { span } from '../format/time';
import { useTimes } from '../session/session';
import { Icon, type IconName } from '../ui/Icon';
import { named } from '../ui/named';
import { Card, Code, Moment } from '../ui/parts';
import { orderWords } from './words';

const signs: Readonly<Record<string, IconName>> = {
  proved: 'check',
  open: 'ring',
  contradicted: 'alert',
  not_needed: 'ring',
};

/** Each link with what proves it: who outside said so, when, and under which number. */
export function Chain({ order }: { order: Order }) {
  const say = useWords(orderWords);
  const times = useTimes();
  const against = order.chain.some((link) => link.state === 'contradicted');
  const open = order.chain.some((link) => link.state === 'open');
  const aside: ReactNode = against ? (
    <span className="red">{say.chainBroken}</span>
  ) : open ? (
    <span className="amber">{say.chainOpen}</span>
  ) : (
    say.chainOk
  );
  return (
    <Card title={say.chain} aside={aside}>
      <ul className="chain">
        {order.chain.map((link) => (
          <li key={link.link} data-state={link.state} title={link.at ?? undefined}>
            <Icon name={signs[link.state] ?? 'ring'} size={16} />
            <span className="chain-name">{link.title}</span>
            <span className="unseen">{named(say, link.state)}</span>
            <span className="chain-text">
              {link.text}
              {link.ageSeconds !== null && link.ageSeconds >= 60 && (
                <span className="small chain-age">{say.openFor(span(link.ageSeconds * 1000, times.lang))}</span>
              )}
            </span>
            {link.evidence.length > 0 && (
              <details>
                <summary>{say.evidence(link.evidence.length)}</summary>
                <ul>
                  {link.evidence.map((one) => (
                    <li key={`${one.source}${one.at}${one.reference}${one.said}`}>
                      {one.title} {one.said} <Moment at={one.at} />
                      {one.reference && <Code text={one.reference} length={24} />}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
