import { expect, test } from 'vitest';
import { addDays, clock, dayOf, exactly, span, startOfDay, weekday, when } from '../src/format/time';

const shanghai = 'Asia/Shanghai';
const now = Date.parse('2026-11-22T06:38:00Z'); // 14:38 in Shanghai

test('Today, yesterday and tomorrow are named, other days dated', () => {
  expect(when('2026-11-22T06:38:00Z', shanghai, 'zh', now)).toBe('今天14:38');
  expect(when('2026-11-21T11:52:00Z', shanghai, 'zh', now)).toBe('昨天19:52');
  expect(when('2026-11-23T01:00:00Z', shanghai, 'zh', now)).toBe('明天09:00');
  expect(when('2026-11-20T00:05:00Z', shanghai, 'zh', now)).toBe('11月20日08:05');
  expect(when('2026-11-20T00:05:00Z', shanghai, 'en', now)).toBe('20 Nov 08:05');
});

test('Another year shows its number and no clock', () => {
  expect(when('2025-03-01T06:00:00Z', shanghai, 'zh', now)).toBe('2025年3月1日');
  expect(when('2025-03-01T06:00:00Z', shanghai, 'en', now)).toBe('1 Mar 2025');
});

test('The day changes at midnight of the shop, not of the browser', () => {
  const late = Date.parse('2026-11-21T16:30:00Z'); // 00:30 on the 22nd in Shanghai
  expect(dayOf(late, shanghai)).toBe('2026-11-22');
  expect(when(late, shanghai, 'zh', now)).toBe('今天00:30');
});

test('A day starts where the zone says, also around daylight saving', () => {
  expect(startOfDay('2026-11-22', shanghai).toISOString()).toBe('2026-11-21T16:00:00.000Z');
  expect(startOfDay('2026-03-08', 'America/New_York').toISOString()).toBe('2026-03-08T05:00:00.000Z');
  expect(startOfDay('2026-03-09', 'America/New_York').toISOString()).toBe('2026-03-09T04:00:00.000Z');
});

test('Days are added across months and years', () => {
  expect(addDays('2026-11-30', 1)).toBe('2026-12-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
});

test('Lengths of time use their largest sensible unit', () => {
  expect(span(26 * 60_000, 'zh')).toBe('26分钟');
  expect(span(5 * 3_600_000, 'en')).toBe('5 h');
  expect(span(72 * 3_600_000, 'zh')).toBe('3天');
  expect(span(-5, 'zh')).toBe('0分钟');
});

test('The exact time names second and zone', () => {
  expect(exactly('2026-11-22T06:38:09Z', shanghai)).toBe('2026-11-22 14:38:09 Asia/Shanghai');
  expect(clock('2026-11-22T06:38:09Z', shanghai)).toBe('14:38');
  expect(weekday(now, shanghai, 'zh')).toBe('星期日');
});
