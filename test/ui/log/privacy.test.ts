/** Tests that texts, choices, answers and names of a patient are neither in the log nor on its panel. */
import { afterEach, expect, it, vi } from 'vitest';
import { NO_CENTRE } from '../../../src/session/centre/centre';
import { codeBook } from '../../../src/session/code/codeBook';
import { writeCode } from '../../../src/session/code/routineCode';
import { writeDocument } from '../../../src/session/memory/document';
import { emptyMemory } from '../../../src/session/memory/memory';
import { hashPin } from '../../../src/tv/pin';
import { EXERCISES, type Fakes, remembering } from '../fakes';
import { start, type TestApp } from '../harness';

const NAME = 'Geheim van Jan';
const DIGITS = '2580';
const PIN = hashPin(DIGITS, [...Array(16).keys()]);
const KEY = 'eyJ1cmwiOiJodHRwczovL3ZvbGdlbi5leGFtcGxlIn0';
const exercises = EXERCISES.map((one, at) => ({
  ...one,
  code: { catalogue: 'thuis', number: at + 1 },
}));
const CODE = writeCode([{ exercise: 'brug' }, { exercise: 'zijplank' }], codeBook(exercises));
/** Texts that these features handle. None may appear. */
const PLANTED = ['Jan', 'Geheim', 'geheim', DIGITS, CODE, KEY, 'shlink', 'worse', 'gone', '#'];

afterEach(() => {
  vi.restoreAllMocks();
  window.beweegMee?.mirror.remove();
});

async function go(app: TestApp, hash: string) {
  window.location.hash = hash;
  await new Promise((resolve) => setTimeout(resolve, 20));
  await app.settle();
}

async function seek(app: TestApp, focus: string) {
  for (let n = 0; n < 40 && app.focused() !== focus; n++) await app.input('Down');
  expect(app.focused()).toBe(focus);
}

interface Node {
  text?: { text: string } | null;
  children: Node[];
}

/** All texts of the panel. A page or a dialog behind it may show its own texts. */
function textsOfPanel(): string[] {
  const texts = ({ children, text }: Node): string[] => [
    ...(text?.text ? [text.text] : []),
    ...children.flatMap(texts),
  ];
  const panel = window.beweegMee?.app.tag('Log');
  if (!panel) throw new Error('The panel is not open');
  return texts(panel as unknown as Node);
}

/** All entries of the log, its lines in the console, and the whole text of its panel. */
async function allThatIsSaid(app: TestApp, written: readonly unknown[][]): Promise<string> {
  const { log } = window.beweegMee ?? {};
  if (!log) throw new Error('The app is not there');
  const said = [JSON.stringify([log.entries, log.faults, written])];
  expect(app.state().dialog).toBe('log');
  for (let n = 0; n < 12; n++) {
    await new Promise((resolve) => setTimeout(resolve, 130));
    await app.settle();
    said.push(...textsOfPanel(), document.querySelector('[role=dialog]')?.textContent ?? '');
    await app.input('Down');
  }
  await app.input('Back');
  return said.join('\n');
}

/** Starts the app; at the end checks that the log has entries and none of the texts. */
async function drive(
  change: Partial<Fakes>,
  hash: string,
  steps: (app: TestApp) => Promise<void>,
): Promise<void> {
  const written = (['error', 'warn', 'info', 'log'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation(() => {}),
  );
  const app = await start({ exercises, ...change }, hash);
  await steps(app);
  if (app.state().dialog !== 'log') await go(app, '#log');
  const said = await allThatIsSaid(
    app,
    written.flatMap(({ mock }) => mock.calls),
  );
  expect(said).toContain('Page: ');
  expect(PLANTED.filter((one) => said.includes(one))).toEqual([]);
}

const routine = { id: 'own-1', title: NAME, items: [{ exercise: 'brug' }] };

it('a routine with a name of one’s own, opened and played', async () => {
  await drive({ store: remembering({ routines: [routine] }) }, '#routine/own-1', async (app) => {
    expect(app.shown(NAME)).toBe(true);
    await app.input('OK');
    expect(app.state().page).toBe('player');
  });
});

it('a code, by address and as one that is wrong', async () => {
  await drive({}, `#code/${CODE}`, async (app) => {
    expect(app.state().page).toBe('routine');
    await go(app, `#code/${CODE}${KEY}`);
    expect(app.state().page).toBe('code');
    await go(app, `#take/${CODE}`);
    expect(app.state().page).toBe('take');
  });
});

it('a link with a key, which no page knows', async () => {
  await drive({}, `#shlink:/${KEY}`, async (app) => {
    expect(app.state().page).toBe('home');
    await go(app, `#shlink:/${KEY}/${NAME}`);
    expect(app.state().page).toBe('home');
  });
});

it('what one answers about pain', async () => {
  const pain = [{ exercise: 'brug', day: '2026-11-24' }];
  await drive({ store: remembering({ pain }) }, '', async (app) => {
    expect(app.state().dialog).toBe('painBack');
    await app.input('Up', 'OK', 'OK');
    expect(app.services.memoryStore.memory.pain).toMatchObject([{ answer: 'worse' }]);
  });
});

it('the digits of the PIN, right and wrong', async () => {
  const centre = { ...NO_CENTRE, startIn: 'waiting-room' as const, pin: PIN };
  await drive({ centre }, '', async (app) => {
    await go(app, '#log');
    // 2, 5, 8 and done; from that corner 2, 5, 8, 0 and done.
    await app.input('Up', 'OK', 'Down', 'OK', 'Down', 'OK', 'Down', 'Right', 'OK');
    await app.input('Left', 'Up', 'Up', 'Up', 'OK', 'Down', 'OK', 'Down', 'OK', 'Down', 'OK');
    await app.input('Right', 'OK');
  });
});

const memory = { ...emptyMemory(3), routines: [routine] };
it.each([
  ['that is taken in', writeDocument(memory), 'taken in'],
  ['with a wrong entry', writeDocument(memory).replace('"brug"', `"${NAME}"`), 'refused'],
  ['that is no JSON', `{"routines": ${NAME}}`, 'refused'],
])('a file of what was remembered, %s', async (_, text, outcome) => {
  const inputs: HTMLInputElement[] = [];
  vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (
    this: HTMLInputElement,
  ) {
    inputs.push(this);
  });
  URL.createObjectURL ??= () => '';
  await drive({}, '#settings', async (app) => {
    await seek(app, 'set:import');
    await app.input('OK');
    const [input] = inputs;
    if (!input) throw new Error('No file was asked for');
    Object.defineProperty(input, 'files', { value: [new File([text], `${NAME}.json`)] });
    input.dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(app.state().dialog).toBe('import'));
    const said = JSON.stringify(window.beweegMee?.log.entries);
    expect(said).toContain(`A file of what was kept was ${outcome}`);
  });
});
