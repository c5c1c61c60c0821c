import type { FlagColor, OrderRow } from '../api/types';
import { useWords } from '../app/prefs';
import { toast } from '../app/toast';
import { money, sum } from '../format/money';
import { useSession } from '../session/session';
import { Menu } from '../ui/Menu';
import { Flag } from '../ui/parts';
import { common } from '../ui/words';
import { confirmOrder, flagOrder } from './actions';
import { flagColors } from './flags';
import { orderWords } from './words';

/** What can be done to all selected orders at once; `forEach` answers how many it was done for. */
export function SelectionBar({
  chosen,
  forEach,
  refresh,
  onShip,
  onClear,
}: {
  chosen: readonly OrderRow[];
  forEach: (orders: readonly OrderRow[], one: (order: OrderRow) => Promise<unknown>) => Promise<number>;
  refresh: () => void;
  onShip: (orders: readonly OrderRow[]) => void;
  onClear: () => void;
}) {
  const say = useWords(orderWords);
  const shared = useWords(common);
  const { me, can } = useSession();
  const confirmable = chosen.filter((row) => row.next === 'confirm');
  const shippable = chosen.filter((row) => row.next === 'ship');

  const flagAll = async (color: FlagColor | null) => {
    const before = chosen.map((row) => ({ row, flag: row.flag }));
    const done = await forEach(chosen, (row) => flagOrder(row.number, color));
    if (done > 0)
      toast(say.flagged(done), {
        undo: {
          text: shared.undo,
          act: () => void Promise.allSettled(before.map(({ row, flag }) => flagOrder(row.number, flag))).then(refresh),
        },
      });
  };

  return (
    <section className="sel-bar" aria-label={say.selected(chosen.length, '')}>
      <span>
        {say.selected(
          chosen.length,
          money(
            sum(
              chosen.map((row) => (row.paid.amount ? row.paid : row.total)),
              me.shop.currency,
            ),
          ),
        )}
      </span>
      {shippable.length > 0 && can('orders.ship') && (
        <button type="button" className="main" onClick={() => onShip(shippable)}>
          {say.bulkShip(shippable.length)}
        </button>
      )}
      {confirmable.length > 0 && can('orders.confirm') && (
        <button
          type="button"
          className={shippable.length === 0 ? 'main' : undefined}
          onClick={async () => {
            const done = await forEach(confirmable, (row) => confirmOrder(row.number));
            toast(say.bulkConfirmed(done, confirmable.length), {
              tone: done === confirmable.length ? 'plain' : 'bad',
            });
          }}
        >
          {say.bulkConfirm(confirmable.length)}
        </button>
      )}
      {can('orders.note') && (
        <Menu
          label={say.flag}
          side="top-start"
          items={[
            ...flagColors.map((color) => ({ key: color as string, label: say[color], icon: <Flag color={color} /> })),
            { key: 'none', label: say.noFlag },
          ]}
          onPick={(key) => void flagAll(key === 'none' ? null : (key as FlagColor))}
        >
          {(wiring) => (
            <button type="button" {...wiring}>
              {say.flag}
            </button>
          )}
        </Menu>
      )}
      <button type="button" onClick={onClear}>
        {shared.clear}
      </button>
    </section>
  );
}
