import { useQuery } from '@tanstack/react-query';
import { client, take } from '../api/client';
import type { ChannelHealth } from '../api/types';
import { useLang, useWords } from '../app/prefs';
import { useTimes } from '../session/session';
import { Meta } from '../ui/parts';
import { arrivalWords } from './words';

/** One line for each channel: set up or not, last heard of, last asked, what is wrong. */
export function Healths() {
  const say = useWords(arrivalWords);
  const lang = useLang();
  const times = useTimes();
  const list = useQuery({
    queryKey: ['arrivals', 'channels', lang],
    queryFn: () => take(client.GET('/api/admin/channels')),
    refetchInterval: 30_000,
  });
  const words = (one: ChannelHealth): (string | null)[] =>
    !one.configured
      ? [say.notConfigured]
      : [
          one.lastWebhookAt ? say.heard(times.when(one.lastWebhookAt)) : say.silent,
          one.lastPollAt ? say.polled(times.when(one.lastPollAt)) : null,
          one.failingSince ? say.failing(one.pollError ?? '') : null,
          one.subscription === 'missing' ? say.unsubscribed : null,
        ];
  if (!list.data) return null;
  return (
    <ul className="channel-healths" aria-label={say.channels}>
      {list.data.map((one) => (
        <li
          key={one.channel}
          data-state={!one.configured ? 'off' : one.failingSince || one.subscription === 'missing' ? 'bad' : 'good'}
          title={one.configured ? one.webhookUrl : one.missing.join('\n')}
        >
          <i aria-hidden="true" />
          <strong>{one.name}</strong>
          <Meta>{words(one)}</Meta>
        </li>
      ))}
    </ul>
  );
}
