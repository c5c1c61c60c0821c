import type { Money } from '../api/types';

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string): Intl.NumberFormat {
  let format = formats.get(currency);
  if (!format) {
    format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
    formats.set(currency, format);
  }
  return format;
}

/** Digits after the point: 2 for CNY, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return formatOf(currency).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Minor units as a decimal text, without passing through floating point: 123450 → "1234.50". */
export function decimal(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  const sign = amount < 0 ? '-' : '';
  const text = Math.abs(amount)
    .toString()
    .padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** ¥1,234.50, and −¥38.00 with a real minus sign. */
export function money(value: Money): string {
  return formatOf(value.currency)
    .format(decimal(value.amount, value.currency) as Intl.StringNumericLiteral)
    .replace('-', '−');
}

/** With the sign said in both directions, for differences: +¥38.00, −¥38.00. */
export function difference(value: Money): string {
  return value.amount > 0 ? `+${money(value)}` : money(value);
}

/**
 * What a person typed as an amount, in minor units; null when it is not one. Takes full-width digits, thousands
 * separators and a currency sign; refuses more digits after the point than the currency has.
 */
export function parseAmount(text: string, currency: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[,\s¥$€£]/g, '')
    .replace('−', '-');
  const match = /^(-?)(\d{1,12})(?:\.(\d*))?$/.exec(plain);
  if (!match) return null;
  const digits = minorDigits(currency);
  const fraction = match[3] ?? '';
  if (fraction.length > digits) return null;
  const amount = Number(match[2]) * 10 ** digits + Number(fraction.padEnd(digits, '0') || '0');
  return match[1] && amount ? -amount : amount;
}

export function sum(values: readonly Money[], currency: string): Money {
  return { amount: values.reduce((total, value) => total + value.amount, 0), currency };
}
