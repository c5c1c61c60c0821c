/** Which rows are selected, and from where a range starts. A value: every change gives a new one. */
export interface Selection {
  readonly keys: ReadonlySet<string>;
  readonly anchor: string | null;
}

export const nothing: Selection = { keys: new Set(), anchor: null };

export function toggle(selection: Selection, key: string): Selection {
  const keys = new Set(selection.keys);
  if (!keys.delete(key)) keys.add(key);
  return { keys, anchor: key };
}

/** Selects from the anchor to the key, both included; without an anchor in the list it is a toggle. */
export function extend(selection: Selection, key: string, order: readonly string[]): Selection {
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(key);
  if (from < 0 || to < 0) return toggle(selection, key);
  const keys = new Set(selection.keys);
  for (const row of order.slice(Math.min(from, to), Math.max(from, to) + 1)) keys.add(row);
  return { keys, anchor: selection.anchor };
}

/** All of these when any is missing, else none of them. */
export function toggleAll(selection: Selection, order: readonly string[]): Selection {
  const full = order.length > 0 && order.every((key) => selection.keys.has(key));
  return full ? nothing : { keys: new Set(order), anchor: null };
}

/** What is no longer on screen cannot stay selected: nobody acts on what they do not see. */
export function within(selection: Selection, order: readonly string[]): Selection {
  const shown = new Set(order);
  const keys = new Set([...selection.keys].filter((key) => shown.has(key)));
  return keys.size === selection.keys.size ? selection : { ...selection, keys };
}
