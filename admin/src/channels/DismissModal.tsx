import { client, take } from '../api/client';
import type { Arrival } from '../api/types';
import { keyed } from '../api/use';
import { useWords } from '../app/prefs';
import { toast } from '../app/toast';
import ReasonModal from '../orders/ReasonModal';
import { common } from '../ui/words';
import { arrivalWords } from './words';

/** Deciding that an order will not be one here takes a reason; its record stays. */
export default function DismissModal({
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
  return (
    <ReasonModal
      title={say.dismissTitle(row.externalNumber)}
      detail={say.dismissDetail}
      hint={say.reasonHint}
      act={say.dismiss}
      keep={shared.cancel}
      danger
      send={(reason, key) =>
        take(
          client.POST('/api/admin/channels/arrivals/{channel}/{id}/dismiss', {
            params: { path: { channel: row.channel, id: row.externalId }, header: keyed(key) },
            body: { reason },
          }),
        )
      }
      onClose={onClose}
      onDone={() => {
        toast(say.left);
        onDone();
      }}
    />
  );
}
