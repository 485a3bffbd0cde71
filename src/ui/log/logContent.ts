/** Texts of the technical panel: facts about the set, and the entries of its log. */
import { version } from '../../../metadata.json';
import type { AppServices } from '../../app/services';
import { SET_NAMES } from '../../texts/sets';
import type { Translate } from '../../texts/translate';
import { type LogEntry, withoutValues } from '../../tv/log';
import {
  engineOf,
  mediaKept,
  memoryRoom,
  type Room,
  type ScreenFacts,
  screenFacts,
  storageRoom,
} from '../../tv/setFacts';

/** One fact: its name and its value. */
export interface Fact {
  label: string;
  value: string;
}

/** Facts that take a moment to find out; absent until they are known. */
export interface SlowFacts {
  storage?: Room | undefined;
  media?: number | undefined;
}

export async function slowFacts(page: Window): Promise<SlowFacts> {
  const [storage, media] = await Promise.all([storageRoom(page), mediaKept(page)]);
  return { storage, media };
}

const UNITS = [
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
] as const;

/**
 * A size in the largest fitting unit, such as "12,4 MB".
 * @param bytes at least 0
 */
function sizeText(t: Translate, bytes: number): string {
  const [unit, size] = UNITS.find(([, one]) => bytes >= one) ?? ['kB', 1e3];
  const value = bytes / size;
  return `${t.number(value < 100 ? Math.round(value * 10) / 10 : Math.round(value))} ${unit}`;
}

function roomText(t: Translate, room: Room | undefined): string {
  if (!room) return t('log.unknown');
  const used = sizeText(t, room.used);
  return room.free === undefined
    ? t('log.used', { used })
    : t('log.usedFree', { used, free: sizeText(t, room.free) });
}

const inPx = ({ h, w }: { w: number; h: number }): string => `${w} × ${h}`;

/** The size of the window, and of the screen when it differs: "1280 × 720 px, 1,5× (1920 × 1080)". */
function screenText(t: Translate, { ratio, screen, window }: ScreenFacts): string {
  const whole = inPx(screen) === inPx(window) ? '' : ` (${inPx(screen)})`;
  return `${inPx(window)} px, ${t.number(ratio)}×${whole}`;
}

/**
 * All facts, in order.
 * @param slow undefined until they are known
 * @param now ms since 1970
 */
export function factsOf(
  { centre, memoryStore, platform, t }: AppServices,
  page: Window,
  slow: SlowFacts | undefined,
  now: number,
): Fact[] {
  const engine = engineOf(page.navigator.userAgent);
  const { trouble } = memoryStore;
  const room = slow ? roomText(t, slow.storage) : '…';
  const media = slow?.media === undefined ? t('log.unknown') : t.count('count.files', slow.media);
  return [
    {
      label: t('log.app'),
      value: `Beweeg mee ${version}${centre.version ? `, centre.json ${centre.version}` : ''}`,
    },
    { label: t('log.set'), value: SET_NAMES[platform] },
    {
      label: t('log.engine'),
      value: engine ? `${engine.name} ${engine.version}` : t('log.unknown'),
    },
    { label: t('log.screen'), value: screenText(t, screenFacts(page)) },
    { label: t('log.storage'), value: trouble ? `${room} (memory: ${trouble})` : room },
    { label: t('log.memory'), value: roomText(t, memoryRoom(page)) },
    { label: t('log.media'), value: slow ? media : '…' },
    { label: t('log.since'), value: timeText(now - page.performance.now(), now) },
  ];
}

/** What is wrong with the files, each sentence once and without the values that stand in them. */
export function problemLines({ logo, problems }: Pick<AppServices, 'logo' | 'problems'>): string[] {
  const sentences = problems.map(({ sentence }) => sentence);
  const lines = [...sentences, ...(logo?.problem ? [logo.problem] : [])].map(withoutValues);
  return lines.filter((one, at) => lines.indexOf(one) === at);
}

const two = (n: number): string => `0${n}`.slice(-2);

/**
 * The time of an entry in the set's time zone: "14:03:22", or "11-25 14:03" for another day.
 * @param time ms since 1970
 * @param now ms since 1970
 */
export function timeText(time: number, now: number): string {
  const at = new Date(time);
  const hour = `${two(at.getHours())}:${two(at.getMinutes())}`;
  if (at.toDateString() === new Date(now).toDateString()) return `${hour}:${two(at.getSeconds())}`;
  return `${two(at.getMonth() + 1)}-${two(at.getDate())} ${hour}`;
}

/** The widest text of `timeText`. */
export const WIDEST_TIME = '00-00 00:00';

/** The sentence of an entry, and how many times in a row it happened. */
export const happened = ({ sentence, times }: LogEntry): string =>
  times > 1 ? `${sentence} (${times}×)` : sentence;
