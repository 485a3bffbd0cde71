/** Tests taking a routine along, and typing the code of a routine. */
import { describe, expect, it } from 'vitest';
import { codeBook } from '../../../../src/session/code/codeBook';
import { writeCode } from '../../../../src/session/code/routineCode';
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

/** Types with the arrows, from the present focus. */
async function type(app: TestApp, code: string) {
  const rows = ['23456789', 'ABCDEFGH', 'JKMNPQRS', 'TUVWXYZ'];
  for (const character of code) {
    const row = rows.findIndex((one) => one.includes(character));
    const rowOf = () => rows.findIndex((one) => one.includes(app.focused().slice(-1)));
    for (let n = 0; n < 5 && rowOf() !== row; n += 1) {
      await app.input(rowOf() < row ? 'Down' : 'Up');
    }
    const placeOf = () => rows[row]?.indexOf(app.focused().slice(-1)) ?? 0;
    const place = rows[row]?.indexOf(character) ?? 0;
    for (let n = 0; n < 8 && placeOf() !== place; n += 1) {
      await app.input(placeOf() < place ? 'Right' : 'Left');
    }
    expect(app.focused()).toBe(`button:${character}`);
    await app.input('OK');
  }
}

describe('a code that is typed', () => {
  it('shows the routine, which can be kept and done', async () => {
    const app = await start({ exercises }, '#code');
    expect(app.state()).toMatchObject({ page: 'code', focus: 'button:2' });
    await type(app, CODE);
    expect(app.shown(`${CODE.slice(0, 3)} ${CODE.slice(3)}`)).toBe(true);
    await seek(app, 'button:read', ['Down', 'Left']);
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
    await seek(app, 'button:read', ['Down', 'Left']);
    await app.input('OK');
    expect(app.state().page).toBe('code');
    expect(app.shown('Er klopt een teken niet')).toBe(true);
    await app.input('Right', 'OK');
    expect(app.shown('Er klopt een teken niet')).toBe(false);
    await app.input('Up');
    await type(app, CODE.slice(-1));
    await seek(app, 'button:read', ['Down', 'Left']);
    await app.input('OK');
    expect(app.state().page).toBe('routine');
  });

  it('is told when it is too short; all can be cleared, and Back leads out', async () => {
    const app = await start({ exercises });
    await app.input('Down');
    await seek(app, 'routine:code', ['Right']);
    await app.input('OK');
    await type(app, '2');
    await seek(app, 'button:read', ['Down', 'Left']);
    await app.input('OK');
    expect(app.shown('te kort')).toBe(true);
    await app.input('Right', 'Right', 'OK');
    expect(app.shown('te kort')).toBe(false);
    await app.input('Back');
    expect(app.state()).toMatchObject({ page: 'home', focus: 'routine:code' });
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
    expect(app.shown(wrong.slice(0, 3))).toBe(true);
  });

  it('with a character that no code has names it', async () => {
    const app = await start({ exercises }, '#code/2O3');
    expect(app.shown('‘O’ op plaats 2')).toBe(true);
  });

  it('of a later version or of other exercises says which', async () => {
    const { seal } = await import('../../../../src/session/code/codeSymbols');
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
