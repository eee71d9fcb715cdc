/** Numbers as people read them, in the language that is spoken. */
import { currentLanguage, localeOf, say } from './words/index.js';

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** Decimal units with three significant digits, as `docker images` prints them: 7.34MB is “7.34 MB” here. */
export function formatBytes(bytes: number): string {
  let value = Math.max(0, bytes);
  let unit = 0;
  while (value >= 1000 && unit < BYTE_UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  // 999.9 kB would round to "1000 kB".
  if (unit < BYTE_UNITS.length - 1 && Number(value.toPrecision(3)) >= 1000) {
    value /= 1000;
    unit++;
  }
  return `${decimal(unit === 0 ? Math.round(value) : Number(value.toPrecision(3)))} ${BYTE_UNITS[unit] ?? ''}`;
}

/** Bytes of “100MB”, “1.5 GB”, “64KiB”, “512”; null for what is no size. Decimal units, unless they say otherwise. */
export function parseBytes(text: string): number | null {
  const [, number, prefix = '', binary = ''] =
    /^(\d{1,12}(?:\.\d{1,6})?) ?([kmgtp]?)(i?)b?$/i.exec(text) ?? [];
  if (number === undefined || (prefix === '' && binary !== '')) return null;
  const power = prefix === '' ? 0 : 'kmgtp'.indexOf(prefix.toLowerCase()) + 1;
  return Number(number) * (binary === '' ? 1000 : 1024) ** power;
}

const DAY_MS = 86_400_000;
const PERIODS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: DAY_MS,
  w: 7 * DAY_MS,
  mo: 30.4375 * DAY_MS,
  y: 365.25 * DAY_MS,
};

/** Milliseconds of “30d”, “12h”, “1.5y”; null for what is no time. `m` is minutes, `mo` months. */
export function parsePeriod(text: string): number | null {
  const [, number, unit = ''] = /^(\d{1,9}(?:\.\d{1,6})?)(s|mo|m|h|d|w|y)$/i.exec(text) ?? [];
  const length = PERIODS[unit.toLowerCase()];
  return number === undefined || length === undefined ? null : Number(number) * length;
}

/** Milliseconds as “40 ms”, “0.3 s”, “12 s”, “1 m 04 s”, “2 h 05 m”. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 0.0995) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 9.95) return `${decimal(seconds, 1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} m ${String(whole % 60).padStart(2, '0')} s`;
  const minutes = Math.round(whole / 60);
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} m`;
}

/** A short number with the language's own decimal sign; `places`: how many digits stand behind it, else as many as it has. */
function decimal(value: number, places?: number): string {
  const text = places === undefined ? String(value) : value.toFixed(places);
  const locale = localeOf(currentLanguage());
  return locale === 'en' ? text : text.replace('.', decimalSignOf(locale));
}

const signs = new Map<string, string>();

function decimalSignOf(locale: string): string {
  const known = signs.get(locale) ?? (1.1).toLocaleString(locale).charAt(1);
  signs.set(locale, known);
  return known;
}

const AGES = [
  [60, 1, 'units.age.second'],
  [3600, 60, 'units.age.minute'],
  [86_400, 3600, 'units.age.hour'],
  [604_800 * 2, 86_400, 'units.age.day'],
  [86_400 * 60, 604_800, 'units.age.week'],
  [86_400 * 730, 86_400 * 30.4375, 'units.age.month'],
  [Infinity, 86_400 * 365.25, 'units.age.year'],
] as const;

/** How long ago `then` was, both in ms since 1970: “3 hours ago”. The engine's zero time gives “unknown”. */
export function formatAge(then: number, now: number): string {
  if (then <= 0) return say('units.age.unknown');
  const seconds = Math.max(0, Math.floor((now - then) / 1000));
  if (seconds < 5) return say('units.age.now');
  const [, unit, key] = AGES.find(([limit]) => seconds < limit) ?? AGES[6];
  return say(key, { count: Math.floor(seconds / unit) });
}

/** A moment in ms since 1970, as the system writes it where that is in the language that is spoken: “12/1/2026, 1:07:00 AM”. */
export const formatMoment = (at: number): string => new Date(at).toLocaleString(dateLocale());

/** The day of it alone. */
export const formatDay = (at: number): string => new Date(at).toLocaleDateString(dateLocale());

function dateLocale(): string {
  const spoken = localeOf(currentLanguage());
  systemLocale ??= Intl.DateTimeFormat().resolvedOptions().locale;
  return systemLocale.split('-')[0] === spoken ? systemLocale : spoken;
}

/** No process sees it change. */
let systemLocale: string | undefined;

/** The first 12 hex digits of a digest, as docker shortens an id. */
export function shortId(digest: string): string {
  const colon = digest.indexOf(':');
  return digest.slice(colon + 1, colon + 13);
}
