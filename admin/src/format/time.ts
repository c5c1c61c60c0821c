import type { Lang } from '../i18n/catalog';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

export interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** What the clock on the wall shows in a zone at an instant. */
export function wall(at: number, zone: string): Wall {
  const parts: Record<string, number> = {};
  for (const part of formatOf(zone).formatToParts(at)) parts[part.type] = Number(part.value);
  return parts as unknown as Wall;
}

const two = (value: number) => String(value).padStart(2, '0');
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dayNumber = (value: Wall) => Math.round(Date.UTC(value.year, value.month - 1, value.day) / 86_400_000);

/** 2026-11-22, the day in the zone. */
export function dayOf(at: number, zone: string): string {
  const value = wall(at, zone);
  return `${value.year}-${two(value.month)}-${two(value.day)}`;
}

/** The instant at which a day begins in a zone; right across daylight saving, since the offset is measured there. */
export function startOfDay(day: string, zone: string): Date {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const wanted = Date.UTC(year, month - 1, date);
  let at = wanted;
  for (let round = 0; round < 2; round++) {
    const shown = wall(at, zone);
    at += wanted - Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute, shown.second);
  }
  return new Date(at);
}

/** A day some days away: addDays('2026-11-22', -1) is 2026-11-21. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function clock(at: string | number, zone: string): string {
  const value = wall(typeof at === 'string' ? Date.parse(at) : at, zone);
  return `${two(value.hour)}:${two(value.minute)}`;
}

/** A day in words: 今天, 昨天, 11月20日, 2025年11月20日. */
export function dayWords(at: string | number, zone: string, lang: Lang, now: number): string {
  const value = wall(typeof at === 'string' ? Date.parse(at) : at, zone);
  const today = wall(now, zone);
  const away = dayNumber(value) - dayNumber(today);
  if (away === 0) return lang === 'zh' ? '今天' : 'Today';
  if (away === -1) return lang === 'zh' ? '昨天' : 'Yesterday';
  if (away === 1) return lang === 'zh' ? '明天' : 'Tomorrow';
  if (value.year === today.year)
    return lang === 'zh' ? `${value.month}月${value.day}日` : `${value.day} ${months[value.month - 1]}`;
  return lang === 'zh'
    ? `${value.year}年${value.month}月${value.day}日`
    : `${value.day} ${months[value.month - 1]} ${value.year}`;
}

/** 今天14:38, 昨天19:52, 11月20日08:05; only the day for another year. */
export function when(at: string | number, zone: string, lang: Lang, now: number): string {
  const stamp = typeof at === 'string' ? Date.parse(at) : at;
  if (Number.isNaN(stamp)) return '';
  const day = dayWords(stamp, zone, lang, now);
  if (wall(stamp, zone).year !== wall(now, zone).year) return day;
  return lang === 'zh' ? `${day}${clock(stamp, zone)}` : `${day} ${clock(stamp, zone)}`;
}

/** To the second, with the zone: what a title shows. */
export function exactly(at: string | number, zone: string): string {
  const value = wall(typeof at === 'string' ? Date.parse(at) : at, zone);
  const date = `${value.year}-${two(value.month)}-${two(value.day)}`;
  return `${date} ${two(value.hour)}:${two(value.minute)}:${two(value.second)} ${zone}`;
}

const weekdays = {
  zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

export function weekday(at: number, zone: string, lang: Lang): string {
  const value = wall(at, zone);
  return weekdays[lang][new Date(Date.UTC(value.year, value.month - 1, value.day)).getUTCDay()] ?? '';
}

/** A length of time in its largest sensible unit: 26分钟, 5小时, 3天. */
export function span(milliseconds: number, lang: Lang): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return lang === 'zh' ? `${minutes}分钟` : `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return lang === 'zh' ? `${hours}小时` : `${hours} h`;
  const days = Math.floor(hours / 24);
  return lang === 'zh' ? `${days}天` : `${days} days`;
}
