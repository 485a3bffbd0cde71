/** Tests taking a routine along, and typing the code of a routine. */
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../src/session/choosing/seededRandom';
import { codeBook } from '../../../../src/session/code/codeBook';
import { CODE_LAYOUT } from '../../../../src/session/code/codeKeys';
import { BASE, seal, spacedCode } from '../../../../src/session/code/codeSymbols';
import { writeCode } from '../../../../src/session/code/routineCode';
import { placeOfKey, pressesFor, wayTo } from '../../../../src/session/typing/keyGrid';
import { typeKeys } from '../../drawn';
import { EXERCISES, remembering } from '../../fakes';
import { type Key, start, type TestApp } from '../../harness';

const exercises = EXERCISES.map((one, at) => ({
  ...one,
  code: { catalogue: 'thuis', number: at + 1 },
}));
const book = codeBook(exercises);
const two = [{ exercise: 'brug' }, { exercise: 'zijplank' }];
const CODE = writeCode(two, book);

/** Moves the focus to an element: down the rows, then along the row. */
async function seek(app: TestApp, id: string, keys: Key[]) {
  for (const key of keys) {
    for (let n = 0; n < 40 && app.focused() !== id; n += 1) await app.input(key);
  }
  expect(app.focused()).toBe(id);
}

const focusedKey = (app: TestApp) => app.focused().replace('button:', '').replace('back', 'clear');

/**
 * Leads the focus to a key of the grid by the shortest way.
 * @returns presses
 */
async function lead(app: TestApp, id: string): Promise<number> {
  const from = placeOfKey(CODE_LAYOUT, focusedKey(app));
  const arrows = (from && wayTo(CODE_LAYOUT, from, id)?.arrows) ?? [];
  await app.input(...arrows);
  expect(focusedKey(app)).toBe(id);
  return arrows.length;
}

/**
 * Types with the arrows and OK, from the present focus.
 * @returns presses
 */
async function type(app: TestApp, code: string): Promise<number> {
  let presses = 0;
  for (const character of code) {
    presses += (await lead(app, character)) + 1;
    await app.input('OK');
  }
  return presses;
}

describe('a code that is typed', () => {
  it('shows the routine, which can be kept and done', async () => {
    const app = await start({ exercises }, '#code');
    expect(app.state()).toMatchObject({ page: 'code', focus: 'button:2' });
    await type(app, CODE);
    expect(app.shown(`${CODE.slice(0, 3)} ${CODE.slice(3)}`)).toBe(true);
    await lead(app, 'read');
    await app.input('OK');
    expect(app.state()).toMatchObject({ page: 'routine', focus: 'button:start' });
    expect(app.shown('Routine met code')).toBe(true);
    expect(app.withId('row:brug')).toBe(1);
    expect(app.withId('row:zijplank')).toBe(1);
    await app.input('Down', 'OK', 'OK');
    expect(app.services.memoryStore.memory.routines).toMatchObject([{ id: 'own-1', items: two }]);
    await app.input('Back');
    expect(app.state()).toMatchObject({ page: 'routine' });
    await seek(app, 'button:start', ['Up']);
    await app.input('OK');
    expect(app.fakes.controllers[0]?.routine.items).toEqual(two);
  });

  it('is told when a character is wrong, and can be mended', async () => {
    const app = await start({ exercises }, '#code');
    const last = CODE.slice(-1) === '2' ? '3' : '2';
    await type(app, CODE.slice(0, -1) + last);
    await lead(app, 'read');
    await app.input('OK');
    expect(app.state().page).toBe('code');
    expect(app.shown('Er klopt een teken niet')).toBe(true);
    await lead(app, 'takeBack');
    await app.input('OK');
    expect(app.shown('Er klopt een teken niet')).toBe(false);
    await type(app, CODE.slice(-1));
    await lead(app, 'read');
    await app.input('OK');
    expect(app.state().page).toBe('routine');
  });

  it('is told when it is too short; all can be cleared, and Back leads out', async () => {
    const app = await start({ exercises });
    await app.input('Down');
    await seek(app, 'routine:code', ['Right']);
    await app.input('OK');
    await type(app, '2');
    await lead(app, 'read');
    await app.input('OK');
    expect(app.shown('te kort')).toBe(true);
    await lead(app, 'clear');
    expect(app.focused()).toBe('button:clear');
    await app.input('OK');
    expect(app.shown('te kort')).toBe(false);
    // Nothing is left to delete: the key leads out, as Back does.
    expect(app.focused()).toBe('button:back');
    await app.input('Back');
    expect(app.state()).toMatchObject({ page: 'home', focus: 'routine:code' });
  });
});

describe('a code of ten characters, by the arrows', () => {
  const random = seededRandom('typed');
  const codes = Array.from({ length: 4 }, () =>
    seal(Array.from({ length: 8 }, () => Math.floor(random() * BASE))),
  );

  it.each(codes)('%s takes as many presses as the shortest ways have', async (code) => {
    const app = await start({ exercises }, '#code');
    const presses = await type(app, code);
    expect(presses).toBe(pressesFor(CODE_LAYOUT, { row: 0, column: 0 }, code));
    expect(app.shown(spacedCode(code))).toBe(true);
  });
});

describe('keys that type', () => {
  const BACKSPACE = { key: 'Backspace', keyCode: 8 };

  it('a keyboard types the whole code, in small letters and with blanks, and Enter opens it', async () => {
    const app = await start({ exercises }, '#code');
    typeKeys(...spacedCode(CODE).toLowerCase());
    await app.settle();
    expect(app.shown(spacedCode(CODE))).toBe(true);
    expect(app.focused()).toBe('button:read');
    await app.input('OK');
    expect(app.state()).toMatchObject({ page: 'routine', focus: 'button:start' });
    expect(app.withId('row:zijplank')).toBe(1);
  });

  it('a remote’s digits, which have a code only, leave the focus for the arrows', async () => {
    const app = await start({ exercises }, '#code');
    await lead(app, 'K');
    typeKeys({ key: '', keyCode: 51 }, { key: '', keyCode: 55 });
    await app.settle();
    expect(app.focused()).toBe('button:K');
    await app.input('OK');
    expect(app.shown('37K')).toBe(true);
  });

  it('Backspace and Delete take one back; with nothing typed Back leads out', async () => {
    const app = await start({ exercises });
    await app.input('Down');
    await seek(app, 'routine:code', ['Right']);
    await app.input('OK');
    typeKeys('K', '3', 'F', { key: 'Delete', keyCode: 46 });
    await app.settle();
    expect(app.texts()).toContain('K3');
    typeKeys(BACKSPACE);
    await app.settle();
    expect(app.texts()).not.toContain('K3');
    expect(app.texts()).toContain('K');
    await app.input('Back');
    expect(app.state().page).toBe('code');
    expect(app.texts().filter((text) => text === 'K')).toHaveLength(1);
    await app.input('Back');
    expect(app.state()).toMatchObject({ page: 'home', focus: 'routine:code' });
  });

  it('Escape leaves at once', async () => {
    const app = await start({ exercises });
    await app.goTo('#code');
    typeKeys('K', { key: 'Escape', keyCode: 27 });
    await app.settle();
    expect(app.state().page).toBe('home');
  });

  it.each([
    'O',
    'i',
    '0',
    '1',
  ])('%s, which no code has, is told and not taken', async (character) => {
    const app = await start({ exercises }, '#code');
    typeKeys('K', character);
    await app.settle();
    expect(app.shown(`‘${character.toUpperCase()}’ op plaats 2`)).toBe(true);
    typeKeys('7');
    await app.settle();
    expect(app.shown('op plaats 2')).toBe(false);
    expect(app.shown('K7')).toBe(true);
  });

  it('are named on the screen', async () => {
    const app = await start({ exercises }, '#code');
    expect(app.shown('Cijfertoetsen en een toetsenbord werken ook.')).toBe(true);
    // Back leaves while nothing is typed, so what it deletes is named only after that.
    expect(app.shown('Terug wist')).toBe(false);
    typeKeys('K');
    await app.settle();
    expect(app.shown('De toets Terug wist het laatste teken.')).toBe(true);
  });
});

describe('a code by address', () => {
  it('opens the same look at it', async () => {
    const app = await start({ exercises }, `#code/${CODE}`);
    expect(app.state()).toMatchObject({ page: 'routine', focus: 'button:start' });
    expect(app.withId('row:zijplank')).toBe(1);
  });

  it('that is wrong is told where one types, and stands there to be mended', async () => {
    const wrong = `${CODE.slice(1, 2)}${CODE.slice(0, 1)}${CODE.slice(2)}`;
    const app = await start({ exercises }, `#code/${wrong}`);
    expect(app.state().page).toBe('code');
    expect(app.shown('Er klopt een teken niet')).toBe(true);
    // It stands where the hint stood.
    expect(app.shown('Kies de tekens één voor één')).toBe(false);
    expect(app.shown(wrong.slice(0, 3))).toBe(true);
  });

  it('with a character that no code has names it', async () => {
    const app = await start({ exercises }, '#code/2O3');
    expect(app.shown('‘O’ op plaats 2')).toBe(true);
  });

  it('of a later version or of other exercises says which', async () => {
    const later = await start({ exercises }, `#code/${seal([29, 0])}`);
    expect(later.shown('nieuwere versie')).toBe(true);
    const mark = book.entryOf({ exercise: 'brug' })?.mark ?? 0;
    const other = await start({ exercises }, `#code/${seal([(mark + 1) % 29, 0])}`);
    expect(other.shown('oefeningen die dit toestel niet heeft')).toBe(true);
    const unknown = await start({ exercises }, `#code/${seal([mark, 27])}`);
    expect(unknown.shown('nummer 28')).toBe(true);
  });
});

describe('taking along', () => {
  it('an exercise, as its page shows it', async () => {
    const app = await start({ exercises }, '#exercise/brug');
    await seek(app, 'button:others', ['Right']);
    await app.input('OK');
    expect(app.state()).toMatchObject({ dialog: 'others', focus: 'button:take' });
    await app.input('OK');
    expect(app.state()).toMatchObject({ page: 'take', focus: 'button:back' });
    const code = writeCode([{ exercise: 'brug' }], book);
    expect(app.shown(code)).toBe(true);
    expect(app.withId('qr')).toBe(1);
    await app.input('Back');
    expect(app.state().page).toBe('exercise');
  });

  it('today’s routine', async () => {
    const app = await start({ exercises }, '#routine/today');
    await seek(app, 'button:take', ['Down']);
    await app.input('OK');
    expect(app.shown('brug, zijplank, fietsen') || app.withId('qr') === 1).toBe(true);
    expect(app.withId('qr')).toBe(1);
  });

  it('names the address of the sheet for paper, where there is one', async () => {
    const app = await start({ exercises }, `#take/${CODE}`);
    expect(app.shown(`oefenen.example/sheet/#${CODE}`)).toBe(true);
    const packaged = await start({ exercises, phoneAddress: undefined }, `#take/${CODE}`);
    expect(packaged.shown('Op papier')).toBe(false);
  });

  it('offers no QR code on a packaged app without an address, and says why', async () => {
    const app = await start({ exercises, phoneAddress: undefined }, `#take/${CODE}`);
    expect(app.withId('qr')).toBe(0);
    expect(app.shown('geen adres voor je telefoon')).toBe(true);
    expect(app.shown(CODE.slice(0, 3))).toBe(true);
  });

  it('says that no phone reads it from farther than three metres', async () => {
    const settings = {
      minutes: 10 as const,
      equipment: [],
      harder: false,
      waitForMe: false,
      viewing: { distance: 'farther' as const, inches: 55 },
    };
    const app = await start({ exercises, store: remembering({ settings }) }, `#take/${CODE}`);
    expect(app.withId('qr')).toBe(0);
    expect(app.shown('verder dan 3 meter')).toBe(true);
    expect(app.shown('oefenen.example/phone')).toBe(true);
  });

  it('the room is a setting away, and kept', async () => {
    const app = await start({ exercises }, `#take/${CODE}`);
    await app.input('Right', 'OK');
    expect(app.state()).toMatchObject({ page: 'settings', focus: 'set:distance' });
    for (let n = 0; n < 1; n += 1) await app.input('Left');
    await seek(app, 'set:diagonal', ['Down']);
    await app.input('Right');
    expect(app.services.memoryStore.memory.settings.viewing).toEqual({ distance: 2, inches: 65 });
    await app.input('Back');
    expect(app.state()).toMatchObject({ page: 'take', focus: 'button:room' });
  });
});
