/**
 * One sign, one meaning: every icon of the screens, what it means, and the words beside it. Whoever gives an
 * icon to other words puts them here under its meaning, or takes another icon.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import icons from '../../src/ui/theme/icons.json';

const UI = join(import.meta.dirname, '../../src/ui');
const PICTOGRAMS = join(import.meta.dirname, '../../static/pictograms');

interface Sign {
  means: string;
  /** Keys of the texts beside it, or the name of what it belongs to, or the component that draws it. */
  words: string[];
}

const SIGNS: Record<string, Sign> = {
  airplay: { means: 'a screen that shows by itself', words: ['settings.waitingRoom'] },
  'alert-triangle': {
    means: 'take care, or something is wrong',
    words: [
      ...['caution.title', 'level.advanced', 'erase.title', 'home.problemTitle', 'language.failed'],
      ...['home.problemSome', 'load.catalogue', 'empty', 'files', 'stale'],
    ],
  },
  'arrow-down': { means: 'down', words: ['routine.down', 'routine.up', 'KeyHints'] },
  'arrow-left': { means: 'to the left', words: ['SoundStrip', 'KeyHints'] },
  'arrow-right': { means: 'to the right', words: ['SoundStrip', 'KeyHints'] },
  'arrow-up': { means: 'up', words: ['routine.down', 'routine.up', 'SoundStrip', 'KeyHints'] },
  'book-open': {
    means: 'from the brochure',
    words: ['home.advice', 'about.sources', 'DonePage', 'RoomBody'],
  },
  briefcase: { means: 'for staff', words: ['settings.staff'] },
  calendar: { means: 'the days', words: ['history.title'] },
  'captions-solid': { means: 'captions', words: ['menu.captions', 'player.captions'] },
  check: { means: 'done', words: ['adjust.done', 'code.read', 'MonthCalendar', 'WeekLine'] },
  'check-circle': {
    means: 'it is so: chosen, done, in order',
    words: ['languageDialog', 'routine.added', 'routine.isIn', 'done', 'doneDialog', 'well'],
  },
  'chevron-down': { means: 'more text below', words: ['AdviceCard', 'PagedText', 'more'] },
  'chevron-left': { means: 'less, earlier', words: ['MonthCalendar', 'ValueRow'] },
  'chevron-right': { means: 'more, later', words: ['MonthCalendar', 'ValueRow'] },
  clock: { means: 'how long', words: ['settings.minutes'] },
  copy: { means: 'a copy', words: ['routine.copy', 'routine.keep'] },
  delete: { means: 'one character back', words: ['code.takeBack'] },
  download: { means: 'into a file', words: ['settings.export'] },
  'edit-2': { means: 'another name', words: ['routine.rename'] },
  eye: { means: 'easier to see', words: ['sight.contrast'] },
  'file-text': { means: 'licences', words: ['about.licences'] },
  frown: { means: 'pain', words: ['pain.title', 'painBack.title', 'hurt', 'doneHurt'] },
  globe: { means: 'language', words: ['language', 'settings.language'] },
  hash: { means: 'a code', words: ['code.tile'] },
  home: { means: 'the home screen', words: ['done.home'] },
  info: {
    means: 'something to know',
    words: [
      'about.what',
      'exercise.how',
      'routine.full',
      'settings.about',
      'settingsDialogs',
      'told',
    ],
  },
  list: { means: 'a routine', words: ['home.look', 'routineChanges'] },
  lock: { means: 'privacy', words: ['about.privacy'] },
  'maximize-2': { means: 'distance', words: ['settings.distance', 'take.room'] },
  'message-circle': { means: 'the voice', words: ['menu.voice', 'settings.voice'] },
  'minus-circle': {
    means: 'left out',
    words: ['exercise.leaveOut', 'leftOut', 'painBack.toShelf'],
  },
  'more-horizontal': { means: 'other actions', words: ['routine.more'] },
  'ours-solid': { means: 'our number, not the brochure’s', words: ['shapes'] },
  package: { means: 'equipment', words: ['settings.have'] },
  'pause-circle': { means: 'it waits for OK', words: ['settings.wait'] },
  'pause-solid': { means: 'pause', words: ['PauseCard', 'preload'] },
  'play-solid': {
    means: 'it plays',
    words: [
      ...['home.start', 'exercise.start', 'routine.start', 'caution.start'],
      ...['menu.resume', 'resume.go'],
    ],
  },
  plus: {
    means: 'add',
    words: ['RoutineTile', 'exercise.add', 'home.newRoutine', 'routine.add', 'routine.onceMore'],
  },
  'qr-solid': { means: 'take along on a phone', words: ['take.button'] },
  'refresh-cw': { means: 'load again', words: ['home.retry'] },
  repeat: {
    means: 'from the beginning again',
    words: ['done.again', 'home.leftAnew', 'menu.repeat', 'more', 'resume.again'],
  },
  'rotate-ccw': {
    means: 'back as it was',
    words: ['adjust.brochure', 'home.undo', 'leftOut.bringBack', 'told'],
  },
  settings: { means: 'settings', words: ['settings.title'] },
  shuffle: { means: 'other exercises', words: ['home.another'] },
  'skip-back': { means: 'the exercise before', words: ['menu.previous'] },
  'skip-forward': {
    means: 'past this exercise',
    words: ['menu.end', 'menu.next', 'skipped'],
  },
  sliders: { means: 'adjust', words: ['exercise.adjust'] },
  tag: { means: 'version', words: ['about.version'] },
  tool: { means: 'for who manages the screen', words: ['log.title'] },
  'trash-2': {
    means: 'away for good',
    words: ['erase.erase', 'settings.erase', 'routine.delete', 'routine.remove'],
  },
  'trending-up': { means: 'harder', words: ['settings.harder'] },
  tv: { means: 'the screen’s size', words: ['settings.diagonal'] },
  type: { means: 'letters', words: ['sight.text'] },
  upload: { means: 'out of a file', words: ['settings.import'] },
  users: { means: 'a group', words: ['settings.group', 'group.on'] },
  'video-off': { means: 'no film', words: ['video'] },
  'volume-2': { means: 'sound', words: ['SoundStrip', 'settings.volume'] },
  'volume-x': { means: 'no sound', words: ['SoundStrip', 'settings.volume'] },
  'wifi-off': { means: 'no network', words: ['offline'] },
  wind: { means: 'motion', words: ['sight.still'] },
};

/** Those of Feather, and those that were drawn for this app. */
const NAMES = new Set([
  ...icons,
  ...readdirSync(PICTOGRAMS)
    .filter((file) => file.endsWith('-solid.svg'))
    .map((file) => file.replace('.svg', '')),
]);

const isName = (node: ts.Node): node is ts.StringLiteral =>
  ts.isStringLiteral(node) && NAMES.has(node.text);

/** All texts of a kind within a node. */
function within<T extends ts.Node>(node: ts.Node, is: (one: ts.Node) => one is T): T[] {
  const found: T[] = is(node) ? [node] : [];
  node.forEachChild((child) => void found.push(...within(child, is)));
  return found;
}

/** The name of a property: `icon`, `label`, `hurt`. */
const nameOf = (node: ts.ObjectLiteralElementLike): string =>
  node.name && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)) ? node.name.text : '';

/** What stands beside an icon: the keys of its label or title, else its id, else the name of its object. */
function wordsBeside(object: ts.ObjectLiteralExpression): string[] {
  const valueAt = (wanted: string) => {
    const one = object.properties.find((property) => nameOf(property) === wanted);
    return one && ts.isPropertyAssignment(one) ? one.initializer : undefined;
  };
  for (const wanted of ['label', 'title', 'text', 'id']) {
    const value = valueAt(wanted);
    const isText = wanted !== 'id';
    const calls = value && isText ? within(value, ts.isCallExpression) : [];
    const keys = calls.flatMap(({ arguments: [key], expression }) =>
      key && expression.getText().split('.')[0] === 't' ? within(key, ts.isStringLiteral) : [],
    );
    const ids = value && !isText ? within(value, ts.isStringLiteral) : [];
    const said = [...keys, ...ids].map(({ text }) => text).filter(Boolean);
    if (said.length) return said;
  }
  const { parent } = object;
  return ts.isPropertyAssignment(parent) ? [nameOf(parent)] : [];
}

/** Each icon in a file with the words beside it, as `icon: words`. */
function usesIn(path: string): string[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(join(UI, path), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const file = path.split('/').pop()?.replace('.ts', '') ?? path;
  const uses: string[] = [];
  const note = (value: ts.Node, words: string[]) => {
    for (const { text } of within(value, isName)) {
      uses.push(...(words.length ? words : [file]).map((word) => `${text}: ${word}`));
    }
  };
  const visit = (node: ts.Node) => {
    if (ts.isPropertyAssignment(node) && nameOf(node) === 'icon') {
      note(node.initializer, wordsBeside(node.parent as ts.ObjectLiteralExpression));
      return;
    }
    const isDrawn =
      ts.isCallExpression(node) && ['icon', 'arrow'].includes(node.expression.getText());
    if (isDrawn) for (const one of node.arguments) note(one, [file]);
    if (ts.isCallExpression(node) && node.expression.getText() === 'section') {
      const [, name, label] = node.arguments;
      if (name && label)
        note(
          name,
          within(label, ts.isStringLiteral).map(({ text }) => text),
        );
    }
    if (ts.isVariableDeclaration(node) && node.name.getText() === 'HINT_ICONS') {
      note(node, [file]);
    }
    if (ts.isVariableDeclaration(node) && node.type?.getText().includes('IconName')) {
      const table = node.initializer;
      for (const one of table && ts.isObjectLiteralExpression(table) ? table.properties : []) {
        if (ts.isPropertyAssignment(one) && isName(one.initializer)) {
          note(one.initializer, [nameOf(one)]);
        }
      }
    }
    node.forEachChild(visit);
  };
  visit(source);
  return uses;
}

const USES = [
  ...new Set(
    readdirSync(UI, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap(usesIn),
  ),
];

it('each sign stands only with the words of its meaning', () => {
  const known = Object.entries(SIGNS).flatMap(([icon, { words }]) =>
    words.map((word) => `${icon}: ${word}`),
  );
  expect(USES.length).toBeGreaterThan(50);
  expect([...USES].sort()).toEqual(known.sort());
});

it('no two signs have the same meaning, and none is shipped without one', () => {
  const meanings = Object.values(SIGNS).map(({ means }) => means);
  expect(new Set(meanings).size).toBe(meanings.length);
  // A button with a choice draws the empty circle beside `check-circle`.
  expect([...Object.keys(SIGNS), 'circle'].sort()).toEqual([...NAMES].sort());
});

it('what is ours has the asterisk on the screen too, as on the phone and on paper', () => {
  expect(usesIn('theme/shapes.ts')).toEqual(['ours-solid: shapes']);
});
