/**
 * What a patient reads when something fails: a sentence of the language files, in the language of the app,
 * without the name of a file, an exception or an address. What exactly is wrong is for staff.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Problem, ProblemKind } from '../../src/app/services';
import type { CodeProblem } from '../../src/session/code/routineCode';
import { problemText } from '../../src/texts/code';
import { CODES, type Language } from '../../src/texts/languages';
import { translator } from '../../src/texts/translate';
import type { StorageTrouble } from '../../src/tv/memoryStore';
import { problemSentences } from '../../src/ui/pages/home/problemNotice';
import { EXERCISES, textsIn } from './fakes';
import { start, type TestApp } from './harness';

afterEach(() => {
  vi.restoreAllMocks();
  window.beweegMee?.mirror.remove();
});

/** Every sentence for staff has all that no patient should read. */
const STAFF = 'catalogue/x.json: exercise "stuk": expected a list (TypeError: Failed to fetch)';

/** Every kind there is: the compiler asks for the ones that come. */
const KINDS: Record<ProblemKind, Partial<Problem>> = {
  centre: {},
  catalogue: {},
  cataloguePart: {},
  refused: {},
  exercise: { exercise: 'stuk' },
  entry: {},
  film: { exercise: 'brug' },
  media: {},
  mediaPart: {},
  translation: {},
  translationPart: { exercise: 'brug' },
  language: {},
};
const ALL = Object.entries(KINDS).map(
  ([kind, more]): Problem => ({ kind: kind as ProblemKind, sentence: STAFF, ...more }),
);

const CODE_PROBLEMS: Record<CodeProblem['kind'], CodeProblem> = {
  short: { kind: 'short' },
  mistyped: { kind: 'mistyped' },
  newer: { kind: 'newer' },
  catalogue: { kind: 'catalogue' },
  character: { kind: 'character', character: '?', place: 2 },
  exercise: { kind: 'exercise', number: 3 },
  dose: { kind: 'dose', number: 3 },
};

const TROUBLES: Record<StorageTrouble, `trouble.${StorageTrouble}`> = {
  refused: 'trouble.refused',
  full: 'trouble.full',
  corrupt: 'trouble.corrupt',
  foreign: 'trouble.foreign',
  newer: 'trouble.newer',
};

/** A name of a file, of a field, of an exception; a placeholder that nothing filled. */
const MACHINERY =
  /\.(json|js|svg|png|m4s|mp4|txt)\b|\b(HTTP|JSON|NaN|null|undefined)\b|\b[a-z]+[A-Z]\w*|\w+Error\b|\{\w*\}|https?:/;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** True for a sentence that this language's file has, with anything in its placeholders. */
function isFrom(language: Language, sentence: string): boolean {
  return Object.values(textsIn(language)).some((text) => {
    const pattern = text.split(/\{\w+\}/).map(escaped);
    return new RegExp(`^${pattern.join('[^\\n]*')}$`).test(sentence);
  });
}

/** Words that an English sentence has, and none in another language of the app. */
const ENGLISH = /\b(the|could|not|should|expected|is missing|loaded|file|field)\b/i;

function expectForPatients(language: Language, sentence: string) {
  expect(sentence).not.toMatch(MACHINERY);
  if (language !== 'en') expect(sentence).not.toMatch(ENGLISH);
  expect(isFrom(language, sentence), sentence).toBe(true);
}

describe.each(CODES)('in %s', (language) => {
  const t = translator(textsIn(language), language);

  it.each(ALL)('a problem of the kind $kind', (problem) => {
    for (const exercises of [EXERCISES, []]) {
      const sentences = problemSentences({ t, problems: [problem], exercises });
      expect(sentences).toHaveLength(1);
      for (const one of sentences) expectForPatients(language, one);
    }
  });

  it('a code that can’t be read', () => {
    for (const problem of Object.values(CODE_PROBLEMS))
      expectForPatients(language, problemText(t, problem));
  });

  it('a memory that can’t be kept or read', () => {
    for (const key of Object.values(TROUBLES)) expectForPatients(language, t(key));
  });

  it('no text but the licences names a file, a field or an exception', () => {
    for (const [key, text] of Object.entries(textsIn(language))) {
      if (key === 'about.licencesText') continue;
      expect(text.replace(/\{\w+\}/g, ''), key).not.toMatch(MACHINERY);
    }
  });
});

/** The texts of the open dialog, without its buttons' names. */
const linesOf = (app: TestApp, before: readonly string[]) =>
  app.texts().filter((text) => !before.includes(text));

describe('on the screen', () => {
  it('all problems at once, in the notice and in its dialog', async () => {
    const app = await start({ problems: ALL });
    const home = app.texts();
    expect(home.join('\n')).not.toMatch(/x\.json|TypeError|expected/);
    await app.input('Down', 'OK');
    expect(app.state().dialog).toBe('problems');
    const dialog = linesOf(app, home).join(' ').replace(/\n/g, ' ');
    expect(dialog).not.toMatch(MACHINERY);
    expect(dialog).not.toMatch(ENGLISH);
    expect(dialog).toContain('Niet alle oefeningen konden geladen worden.');
  });

  it.each([
    ['no JSON', 'hallo', 'import.corrupt'],
    ['nothing', '', 'import.corrupt'],
    ['another app’s', '{"app": "TypeError", "x": 1}', 'import.foreign'],
    ['a list', '[1]', 'import.foreign'],
    ['a newer app’s', '{"app": "beweeg-mee", "version": 99}', 'import.newer'],
    ['a wrong entry', '{"app": "beweeg-mee", "version": 1, "history": 7}', 'import.corrupt'],
  ])('a file to import that is %s', async (_, text, key) => {
    const inputs: HTMLInputElement[] = [];
    vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (
      this: HTMLInputElement,
    ) {
      inputs.push(this);
    });
    URL.createObjectURL ??= () => '';
    const app = await start({}, '#settings');
    for (let n = 0; n < 40 && app.focused() !== 'set:import'; n += 1) await app.input('Down');
    const before = app.texts();
    await app.input('OK');
    const [input] = inputs;
    if (!input) throw new Error('No file was asked for');
    Object.defineProperty(input, 'files', { value: [new File([text], 'x.json')] });
    input.dispatchEvent(new Event('change'));
    await expect.poll(() => app.state().dialog).toBe('import');
    await app.settle();
    const dialog = linesOf(app, before).join(' ').replace(/\s+/g, ' ');
    expect(dialog).toContain(textsIn('nl')[key]);
    expect(dialog).toContain(textsIn('nl')['import.kept']);
    expect(dialog).not.toMatch(MACHINERY);
    expect(dialog).not.toMatch(ENGLISH);
  });
});

it('no page draws what an exception or a file’s problem says: only the log has it', () => {
  const root = join(import.meta.dirname, '../../src');
  const files = ['ui', 'phone'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !(folder === 'ui' && file.startsWith('log')))
      .map((file) => join(folder, file)),
  );
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter((line) =>
        /\b(error|Error\)|problem)\.(message|sentence)\b|String\(error\)/.test(line),
      )
      .filter((line) => !/\blog\.add\(|=> log\.add\(/.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
