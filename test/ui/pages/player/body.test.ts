/**
 * Nothing covers the body: every part that the player draws, against the box of the body in the picture, for
 * every exercise, at every text size, in every phase, paused and not, with captions and without.
 */
import type { Lightning } from '@lightningjs/sdk';
import { expect, it, vi } from 'vitest';
import { bodyIn, overlap } from '../../../../src/app/picturePlace';
import type { Box } from '../../../../src/app/stage';
import type { Exercise } from '../../../../src/catalogue/types';
import type { SessionView } from '../../../../src/playback/controller/controller';
import { emptyMemory } from '../../../../src/session/memory/memory';
import { allCaptions, type CaptionState, captionsOf } from '../../../../src/timeline/captions';
import { compileTimeline } from '../../../../src/timeline/compile';
import { overlayAt } from '../../../../src/timeline/overlay';
import { FPS } from '../../../../src/timeline/types';
import { utterancesOf } from '../../../../src/timeline/utterances';
import { realExercises, realMedia, realShown } from '../../../support/catalogue';
import { lexendLines, lexendWidth } from '../../../support/font';
import { remembering, view } from '../../fakes';
import { type FakeController, start } from '../../harness';

// The brochure's own texts need no word broken, and no line cut.
vi.mock('../../../../src/ui/theme/measure', async (original) => ({
  ...(await original<object>()),
  textWidth: lexendWidth,
  wrapLines: lexendLines,
  wrapWords: lexendLines,
  cutLine: (text: string) => text,
}));

const MEDIA = realMedia();
const SHOWN = realShown();
const NEXT = realExercises().get('rek-rug-schouders') as Exercise;

/** Everything in front of the picture; the scrim of a pause darkens it and covers nothing. */
const PARTS = [
  'Head.Title',
  'Head.Place',
  'Panel',
  'Next',
  'Captions',
  'Hints',
  'Line',
  'Pause.Card',
  'Way',
];

/** The box of a part as drawn, px; undefined where it is hidden. */
function boxOf(page: Lightning.Component, ref: string): Box | undefined {
  const part = page.tag(ref) as Lightning.Element | undefined;
  let [x, y] = [0, 0];
  for (let at: Lightning.Element | null = part ?? null; at && at !== page; at = at.parent) {
    if (!at.visible || at.alpha < 0.05) return undefined;
    x += at.x - at.mountX * at.w;
    y += at.y - at.mountY * at.h;
  }
  return part && part.w > 0 && part.h > 0 ? { x, y, w: part.w, h: part.h } : undefined;
}

/** What an exercise shows, one moment of each kind. */
function momentsOf(exercise: Exercise): [string, Partial<SessionView>][] {
  const timeline = compileTimeline(exercise, { preparationSeconds: 20 });
  const found = new Map<string, Partial<SessionView>>();
  for (const { startFrame } of timeline.segments) {
    const overlay = overlayAt(timeline, startFrame / FPS);
    const { atEase, part, phase, side, word } = overlay;
    const name = [phase, part, side, word, atEase].join(' ');
    found.set(name, { overlay });
    found.set(`${name}, paused`, { overlay, pause: 'paused' });
    if (phase === 'prepare') found.set(`${name}, waiting`, { overlay, waiting: true });
    if (phase === 'move') found.set(`${name}, counted in`, { overlay, countIn: 3 });
  }
  return [...found];
}

const captionsIn = (exercise: Exercise): CaptionState[] => {
  const timeline = compileTimeline(exercise, { preparationSeconds: 20 });
  return allCaptions(captionsOf(utterancesOf(timeline, { exercise, next: NEXT })));
};

const CASES = (['normal', 'large', 'largest'] as const).flatMap((textSize) =>
  [false, true].map((captions) => ({ textSize, captions, group: false })),
);
const GROUP = [false, true].map((captions) => ({
  textSize: 'normal' as const,
  captions,
  group: true,
}));

/** The player in this way, with its page. */
async function open({ captions, group, textSize }: (typeof CASES)[number]) {
  const { settings } = emptyMemory(7);
  const app = await start({
    media: MEDIA,
    exercises: [...realExercises().values()],
    store: remembering({
      settings: { ...settings, textSize, ...(group ? { group: 'waits' as const } : {}) },
    }),
  });
  app.fakes.sound = { ...app.fakes.sound, captions };
  await app.input('OK');
  const root = (window.beweegMee as unknown as { app: Lightning.Component }).app;
  const pages = (root.tag('Pages')?.children ?? []) as (Lightning.Component & {
    pageName: string;
  })[];
  const page = pages.find(({ pageName }) => pageName === app.state().page);
  return {
    ...app,
    page: page as Lightning.Component,
    controller: app.fakes.controllers[0] as FakeController,
  };
}

it.each([...CASES, ...GROUP])('$textSize, captions: $captions, group: $group', async (one) => {
  const app = await open(one);
  const { controller, fakes, page } = app;
  const covering: string[] = [];
  const measured = new Map<string, number>();
  for (const [id, exercise] of SHOWN) {
    const body = MEDIA.exercises[id]?.figure as Box;
    fakes.captions = one.captions ? captionsIn(exercise) : undefined;
    for (const [name, moment] of momentsOf(exercise)) {
      for (const caption of fakes.captions ?? [undefined]) {
        fakes.caption = caption;
        const told = {
          canChangePace: true,
          count: 3,
          next: NEXT,
          nextPosition: 'kneeling' as const,
        };
        controller.events.view(view({ ...told, ...moment, exercise }));
        const boxes = fakes.video.flatMap((note) => (typeof note === 'object' ? [note.box] : []));
        const at = bodyIn(boxes[boxes.length - 1] as Box, body);
        const where = `${id}, ${name}`;
        for (const ref of PARTS) {
          const box = boxOf(page, ref);
          if (!box) continue;
          for (const other of PARTS.slice(0, PARTS.indexOf(ref))) {
            const its = boxOf(page, other);
            if (its && overlap(box, its)) covering.push(`${where}: ${ref} meets ${other}`);
          }
          measured.set(ref, (measured.get(ref) ?? 0) + 1);
          if (overlap(box, at)) covering.push(`${where}: ${ref} ${JSON.stringify([box, at])}`);
          const isOff = box.x < 70 || box.y < 27 || box.x + box.w > 1850 || box.y + box.h > 1053;
          if (isOff) covering.push(`${where}: ${ref} leaves the screen ${JSON.stringify(box)}`);
        }
        const isWhole = at.x > -1 && at.y > -1 && at.x + at.w < 1921 && at.y + at.h < 1081;
        if (!isWhole) covering.push(`${where}: the body leaves the stage`);
      }
    }
  }
  expect(covering.slice(0, 5)).toEqual([]);
  expect(SHOWN.size).toBeGreaterThan(25);
  for (const ref of PARTS) {
    const isSeen = (ref !== 'Captions' || one.captions) && (ref !== 'Way' || one.group);
    expect((measured.get(ref) ?? 0) > 0, ref).toBe(isSeen);
  }
}, 300_000);
