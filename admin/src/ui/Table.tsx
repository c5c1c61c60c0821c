import type { ReactNode } from 'react';
import { useMedia } from './parts';

export interface Column<T> {
  /** Empty for the column of actions; on a phone they stand at the foot of the card. */
  head: string;
  cell: (row: T) => ReactNode;
  width?: number;
  num?: boolean;
  /** Hidden where the window is narrower than 1100. */
  wide?: boolean;
  /** Hidden on a phone. */
  desk?: boolean;
  /** On a phone as wide as the card. */
  whole?: boolean;
}

/** What a cell says where there is nothing to say; the card on a phone leaves it out. */
export const nothing = '–';

/** A plain table, small enough to be fast with two hundred rows; under 768 px each row is a card with its words. */
export function Table<T>({
  columns,
  rows,
  keyOf,
  dense = false,
  marked,
}: {
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  dense?: boolean;
  marked?: (row: T) => boolean;
}) {
  const phone = useMedia('(max-width: 767px)');
  const narrow = useMedia('(max-width: 1100px)');
  if (phone) {
    const [first, ...rest] = columns;
    return (
      <ul className="cards">
        {rows.map((row) => (
          <li key={keyOf(row)} className="row-card">
            {first?.cell(row)}
            <dl>
              {rest
                .filter((column) => column.head && !column.desk)
                .map((column) => ({ ...column, said: column.cell(row) }))
                .filter(({ said }) => said !== nothing)
                .map(({ head, whole, said }) => (
                  <div key={head} className={whole ? 'whole' : undefined}>
                    <dt>{head}</dt>
                    <dd>{said}</dd>
                  </div>
                ))}
            </dl>
            {rest.filter((column) => !column.head).map((column) => column.cell(row))}
          </li>
        ))}
      </ul>
    );
  }
  const shown = columns.filter((column) => !(column.wide && narrow));
  return (
    <table className={dense ? 'grid one' : 'grid'}>
      <thead>
        <tr>
          {shown.map((column) => (
            <th key={column.head} className={column.num ? 'num' : undefined} style={{ width: column.width }}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className={marked?.(row) ? 'selected' : undefined}>
            {shown.map((column) => (
              <td key={column.head} className={column.num ? 'num' : undefined}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
