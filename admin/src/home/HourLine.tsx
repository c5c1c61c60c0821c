import { useWords } from '../app/prefs';
import { homeWords } from './words';

const width = 760;
const height = 132;
const left = 36;
const right = 32;
const top = 12;
const bottom = 24;

/** One line of SVG, no chart library: today's hours on top of the same weekday's. */
export function HourLine({
  today,
  lastWeek,
}: {
  today: readonly (number | null)[];
  lastWeek: readonly (number | null)[];
}) {
  const say = useWords(homeWords);
  const known = today.filter((count): count is number => count !== null);
  const before = lastWeek.map((count) => count ?? 0);
  const highest = Math.max(4, ...known, ...before);
  const step = highest <= 4 ? 2 : niceStep(highest / 2);
  const ceiling = Math.ceil(highest / step) * step;
  const x = (hour: number) => left + (hour * (width - left - right)) / 23;
  const y = (count: number) => top + (height - top - bottom) * (1 - count / ceiling);
  const path = (counts: readonly number[]) =>
    counts.map((count, hour) => `${hour ? 'L' : 'M'}${x(hour).toFixed(1)} ${y(count).toFixed(1)}`).join('');
  const last = known.length - 1;
  const now = known[last] ?? 0;
  const grid = Array.from({ length: ceiling / step + 1 }, (_, index) => index * step);
  return (
    <svg
      className="hours"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={say.chart(known.join(' '), lastWeek.join(' '))}
    >
      {grid.map((count) => (
        <g key={count}>
          <line x1={left} x2={width - right} y1={y(count)} y2={y(count)} stroke="var(--line)" />
          <text x={left - 8} y={y(count) + 4} textAnchor="end">
            {count}
          </text>
        </g>
      ))}
      {[0, 6, 12, 18, 23].map((hour) => (
        <text key={hour} x={x(hour)} y={height - 4} textAnchor="middle">
          {hour}:00
        </text>
      ))}
      <path d={path(before)} fill="none" stroke="var(--hint)" strokeWidth="1.300" strokeDasharray="3 3" />
      <text x={width - 4} y={Math.max(top, y(lastWeek[23] ?? 0) - 7)} textAnchor="end">
        {say.chartLast}
      </text>
      {known.length > 0 && (
        <>
          <path d={path(known)} fill="none" stroke="var(--primary)" strokeWidth="2" strokeLinejoin="round" />
          <circle cx={x(last)} cy={y(now)} r="4" fill="var(--primary)" />
          <text
            className="hours-now"
            x={x(last) + (last > 19 ? -8 : 9)}
            y={y(now) - 6}
            textAnchor={last > 19 ? 'end' : 'start'}
          >
            {say.chartToday(now)}
          </text>
        </>
      )}
    </svg>
  );
}

/** 1, 2 or 5 times a power of ten, at least as large as asked. */
export function niceStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, wanted)));
  const factor = [1, 2, 5, 10].find((one) => one * power >= wanted) ?? 10;
  return factor * power;
}
