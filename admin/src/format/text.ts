/** Cuts in the middle, because both ends of a SKU or a tracking number tell more than its middle. */
export function middle(text: string, length = 18): string {
  if (text.length <= length) return text;
  const end = Math.floor((length - 1) / 2);
  return `${text.slice(0, length - 1 - end)}…${text.slice(-end)}`;
}

/** An order number in groups that can be read aloud: 261122 5271 8340 6912. Others stay as they are. */
export function orderNumber(number: string): string {
  return /^\d{18}$/.test(number)
    ? `${number.slice(0, 6)} ${number.slice(6, 10)} ${number.slice(10, 14)} ${number.slice(14)}`
    : number;
}

/** Digits in fours, as printed on labels: SF13 9022 7741 882. */
export function inFours(text: string): string {
  return text.replace(/\s+/g, '').replace(/(.{4})(?=.)/g, '$1 ');
}
