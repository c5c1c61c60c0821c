import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import { client, take } from '../api/client';
import type { Arrival } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { toast } from '../app/toast';
import { Find } from '../ui/Find';
import { Act, Code, Empty, Failure, Meta, Slow, Thumb } from '../ui/parts';
import { common } from '../ui/words';
import { arrivalWords } from './words';

/** Which of our goods a channel means: search, one click, done for all orders that wait for it. */
export default function MatchModal({
  row,
  onClose,
  onDone,
}: {
  row: Arrival;
  onClose: () => void;
  onDone: () => void;
}) {
  const say = useWords(arrivalWords);
  const shared = useWords(common);
  const lang = useLang();
  const [text, setText] = useState<string | null>(null);
  const path = { channel: row.channel, id: row.externalId };
  const detail = useQuery({
    queryKey: ['arrivals', path, lang],
    queryFn: () => take(client.GET('/api/admin/channels/arrivals/{channel}/{id}', { params: { path } })),
  });
  const problem = detail.data?.problems.find((one) => one.cause === 'sku');
  const name = problem?.name ?? '';
  const found = useQuery({
    queryKey: ['stock', 'match', text ?? `like ${name}`, lang],
    queryFn: async ({ signal }) => {
      const search = (words: string) =>
        take(
          client.GET('/api/admin/stock', {
            params: { query: { limit: 20, ...(words ? { query: words } : {}) } },
            signal,
          }),
        );
      if (text !== null) return search(text);
      // Nothing typed yet: what is called the same stands first, so that one click is enough.
      const alike = name ? await search(name) : null;
      return alike?.items.length ? alike : search('');
    },
    enabled: detail.data !== undefined,
  });
  const submit = useSubmit(
    (body: { theirs: string; sku: string }, key) =>
      take(
        client.POST('/api/admin/channels/arrivals/{channel}/{id}/match-sku', {
          params: { path, header: keyed(key) },
          body,
        }),
      ),
    {
      onSuccess: () => {
        toast(say.matched);
        onDone();
      },
    },
  );
  const theirs = problem?.theirs ?? '';
  return (
    <Modal
      open
      title={say.matchTitle(problem?.name ?? row.externalNumber)}
      footer={null}
      onCancel={onClose}
      cancelText={shared.cancel}
    >
      <Failure error={submit.error ?? detail.error} focus />
      <p>{theirs.startsWith('name:') ? say.matchNameless : say.matchDetail(theirs)}</p>
      <Find label={say.find} value={text ?? ''} onFind={setText} />
      {found.isPending ? (
        <Slow rows={3} height={48} card={false} />
      ) : (found.data?.items ?? []).length === 0 ? (
        <Empty title={say.noneFound} />
      ) : (
        <ul className="match-list">
          {found.data?.items.map((one) => (
            <li key={one.sku}>
              <Thumb src={one.image} />
              <span className="cell-two">
                <span className="one-line" title={one.product}>
                  {one.product}
                </span>
                <Meta>
                  {[<Code key="sku" text={one.sku} length={22} />, one.options, say.available(one.available)]}
                </Meta>
              </span>
              <Act
                size="small"
                needs="channels.write"
                loading={submit.isPending && submit.variables?.sku === one.sku}
                onClick={() => theirs && submit.mutate({ theirs, sku: one.sku })}
              >
                {say.choose}
              </Act>
            </li>
          ))}
        </ul>
      )}
    </Modal>
  );
}
