import type { OrderRow } from '../api/types';
import { useWords } from '../app/prefs';
import { Row } from './OrderCells';
import type { Selection } from './selection';
import { orderWords } from './words';

export function OrdersTable({
  rows,
  selection,
  current,
  fresh,
  dense,
  busy,
  select,
  selectAll,
  act,
}: {
  rows: readonly OrderRow[];
  selection: Selection;
  current: string | null;
  fresh: ReadonlySet<string>;
  dense: boolean;
  busy: boolean;
  select: (number: string, range: boolean) => void;
  selectAll: () => void;
  act: (order: OrderRow) => void;
}) {
  const say = useWords(orderWords);
  const allTicked = rows.length > 0 && rows.every((row) => selection.keys.has(row.number));
  const someTicked = !allTicked && selection.keys.size > 0;
  return (
    <table className={dense ? 'grid orders-grid one' : 'grid orders-grid'} aria-busy={busy}>
      <thead>
        <tr>
          <th className="w-tick">
            <input
              type="checkbox"
              className="tick"
              aria-label={say.selectAll}
              checked={allTicked}
              ref={(box) => {
                if (box) box.indeterminate = someTicked;
              }}
              onChange={selectAll}
            />
          </th>
          <th className="w-number">{say.order}</th>
          <th>{say.goods}</th>
          <th className="w-buyer c-buyer">{say.buyer}</th>
          <th className="w-paid num">{say.paid}</th>
          <th className="w-state">{say.state}</th>
          <th className="w-note c-note">{say.note}</th>
          <th className="w-next num">{say.next}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((order) => (
          <Row
            key={order.number}
            order={order}
            selected={selection.keys.has(order.number)}
            current={current === order.number}
            fresh={fresh.has(order.number)}
            dense={dense}
            select={select}
            act={act}
          />
        ))}
      </tbody>
    </table>
  );
}
