import { Button, Input } from 'antd';
import { useState } from 'react';
import { client, take } from '../api/client';
import type { FlagColor, Order } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useWords } from '../app/prefs';
import { toast } from '../app/toast';
import { useSession } from '../session/session';
import { Card, Flag, useSayFailure } from '../ui/parts';
import { common } from '../ui/words';
import { flagColors } from './flags';
import { orderWords } from './words';

export function Notes({
  order,
  onDone,
  onFlag,
}: {
  order: Order;
  onDone: () => void;
  onFlag: (color: FlagColor | null) => void;
}) {
  const say = useWords(orderWords);
  const shared = useWords(common);
  const { can } = useSession();
  const [editing, setEditing] = useState(false);
  const [note, setNote] = useState('');
  const sayFailure = useSayFailure();
  const save = useSubmit(
    (body: { note: string }, key) =>
      take(
        client.POST('/api/admin/orders/{number}/note', {
          params: { path: { number: order.number }, header: keyed(key) },
          body,
        }),
      ),
    {
      onSuccess: () => {
        setEditing(false);
        toast(say.noteSaved);
        onDone();
      },
      onError: sayFailure,
    },
  );
  const allowed = can('orders.note');
  return (
    <Card title={say.notes}>
      <div className="notes">
        <div>
          <p className="small">{say.buyerNote}</p>
          <p className={order.buyerNote ? undefined : 'soft'}>{order.buyerNote ?? say.noBuyerNote}</p>
        </div>
        <div>
          <p className="small">{say.ownNote}</p>
          {editing ? (
            <form
              className="fields"
              onSubmit={(event) => {
                event.preventDefault();
                save.mutate({ note: note.trim() });
              }}
            >
              <Input.TextArea
                aria-label={say.ownNote}
                autoFocus
                rows={3}
                maxLength={1000}
                value={note}
                onChange={(event) => setNote(event.target.value)}
                onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && save.mutate({ note: note.trim() })}
              />
              <span className="drawer-actions">
                <Button size="small" type="primary" htmlType="submit" loading={save.isPending}>
                  {say.saveNote}
                </Button>
                <Button size="small" onClick={() => setEditing(false)}>
                  {shared.cancel}
                </Button>
              </span>
            </form>
          ) : (
            <p>
              {order.flag && <Flag color={order.flag} />} {order.note}{' '}
              {allowed && (
                <button
                  type="button"
                  className="quiet"
                  onClick={() => {
                    setNote(order.note ?? '');
                    setEditing(true);
                  }}
                >
                  {order.note ? say.editNote : say.addNote}
                </button>
              )}
            </p>
          )}
        </div>
        {allowed && (
          <div className="flag-row">
            {flagColors.map((color) => (
              <button
                type="button"
                key={color}
                aria-pressed={order.flag === color}
                aria-label={say[color]}
                title={say[color]}
                onClick={() => onFlag(order.flag === color ? null : color)}
              >
                <Flag color={color} />
              </button>
            ))}
          </div>
        )}
      </div>
    </Card>
  );
}
