import { expect, test } from 'vitest';
import { decimal, difference, minorDigits, money, parseAmount, sum } from '../src/format/money';

test('Money is shown with two digits, separators and the sign of the currency', () => {
  expect(money({ amount: 123450, currency: 'CNY' })).toBe('¥1,234.50');
  expect(money({ amount: 5, currency: 'CNY' })).toBe('¥0.05');
  expect(money({ amount: 0, currency: 'CNY' })).toBe('¥0.00');
});

test('A negative amount has a real minus sign before the currency', () => {
  expect(money({ amount: -3800, currency: 'CNY' })).toBe('−¥38.00');
});

test('A currency without minor units shows none', () => {
  expect(minorDigits('JPY')).toBe(0);
  expect(money({ amount: 1500, currency: 'JPY' })).toBe('¥1,500');
  expect(money({ amount: 1234567, currency: 'KWD' })).toContain('1,234.567');
});

test('Amounts beyond what floating point holds in cents stay exact', () => {
  expect(money({ amount: 900719925474099, currency: 'CNY' })).toBe('¥9,007,199,254,740.99');
  expect(decimal(900719925474099, 'CNY')).toBe('9007199254740.99');
});

test('A difference says its direction', () => {
  expect(difference({ amount: 653, currency: 'CNY' })).toBe('+¥6.53');
  expect(difference({ amount: -653, currency: 'CNY' })).toBe('−¥6.53');
});

test('Typed amounts are read in minor units', () => {
  expect(parseAmount('38', 'CNY')).toBe(3800);
  expect(parseAmount('38.5', 'CNY')).toBe(3850);
  expect(parseAmount('¥1,234.50', 'CNY')).toBe(123450);
  expect(parseAmount('１２．５０', 'CNY')).toBe(1250);
  expect(parseAmount('-3', 'CNY')).toBe(-300);
  expect(parseAmount('0.29', 'CNY')).toBe(29);
});

test('What is not an amount is refused, not rounded', () => {
  for (const text of ['', 'abc', '1.234', '1e3', '--1', '.5', '1.2.3']) expect(parseAmount(text, 'CNY')).toBeNull();
  expect(parseAmount('1.5', 'JPY')).toBeNull();
});

test('A sum is the sum of minor units', () => {
  const cents = [10, 20].map((amount) => ({ amount, currency: 'CNY' }));
  expect(sum(cents, 'CNY')).toEqual({ amount: 30, currency: 'CNY' });
});
