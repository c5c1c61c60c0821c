/** Cuts in the middle, because both ends of a SKU or a tracking number tell more than its middle. */
export function middle(text: string, length = 18): string {
  if (text.length <= length) return text;
  const end = Math.floor((length - 1) / 2);
  return `${text.slice(0, length - 1 - end)}…${text.slice(-end)}`;
}

/** An order number in groups that can be read aloud: 20261122 1438 381742. Others stay as they are. */
export function orderNumber(number: string): string {
  return /^\d{18}$/.test(number) ? `${number.slice(0, 8)} ${number.slice(8, 12)} ${number.slice(12)}` : number;
}

/** Digits in fours, as printed on labels: SF13 9022 7741 882. */
export function inFours(text: string): string {
  return text.replace(/\s+/g, '').replace(/(.{4})(?=.)/g, '$1 ');
}
