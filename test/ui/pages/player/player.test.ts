/** Tests the player's screen: its words in each phase, the effect of each key, and the end. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WHOLE_STAGE } from '../../../../src/app/stage';
import { emptyMemory } from '../../../../src/session/memory/memory';
import type { OverlayState } from '../../../../src/timeline/overlay';
import { known, overlay, remembering, view } from '../../fakes';
import { play, preloaded } from './playing';

afterEach(() => vi.unstubAllGlobals());

/** Images that load when the test says so; jsdom loads none. */
function holdImages() {
  const images: { src: string; onload?: () => void }[] = [];
  vi.stubGlobal(
    'Image',
    class {
      src = '';
      width = 52;
      height = 52;
      onload?: () => void;
      constructor() {
        images.push(this);
      }
    },
  );
  const nameOf = (src: string) => /([\w-]+)\.svg/.exec(src)?.[1] ?? '';
  return {
    asked: () => images.map(({ src }) => nameOf(src)),
    load(name: string) {
      for (const image of images) if (nameOf(image.src).startsWith(name)) image.onload?.();
    },
  };
}

it('asks for the next one’s picture before its turn, once: the network may be gone by then', async () => {
  const asked: string[] = [];
  class Asked {
    set src(address: string) {
      asked.push(address);
    }
    removeAttribute() {}
  }
  vi.stubGlobal('Image', Asked);
  const zijplank = { fps: 30, width: 1280, height: 720, clips: {} } as const;
  const pictures = { poster: 'media/zijplank/poster.jpg', tile: 'media/zijplank/tile.jpg' };
  const app = await play({ media: { exercises: { zijplank: { ...zijplank, ...pictures } } } });
  await app.show();
  await app.show({ overlay: overlay({ phase: 'hold' }) });
  expect(asked.filter((one) => one.includes('poster'))).toEqual([
    expect.stringMatching(/static\/media\/zijplank\/poster\.jpg$/),
  ]);
  asked.length = 0;
  await app.show({ index: 2, next: undefined });
  expect(asked.filter((one) => one.includes('poster'))).toEqual([]);
});

interface Drawn {
  ref?: string;
  color: number;
  thickness: number;
  displayedTexture: { content?: { lookupId: string }; _lookupId?: string } | null;
  children: Drawn[];
}

/** The texture that the panel draws now, which may differ from the requested one. */
function drawnShape() {
  const all: Drawn[] = [];
  const walk = (node: Drawn) => {
    all.push(node);
    for (const child of node.children) walk(child);
  };
  walk(window.beweegMee?.app as unknown as Drawn);
  const shape = all.find(({ ref }) => ref === 'Shape');
  const ring = all.find(({ ref, thickness }) => ref === 'Ring' && thickness !== undefined);
  const texture = shape?.displayedTexture;
  return {
    shape: texture ? texture._lookupId : undefined,
    ink: shape?.color,
    thickness: ring?.thickness ?? 0,
  };
}

describe('the overlay', () => {
  it('draws each phase in its own colour and shape, and never the shape of the one before', async () => {
    const images = holdImages();
    const app = await play();
    await preloaded();
    const ofPhase = async (phase: OverlayState['phase']) => {
      await app.show({ overlay: overlay({ phase }) });
      return drawnShape();
    };
    // The player requests them early, and draws nothing until they are loaded.
    expect(images.asked()).toEqual(
      expect.arrayContaining(['phase-clock', 'phase-up', 'phase-square', 'phase-back']),
    );
    expect((await ofPhase('prepare')).shape).toBeUndefined();
    images.load('phase-clock');
    await app.settle();
    expect((await ofPhase('prepare')).shape).toMatch('phase-clock');
    expect((await ofPhase('hold')).shape).toBeUndefined();
    images.load('');
    await app.settle();
    const move = await ofPhase('move');
    const hold = await ofPhase('hold');
    const back = await ofPhase('return');
    expect(
      [move.shape, hold.shape, back.shape].map((one) => /phase-(\w+)/.exec(one ?? '')?.[1]),
    ).toEqual(['up', 'square', 'back']);
    expect(new Set([move.ink, hold.ink, back.ink]).size).toBe(3);
    expect(hold.thickness).toBeGreaterThan(move.thickness);
    expect((await ofPhase('rest')).thickness).toBeLessThan(move.thickness);
  });

  it('is put together from ten digits: counting draws no text', async () => {
    const app = await play();
    await preloaded();
    const hold = (number: number) =>
      app.show({
        overlay: overlay({ phase: 'hold', number, numberKind: 'counts', repetition: 3 }),
      });
    await hold(10);
    const stage = window.beweegMee?.app.stage as unknown as {
      textureManager: { getTextureSource(): object };
    };
    const drawn = vi.spyOn(stage.textureManager, 'getTextureSource');
    for (let number = 9; number > 0; number--) await hold(number);
    for (let repetition = 1; repetition <= 15; repetition++) {
      await app.show({ overlay: overlay({ phase: 'hold', number: 2, repetition }) });
    }
    expect(drawn).not.toHaveBeenCalled();
  });

  it('shows in a wait what comes next, with its dose', async () => {
    const app = await play();
    await app.show({
      overlay: overlay({ phase: 'rest', number: 20, set: 2, next: { part: 'main', set: 2 } }),
    });
    expect(app.texts()).toEqual(expect.arrayContaining(['Hierna', 'Reeks 2 van 2']));
    expect(app.shown('2 × 15, 3 tellen aanhouden')).toBe(true);
    await app.show({ overlay: overlay({ phase: 'done' }), nextPosition: 'sideLying' });
    expect(app.shown('Kort zijplank')).toBe(true);
    // The overlay announces a change of position before it.
    expect(app.shown('Hierna op de zij')).toBe(true);
    expect(app.shown('10 tellen aanhouden, elke kant')).toBe(true);
    await app.show();
    await app.show({ overlay: overlay({ phase: 'done' }), next: known('fietsen') });
    expect(app.texts()).toContain('Hierna');
    await app.show();
    expect(app.shown('Hierna')).toBe(false);
  });

  it('says where one is, the pace when it is not the usual, and the pause', async () => {
    const app = await play();
    await app.show({ index: 1, exercise: known('zijplank') });
    expect(app.shown('Oefening 2 van 3')).toBe(true);
    expect(app.shown('tempo')).toBe(false);
    await app.show({ pace: 0.75, pause: 'paused' });
    expect(app.shown('Rustiger tempo')).toBe(true);
    expect(app.shown('0,75×')).toBe(true);
    expect(app.shown('Pauze')).toBe(true);
    await app.show();
    expect(app.shown('Pauze')).toBe(false);
  });

  it.each(['no', 'waits'] as const)('dims the picture and no words (group: %s)', async (group) => {
    const settings = { ...emptyMemory(7).settings, group };
    const app = await play({ store: remembering({ settings }) });
    await app.show({ pause: 'paused' });
    interface Node {
      ref?: string;
      children: Node[];
    }
    const { children } = window.beweegMee?.app.tag('Pages') as unknown as Node;
    const page = children.find((one) => one.children.some(({ ref }) => ref === 'Pause'));
    const refs = page?.children.map(({ ref }) => ref) ?? [];
    const dimmed = refs.slice(0, refs.indexOf('Pause'));
    expect(dimmed).toContain('Poster');
    for (const words of ['Head', 'Panel', 'Next', 'Line', 'Captions', 'Hints']) {
      expect(refs).toContain(words);
      expect(dimmed).not.toContain(words);
    }
  });

  it('waits for me, and says so until OK', async () => {
    const app = await play();
    const next = { part: 'main', set: 1 };
    await app.show({ overlay: overlay({ phase: 'prepare', number: 1, next }), waiting: true });
    expect(app.shown('Druk op OK als je klaar bent')).toBe(true);
    expect(app.texts()).toContain('ik ben klaar');
    await app.show();
    expect(app.shown('Druk op OK')).toBe(false);
  });

  it('says which of two that are the same exercise', async () => {
    const app = await play();
    await app.show({ index: 0 });
    expect(app.shown('Oefening 1 van 3')).toBe(true);
    await app.show({ index: 1 });
    expect(app.shown('Oefening 2 van 3')).toBe(true);
  });

  it('says what the keys do now', async () => {
    const app = await play();
    await app.show({ overlay: overlay({ phase: 'prepare' }) });
    expect(app.texts()).toEqual(expect.arrayContaining(['begin nu', '10 tellen meer']));
    await app.show();
    expect(app.texts()).toEqual(expect.arrayContaining(['pauze', 'dit doet pijn']));
    await app.show({ pause: 'paused' });
    expect(app.texts()).toEqual(expect.arrayContaining(['verder', 'stoppen']));
  });

  it('offers another pace only where there is one', async () => {
    const app = await play();
    await app.show({ canChangePace: false });
    expect(app.shown('pauze')).toBe(true);
    expect(app.shown('trager, sneller')).toBe(false);
    // The player learns during a phase that the set can change speed.
    await app.show({ canChangePace: true });
    expect(app.shown('trager, sneller')).toBe(true);
  });
});

describe('the remote', () => {
  it('OK and the arrows go to the conductor', async () => {
    const app = await play();
    await app.show();
    await app.input('OK', 'Left', 'Right');
    expect(app.controller.asked).toEqual(['ok', 'arrow -1', 'arrow 1']);
  });

  it('another pace holds the picture until the video has the next one', async () => {
    const app = await play();
    await app.show();
    app.fakes.video.length = 0;
    app.controller.arrow = () => {
      app.controller.events.view(view({ pace: 0.75, state: 'opening' }));
      return 0;
    };
    await app.input('Left');
    expect(app.fakes.video).toEqual(['kept']);
    await app.show({ pace: 0.75 });
    expect(app.fakes.video).toEqual(['kept', 'released']);
  });

  it('a held OK acts once, whether or not the set marks its repeats', async () => {
    const app = await play();
    await app.show();
    app.press('OK', { hold: true });
    app.press('OK', { hold: true, repeat: true });
    app.press('OK', { hold: true });
    await app.settle();
    expect(app.controller.asked).toEqual(['ok']);
  });

  it.each([
    true,
    false,
  ])('a held Up opens the menu and leaves its sound on, repeats marked: %s', async (repeat) => {
    const app = await play();
    await app.show();
    app.press('Up', { hold: true });
    await app.settle();
    for (let n = 0; n < 3; n += 1) {
      app.press('Up', { hold: true, repeat });
      await app.settle();
    }
    expect(app.state().dialog).toBe('menu');
    expect(app.services.narrator.settings.muted).toBe(false);
    // After a release, the same key closes the menu.
    app.press('Up');
    app.press('Up');
    await app.settle();
    expect(app.services.narrator.settings.muted).toBe(true);
  });

  it('calls the exercise as its tile does, in the head and in the card of what comes', async () => {
    const app = await play();
    await app.show();
    expect(app.shown('Kort brug')).toBe(true);
    expect(app.shown('Oefening brug')).toBe(false);
  });

  it('Down stands still and asks; skipping has the focus', async () => {
    const app = await play();
    await app.show();
    await app.input('Down');
    expect(app.state().dialog).toBe('pain');
    expect(app.focused()).toBe('button:skip');
    await app.input('Left');
    expect(app.focused()).toBe('button:skip');
    await app.input('OK');
    expect(app.controller.asked).toEqual(['stand hurts', 'hurts true']);
    expect(app.state().dialog).toBeUndefined();
  });

  it('one may go on in spite of pain, and Back takes the question back', async () => {
    const app = await play();
    await app.show();
    await app.input('Down', 'Right');
    expect(app.focused()).toBe('button:go');
    await app.input('OK', 'Down', 'Back');
    expect(app.controller.asked).toEqual(['stand hurts', 'hurts false', 'stand hurts', 'resume']);
  });

  it('Up opens the menu: on, again, next; previous only where there is one', async () => {
    const app = await play();
    await app.show();
    await app.input('Up');
    expect(app.focused()).toBe('button:resume');
    expect(app.withId('button:previous')).toBe(0);
    const rows = (n: number) => Array<'Down'>(n).fill('Down');
    await app.input(...rows(4), 'OK');
    await app.show({ index: 1 });
    await app.input('Up', ...rows(5));
    expect(app.focused()).toBe('button:previous');
    await app.input('OK', 'Up', ...rows(6), 'OK', 'Up', 'Back');
    expect(app.controller.asked).toEqual(
      ['stand menu', 'repeat', 'stand menu', 'previous', 'stand menu', 'next', 'stand menu'].concat(
        'resume',
      ),
    );
  });

  describe('how to do it', () => {
    const exercise = { ...known('brug'), caution: 'Rustig aan.', instruction: ['Hef.', 'Zak.'] };

    it('stands in the menu: OK goes on, Back leads to its row', async () => {
      const app = await play();
      await app.show({ exercise });
      await app.input('Up', 'Down', 'OK');
      expect(app.state()).toMatchObject({ dialog: 'how', focus: 'button:resume' });
      expect(app.shown('Zo doe je het')).toBe(true);
      for (const sentence of ['Rustig aan.', 'Hef.', 'Zak.'])
        expect(app.shown(sentence)).toBe(true);
      await app.input('Back');
      expect(app.state()).toMatchObject({ dialog: 'menu', focus: 'button:how' });
      await app.input('OK', 'OK');
      expect(app.state().dialog).toBeUndefined();
      expect(app.controller.asked).toEqual(['stand menu', 'resume']);
    });

    it.each(['Left', 'Right'] as const)('is one press of %s away in a pause', async (key) => {
      const app = await play();
      await app.show({ exercise, pause: 'paused' });
      await app.input(key);
      expect(app.state()).toMatchObject({ dialog: 'how', focus: 'button:resume' });
      await app.input('Back');
      expect(app.state().dialog).toBeUndefined();
      expect(app.controller.asked).toEqual(['stand menu', 'resume']);
      await app.input(key, 'OK');
      expect(app.controller.asked.slice(2)).toEqual(['stand menu', 'resume', 'ok']);
    });
  });

  it('Back before anything was done promises no place', async () => {
    const app = await play();
    await app.show();
    app.controller.checkpoint = { ...app.controller.checkpoint, isStart: true };
    await app.input('Back');
    expect(app.shown('Je bent nog maar net begonnen')).toBe(true);
    expect(app.shown('Je plaats wordt bewaard')).toBe(false);
  });

  it('Back asks once; stopping frees everything and leads back to where one came from', async () => {
    const app = await play();
    await app.show();
    await app.input('Back');
    expect(app.state().dialog).toBe('leave');
    expect(app.focused()).toBe('button:stay');
    await app.input('Back');
    expect(app.controller.asked).toEqual(['stand leaving', 'resume']);
    await app.input('Back', 'Right', 'OK');
    expect(app.state()).toMatchObject({ page: 'home', dialog: undefined, focus: 'button:start' });
    expect(app.controller.asked.slice(-1)).toEqual(['leave']);
    expect(app.fakes.video.slice(-1)).toEqual(['hidden']);
  });
});

it('says in one calm line that the film fails, as long as it does', async () => {
  const { show, shown } = await play();
  /** The alpha of the line, or its target. */
  const line = () => {
    let alpha = Number.NaN;
    const walk = (node: Drawn & { transition?(name: 'alpha'): { targetValue: number } }) => {
      if (node.ref === 'StandIn') alpha = node.transition?.('alpha').targetValue ?? Number.NaN;
      for (const child of node.children) walk(child);
    };
    walk(window.beweegMee?.app as unknown as Drawn);
    return alpha;
  };
  await show();
  expect(line()).toBeLessThan(0.01);
  await show({ picture: 'poster', isStandingIn: true });
  expect(line()).toBe(1);
  expect(shown('De film hapert even')).toBe(true);
  await show({ picture: 'video' });
  expect(line()).toBeLessThan(0.01);
});

it('the film of a second session stands where that of the first one stood', async () => {
  const app = await play();
  const stuck = { picture: 'poster', isStandingIn: true } as const;
  await app.show(stuck);
  const boxes = () => app.fakes.video.flatMap((one) => (typeof one === 'object' ? [one.box] : []));
  const first = boxes().pop();
  expect(first).not.toEqual(WHOLE_STAGE);
  await app.input('Back', 'Right', 'OK');
  expect(app.state().page).not.toBe('player');
  await app.input('OK');
  expect(app.state().page).toBe('player');
  expect(boxes()).toContainEqual(WHOLE_STAGE);
  app.fakes.controllers[1]?.events.view(view(stuck));
  await app.settle();
  expect(boxes().pop()).toEqual(first);
});
