/** Tests captions on the player's screen, and sound, voice and captions in its menu. */
import { describe, expect, it } from 'vitest';
import { emptyMemory } from '../../../../src/session/memory/memory';
import { TEXT_SIZES } from '../../../../src/session/preferences/displayPreferences';
import { DEFAULT_SOUND } from '../../../../src/session/preferences/sound';
import { type Phrase, phrase, plain } from '../../../../src/timeline/phrases';
import { overlay, remembering, view } from '../../fakes';
import { play } from './playing';

const cue = (...says: Phrase[]) => ({ cue: { time: 0, says } });
const HOLD = cue(phrase('phase.hold'));

interface Box {
  ref?: string;
  visible: boolean;
  core: { getCornerPoints(): number[] };
  h: number;
  w: number;
  value?: number;
  children: Box[];
}

function find(from: Box, ref: string): Box | undefined {
  if (from.ref === ref) return from;
  for (const child of from.children) {
    const found = find(child, ref);
    if (found) return found;
  }
  return undefined;
}

const root = () => window.beweegMee?.app as unknown as Box;

/** The place of an element on the stage, by its ref and those of its ancestors. */
function place(...refs: string[]) {
  const box = refs.reduce<Box | undefined>((inside, ref) => inside && find(inside, ref), root());
  if (!box) throw new Error(refs.join(' '));
  const [left = 0, top = 0] = box.core.getCornerPoints();
  return { left, top, right: left + box.w, bottom: top + box.h };
}

const apart = (a: ReturnType<typeof place>, b: ReturnType<typeof place>) =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

describe('captions', () => {
  it('show what is said only where they are wanted', async () => {
    const app = await play();
    app.fakes.caption = HOLD;
    await app.show({ overlay: overlay({ phase: 'rest' }) });
    expect(app.shown('Hou aan')).toBe(false);
    app.fakes.sound = { ...DEFAULT_SOUND, captions: true };
    await app.show({ overlay: overlay({ phase: 'rest' }) });
    expect(app.shown('Hou aan')).toBe(true);
    app.fakes.caption = undefined;
    await app.show({ overlay: overlay({ phase: 'rest' }) });
    expect(app.shown('Hou aan')).toBe(false);
  });

  it('always show when nothing can be heard', async () => {
    const app = await play();
    app.fakes.caption = HOLD;
    for (const sound of [{ muted: true }, { volume: 0 }]) {
      app.fakes.sound = { ...DEFAULT_SOUND, ...sound };
      await app.show({ overlay: overlay({ phase: 'rest' }) });
      expect(app.shown('Hou aan'), JSON.stringify(sound)).toBe(true);
    }
  });

  it('put several cues of a moment together, with the count and the instruction', async () => {
    const app = await play();
    app.fakes.sound = { ...DEFAULT_SOUND, captions: true };
    app.fakes.caption = {
      ...cue(phrase('voice.repetition', { n: 4 }), plain('Strek uit')),
      count: 7,
      reading: { time: 0, says: [plain('Hef je heupen op.')] },
    };
    await app.show();
    expect(app.texts()).toEqual(
      expect.arrayContaining(['Nummer 4. Strek uit.', 'Hef je heupen op.']),
    );
    expect(find(root(), 'Count')?.value).toBe(7);
  });

  it.each(TEXT_SIZES)('stand clear of panel, hints and next card at text size %s', async (size) => {
    const { settings } = emptyMemory(7);
    const app = await play({
      store: remembering({ settings: { ...settings, textSize: size } }),
    });
    app.fakes.sound = { ...DEFAULT_SOUND, captions: true };
    app.fakes.caption = {
      ...cue(phrase('phase.rest'), phrase('voice.nextSet', { n: 2, all: 2 })),
      reading: {
        time: 0,
        says: [plain('Hef je heupen op tot je lichaam één lijn vormt. '.repeat(2))],
      },
    };
    await app.show({
      overlay: overlay({ phase: 'rest', number: 20, set: 2, next: { part: 'main', set: 2 } }),
    });
    await app.settle();
    const mine = place('Captions');
    // Where large letters leave no room for the next card, the card disappears.
    const next = find(root(), 'Next') as unknown as { alpha: number };
    const isGone = size === 'largest' && next.alpha === 0;
    for (const other of ['Panel', 'Hints', ...(isGone ? [] : ['Next']), 'Line']) {
      expect(apart(mine, place(other)), `${other}: ${JSON.stringify([mine, place(other)])}`).toBe(
        true,
      );
    }
    expect(mine.right).toBeLessThanOrEqual(1824);
    if (!isGone) expect(place('Next').top).toBeGreaterThan(54);
  });
});

describe('the menu', () => {
  it('is two presses from softer, louder and silent', async () => {
    const app = await play();
    await app.show();
    await app.input('Up', 'Left');
    expect(app.fakes.sound).toMatchObject({ volume: 0.7, muted: false });
    await app.input('Right', 'Right');
    expect(app.fakes.sound.volume).toBe(0.9);
    expect(app.fakes.samples).toBe(3);
    await app.input('Up');
    expect(app.fakes.sound.muted).toBe(true);
    expect(app.shown('geluid aan')).toBe(true);
    expect(app.shown('Ondertiteling: altijd aan')).toBe(true);
    // A louder volume ends the mute.
    await app.input('Right');
    expect(app.fakes.sound).toMatchObject({ volume: 1, muted: false });
    expect(app.state().dialog).toBe('menu');
    await app.input('Back');
    expect(app.controller.asked).toEqual(['stand menu', 'resume']);
  });

  it('goes through what the voice says, and keeps the focus there', async () => {
    const app = await play();
    await app.show();
    await app.input('Up', 'Down');
    expect(app.shown('Stem: aanwijzingen en tellen')).toBe(true);
    const said = [];
    for (let n = 0; n < 4; n++) {
      await app.input('OK');
      expect(app.focused()).toBe('button:voice');
      said.push(app.fakes.sound.voice);
    }
    expect(said).toEqual(['everything', 'off', 'counts', 'cues']);
  });

  it('switches captions on at once, behind the menu', async () => {
    const app = await play();
    app.fakes.caption = HOLD;
    await app.show({ overlay: overlay({ phase: 'rest' }) });
    await app.input('Up', 'Down', 'Down', 'OK');
    expect(app.shown('Ondertiteling: aan')).toBe(true);
    expect(app.shown('Hou aan')).toBe(true);
    await app.input('OK');
    expect(app.fakes.sound.captions).toBe(false);
    expect(app.shown('Hou aan')).toBe(false);
  });

  it('fits the screen with its longest list', async () => {
    const app = await play();
    app.controller.events.view(view({ index: 1 }));
    await app.settle();
    await app.input('Up');
    const list = place('Dialog', 'Buttons');
    expect(list.bottom).toBeLessThanOrEqual(1026);
    expect(place('Dialog', 'Card').top).toBeGreaterThanOrEqual(54);
  });
});
