/** Tests `centre.json`: valid entries count, and each invalid one is named with its place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_CENTRE, readCentre } from '../../../src/session/centre/centre';
import { centreRoutines, waitingRoomExercises } from '../../../src/session/centre/centreRoutines';
import { hashPin } from '../../../src/tv/pin';
import { realExercises } from '../../support/catalogue';

const PIN = hashPin('2468', [...Array(16).keys()]);

const FULL = {
  $schema: './static/catalogue/centre.schema.json',
  version: '2026-11',
  name: 'Revalidatie De Linde',
  logo: 'centre/logo.svg',
  language: 'fr',
  languages: ['fr', 'nl'],
  catalogues: ['catalogue/thuisoefeningen-rug.json'],
  modes: ['waiting-room', 'home'],
  startIn: 'waiting-room',
  openingHours: { monday: ['08:00-12:00', '13:00-17:30'], friday: [] },
  waitingRoom: { exercises: ['brug', 'hol-bol-zit'], repetitions: 2 },
  group: { pace: 0.75, restSeconds: 40, movesOn: true },
  routines: [{ id: 'start', title: 'Rug, begin', exercises: ['brug'] }],
  phoneAddress: 'https://linde.example/beweeg/phone.html',
  screen: { diagonalInches: 65, distanceMetres: 2 },
  pin: PIN,
};

const read = (file: object) => readCentre(JSON.stringify(file));
const sentences = (file: object) => read(file).problems.map(({ sentence }) => sentence);

describe('a sound file', () => {
  it('says all of it', () => {
    const { centre, isBroken, problems } = read(FULL);
    expect(problems).toEqual([]);
    expect(isBroken).toBe(false);
    const { $schema: _, openingHours: __, ...same } = FULL;
    expect(centre).toEqual({
      ...same,
      openingHours: {
        monday: [
          { from: 480, to: 720 },
          { from: 780, to: 1050 },
        ],
        friday: [],
      },
    });
  });

  it('an empty one leaves everything as it is', () => {
    expect(read({})).toEqual({ centre: NO_CENTRE, problems: [], isBroken: false });
  });
});

describe('a wrong entry is named and left out, and the rest holds', () => {
  it.each([
    ['name', 3, 'centre.json: name: expected text of 1 to 60 characters, got 3'],
    ['logo', 'https://elsewhere.example/logo.png', 'centre.json: logo: expected a file beside'],
    ['logo', '//elsewhere.example/logo.png', 'centre.json: logo: expected a file beside'],
    ['logo', '../logo.png', 'centre.json: logo: expected a file beside'],
    ['logo', 'logo.exe', 'centre.json: logo: expected a file beside'],
    ['language', 'Dutch', 'centre.json: language: expected a language code of two letters'],
    ['startIn', 'lobby', 'centre.json: startIn: expected one of "home", "waiting-room", "group"'],
    ['phoneAddress', 'javascript:alert(1)', 'centre.json: phoneAddress: expected an address'],
    ['phoneAddress', 'https://a.example/#x', 'centre.json: phoneAddress: expected an address'],
    ['pin', '1234', 'centre.json: pin: should be what "npm run centre -- pin" prints'],
    ['colour', 'red', 'centre.json: colour: is not a field of this format'],
  ])('%s: %j', (field, value, start) => {
    const { centre, problems } = read({ ...FULL, [field]: value });
    expect(problems.map(({ sentence }) => sentence)).toEqual([expect.stringContaining(start)]);
    const { [field as 'name']: _, ...others } = read(FULL).centre;
    expect(centre).toMatchObject(field === 'version' ? {} : others);
    expect(centre).not.toHaveProperty(field, value);
  });

  it('a PIN that isn’t hashed is not repeated in the sentence', () => {
    expect(sentences({ pin: '97531' }).join()).not.toContain('97531');
  });

  it('of a list only the wrong items go', () => {
    const { centre, problems } = read({
      waitingRoom: { exercises: ['Brug!', 'brug', 7, 'kat'], repetitions: 99 },
      group: { pace: 0.8, restSeconds: 20 },
    });
    expect(centre.waitingRoom).toEqual({ exercises: ['brug', 'kat'], repetitions: 3 });
    expect(centre.group).toEqual({ restSeconds: 20, movesOn: false });
    expect(problems.map(({ field }) => field)).toEqual([
      'waitingRoom.exercises[0]',
      'waitingRoom.exercises[2]',
      'waitingRoom.repetitions',
      'group.pace',
    ]);
  });

  it('of a routine a wrong number goes, and a routine without an id goes whole', () => {
    const { centre, problems } = read({
      routines: [
        { title: 'Zonder', exercises: ['brug'] },
        { id: 'een', title: 'Een', exercises: [{ exercise: 'brug', reps: 900 }, 'kat'] },
        { id: 'een', title: 'Nog een', exercises: ['brug'] },
        { id: 'leeg', title: 'Leeg', exercises: [7] },
      ],
    });
    expect(centre.routines).toEqual([
      { id: 'een', title: 'Een', exercises: [{ exercise: 'brug' }, 'kat'] },
    ]);
    expect(problems.map(({ sentence }) => sentence)).toEqual([
      'centre.json: routines[0].id: is missing',
      expect.stringContaining('routines[1].exercises[0].reps: expected a whole number'),
      expect.stringContaining('routines[3].exercises[0]: expected the id of an exercise'),
      'centre.json: routines: has 2 with the id "een"; the first counts',
    ]);
  });

  it('every unknown field is named', () => {
    const many = Object.fromEntries([...Array(25).keys()].map((n) => [`field${n}`, n]));
    expect(sentences({ ...many, name: 'X' })).toHaveLength(25);
    expect(read({ ...many, name: 'X' }).centre.name).toBe('X');
  });
});

describe('opening hours that can’t be read leave no screen dark', () => {
  it('a wrong span opens its day', () => {
    const { centre, problems } = read({
      openingHours: { monday: ['8-12', '13:00-17:00'], tuesday: ['09:00-10:00'] },
    });
    expect(centre.openingHours).toEqual({
      monday: [{ from: 0, to: 1440 }],
      tuesday: [{ from: 540, to: 600 }],
    });
    expect(problems[0]?.sentence).toBe(
      'centre.json: openingHours.monday[0]: expected hours as "08:00-12:30", got "8-12"',
    );
  });

  it('a day nobody knows opens them all', () => {
    const { centre, problems } = read({ openingHours: { maandag: ['08:00-12:00'] } });
    expect(centre.openingHours).toBeUndefined();
    expect(problems).toHaveLength(1);
  });
});

describe('entries that contradict one another', () => {
  it('are named, and the one that can’t be had goes', () => {
    const { centre } = read({ ...FULL, modes: ['home'], languages: ['de'] });
    expect(centre.startIn).toBeUndefined();
    expect(centre.language).toBeUndefined();
    expect(sentences({ ...FULL, modes: ['home'], languages: ['de'] })).toEqual([
      'centre.json: startIn: is "waiting-room", which "modes" doesn\'t allow',
      'centre.json: language: is "fr", which "languages" doesn\'t offer',
    ]);
  });
});

/** Leaves out names that every object inherits. They refuse the whole file, which `bounds.test.ts` tests. */
const harmless = fc
  .jsonValue()
  .filter((value) => !/__proto__|constructor|prototype/.test(JSON.stringify(value)));

describe('whatever stands there', () => {
  it('is read without a throw, and every problem names the file', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { problems } = readCentre(text);
        for (const { sentence } of problems) expect(sentence).toMatch(/^centre\.json/);
      }),
    );
  });

  it('one damaged entry never costs another', () => {
    const names = Object.keys(FULL).filter((name) => name !== '$schema');
    fc.assert(
      fc.property(fc.constantFrom(...names), harmless, (name, value) => {
        const { centre } = read({ ...FULL, [name]: value });
        const usual = read(FULL).centre;
        for (const other of ['name', 'logo', 'routines', 'screen', 'pin', 'group'] as const) {
          if (other !== name) expect(centre[other]).toEqual(usual[other]);
        }
      }),
    );
  });

  it('a file that is no JSON is broken, and named with its line', () => {
    const { isBroken, problems } = readCentre('{\n  "name": "X",\n}');
    expect(isBroken).toBe(true);
    expect(problems[0]?.sentence).toContain('centre.json: is not valid JSON');
  });
});

describe('against the exercises there are', () => {
  const known = realExercises();
  const [advanced] = [...known.values()].filter(({ level }) => level === 'advanced');

  it('without a list the waiting room shows every basic exercise', () => {
    const { exercises } = waitingRoomExercises(NO_CENTRE, known);
    expect(exercises.length).toBeGreaterThan(10);
    expect(new Set(exercises.map(({ level }) => level))).toEqual(new Set(['basic']));
  });

  it('an advanced or unknown exercise in the list is named and never shown', () => {
    const ids = [advanced?.id ?? '', 'brug', 'bestaat-niet'];
    const centre = { ...NO_CENTRE, waitingRoom: { exercises: ids, repetitions: 3 } };
    const { exercises, problems } = waitingRoomExercises(centre, known);
    expect(exercises.map(({ id }) => id)).toEqual(['brug']);
    expect(problems.map(({ sentence }) => sentence)).toEqual([
      `centre.json: waitingRoom.exercises[0]: ${advanced?.id} is for advanced people, and is never shown here`,
      'centre.json: waitingRoom.exercises[2]: no catalogue has an exercise "bestaat-niet"',
    ]);
  });

  it('a list of which nothing is left shows the basic ones', () => {
    const waitingRoom = { exercises: ['bestaat-niet'], repetitions: 3 };
    const { exercises } = waitingRoomExercises({ ...NO_CENTRE, waitingRoom }, known);
    expect(exercises.map(({ level }) => level)).toContain('basic');
  });

  it('a routine has the doses it asks for, and the brochure’s where they can’t be had', () => {
    const { centre } = read({
      routines: [
        {
          id: 'kort',
          title: 'Kort',
          exercises: [
            { exercise: 'brug', sets: 1, reps: 5, hold: 3 },
            { exercise: 'fietsen', reps: 5 },
            { exercise: 'brug', variant: 'nergens' },
            'bestaat-niet',
          ],
        },
      ],
    });
    const { problems, routines } = centreRoutines(centre, known);
    expect(routines).toHaveLength(1);
    const [bridge, cycling, plain] = routines[0]?.items ?? [];
    expect(bridge?.doses?.[0]).toMatchObject({ sets: 1, reps: 5, holdCounts: 3 });
    expect(cycling).toEqual({ exercise: 'fietsen' });
    expect(plain).toEqual({ exercise: 'brug' });
    expect(problems.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('routine "kort", exercises[1].reps: fietsen: is timed'),
      expect.stringContaining('routine "kort", exercises[2].variant: brug has no variant'),
      expect.stringContaining('routine "kort", exercises[3]: no catalogue has'),
    ]);
  });
});
