import { Checkbox, InputNumber } from 'antd';
import type { Order, OrderLine } from '../api/types';
import { useLang, useWords } from '../app/prefs';
import { money } from '../format/money';
import { Code, Thumb } from '../ui/parts';
import { orderWords } from './words';

/** What is chosen of an order's lines, by line id. */
export interface Chosen {
  units: Record<string, number>;
  restock: Record<string, boolean>;
  freight: boolean;
}

/** Goods that never left are here to be sold again; whether shipped ones came back, only a person knows. */
export function nothingChosen(order: Order): Chosen {
  return {
    units: {},
    restock: Object.fromEntries(order.lines.map((line) => [line.id, line.shipped === 0])),
    freight: false,
  };
}

/** As it is sent. */
export function asked(order: Order, chosen: Chosen) {
  const lines = order.lines
    .filter((line) => (chosen.units[line.id] ?? 0) > 0)
    .map((line) => ({
      line: line.id,
      quantity: chosen.units[line.id] ?? 0,
      restock: chosen.restock[line.id] ?? false,
    }));
  return { lines, ...(chosen.freight ? { freight: order.money.freightLeft } : {}) };
}

/** Units of each line, and for those that go back whether they can be sold again. */
export function RefundLines({
  order,
  chosen,
  choose,
}: {
  order: Order;
  chosen: Chosen;
  choose: (next: Chosen) => void;
}) {
  const say = useWords(orderWords);
  const lang = useLang();
  const whole = (line: OrderLine) => [line.name, line.options].filter(Boolean).join(lang === 'zh' ? '，' : ', ');
  const left = (line: OrderLine) => line.quantity - line.refunded;
  const unsent = (line: OrderLine) => line.quantity - line.dropped - line.shipped;
  return (
    <ul className="ship-lines">
      {order.lines.map((line) => {
        const units = chosen.units[line.id] ?? 0;
        const dropped = Math.min(units, unsent(line));
        return (
          <li key={line.id} className="refund-line">
            <Thumb src={line.image} />
            <span className="cell-two">
              <span className="one-line" title={whole(line)}>
                {whole(line)}
              </span>
              <span className="small">
                <Code text={line.sku} /> {say.refundLeft(left(line), line.quantity)}
              </span>
            </span>
            <InputNumber
              aria-label={`${whole(line)} ${say.quantity}`}
              min={0}
              max={left(line)}
              disabled={left(line) === 0}
              precision={0}
              value={units}
              onChange={(value) => choose({ ...chosen, units: { ...chosen.units, [line.id]: value ?? 0 } })}
            />
            {units > 0 && (
              <span className="refund-choice">
                <Checkbox
                  checked={chosen.restock[line.id]}
                  onChange={(event) =>
                    choose({ ...chosen, restock: { ...chosen.restock, [line.id]: event.target.checked } })
                  }
                >
                  {say.refundRestock}
                </Checkbox>
                {dropped > 0 && <span className="small soft">{say.refundDropped(dropped)}</span>}
              </span>
            )}
          </li>
        );
      })}
      {order.money.freightLeft.amount > 0 && (
        <li>
          <Checkbox checked={chosen.freight} onChange={(event) => choose({ ...chosen, freight: event.target.checked })}>
            {say.refundFreight(money(order.money.freightLeft))}
          </Checkbox>
        </li>
      )}
    </ul>
  );
}
