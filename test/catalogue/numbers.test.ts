/**
 * Tests every number against the brochure. The table comes from a reading of the brochure, not from the
 * file: `*` marks a number that is ours, `~` a number that the brochure gives as "ongeveer".
 */
import { describe, expect, test } from 'vitest';
import { committedFile } from './files';

const LIFT = 'lift 2*, hold, lower 2*, ready 1*';
const PELVIS = 'hollow 3*, round 3*';
const OPEN_REST = 'restSeconds 20*';
const ALTERNATIONS = `sets 1*, reps 10*, sides none, ${OPEN_REST}`;
const STRONG = `reps 10, holdCounts 3*, sides none, ${OPEN_REST}`;
const CALM = `sets 1*, durationSeconds 120*, sides alternate, ${OPEN_REST}`;
const FALL = 'fall 3*, back 3*';
const eachLeg = (hold: string, seconds: number) =>
  `sets 1*, reps 1*, holdCounts ${hold}, sides each, ${OPEN_REST}, switchSeconds ${seconds}*`;

type Row = [id: string, ...facts: string[]];

/** id | title | category, level, position, equipment | parts: dose ; movement */
const TABLE: Row[] = [
  [
    'bekken-ruglig',
    'Holle/bolle rug maken vanuit ruglig',
    'houding basic supine mat',
    `${ALTERNATIONS}; ${PELVIS}`,
  ],
  [
    'bekken-handen-knieen',
    'Holle/bolle rug maken vanuit handen- en knieënsteun',
    'houding basic handsAndKnees mat',
    `${ALTERNATIONS}; ${PELVIS}`,
  ],
  [
    'bekken-zit',
    'Holle/bolle rug maken vanuit zit',
    'houding basic sitting chair',
    `${ALTERNATIONS}; ${PELVIS}`,
  ],
  [
    'bekken-stand',
    'Holle/bolle rug maken vanuit stand',
    'houding basic standing',
    `${ALTERNATIONS}; ${PELVIS}`,
  ],
  [
    'brug',
    'Rug- en bilspieren',
    'kracht basic supine mat',
    `sets 2, reps 15, holdCounts 3*, sides none, ${OPEN_REST}; ${LIFT}`,
  ],
  [
    'brug-eenbenig',
    'Rug- en bilspieren: moeilijkere variant',
    'kracht harder supine mat',
    `sets 2, reps 10, holdCounts 3*, sides alternate*, ${OPEN_REST}; ${LIFT}`,
  ],
  [
    'rug-zitbal',
    'Rugspieroefening met zitbal',
    'kracht advanced onBall ball support',
    `sets 2, ${STRONG}; ${LIFT}`,
  ],
  [
    'rug-buiklig',
    'Rugspieroefening vanuit buiklig',
    'kracht advanced prone mat',
    `sets 2, ${STRONG}; ${LIFT}`,
  ],
  [
    'superman',
    'Stabilisatie-oefening: ‘Superman’',
    'kracht basic handsAndKnees mat',
    `sets 1, reps 20, holdCounts 3*, sides alternate, ${OPEN_REST}; ${LIFT}`,
  ],
  [
    'zijplank',
    'Zijwaartse plankhouding',
    'kracht basic sideLying mat',
    `${eachLeg('10', 12)}; ${LIFT}`,
  ],
  [
    'fietsen',
    'Buikspieroefening: fietsen vanuit ruglig',
    'kracht basic supine mat',
    'sets 1, durationSeconds 30, sides none, restSeconds 10*; turn 1.5*',
    `sets 1, durationSeconds 30, sides none, ${OPEN_REST}; turn-backward 1.5*`,
  ],
  [
    'schaar',
    'Buikspieroefening: schaarbeweging maken met de benen',
    'kracht basic supine mat',
    `sets 1, reps 20, sides none, ${OPEN_REST}; stroke 2*`,
  ],
  [
    'benen-open-dicht',
    'Buikspieroefening: benen open en dicht laten vallen',
    'kracht basic supine mat',
    `sets 1, reps 20, sides none, ${OPEN_REST}; open 1*, close 1*`,
  ],
  ['rotatie-ruglig', 'Rotatie vanuit ruglig', 'mobiliteit basic supine mat', `${CALM}; ${FALL}`],
  [
    'rotatie-zitbal',
    'Mobiliserende oefening met zitbal',
    'mobiliteit basic supine mat ball',
    `${CALM}; ${FALL}`,
  ],
  [
    'bolletje',
    'Rekoefening voor de rugspieren (‘bolletje’ maken)',
    'mobiliteit basic supine mat',
    `sets 1*, reps 1*, holdCounts ~15, sides none, ${OPEN_REST}; ${LIFT}`,
  ],
  [
    'rek-onderrug-bil',
    'Rekoefening voor onderrug/bilspieren',
    'mobiliteit basic supine mat',
    `${eachLeg('~15', 5)}; ${LIFT}`,
  ],
  [
    'rek-bil',
    'Rekoefening voor bilspieren',
    'mobiliteit basic supine mat',
    `${eachLeg('~15', 5).replace('sides each', 'sides each*')}; ${LIFT}`,
  ],
  [
    'rek-rug-schouders',
    'Rekoefening rug + schouders',
    'mobiliteit basic kneeling mat',
    `sets 1*, reps 1*, holdSeconds ~15, sides none, restSeconds 5*; ${LIFT}`,
    `sets 1*, reps 1*, holdSeconds ~15, sides each, ${OPEN_REST}, switchSeconds 5*; side-lift 2*, side-hold, side-lower 2*, ready 1*`,
  ],
  [
    'hamstrings-actief',
    'Actieve rekoefening hamstrings',
    'mobiliteit basic supine mat',
    `${eachLeg('15', 5)}; ${LIFT}`,
  ],
  [
    'hamstrings-passief',
    'Passieve rekoefening hamstrings',
    'mobiliteit basic standing chair support',
    `${eachLeg('15', 8)}; ${LIFT}`,
  ],
  [
    'quadriceps',
    'Rekoefening quadriceps',
    'mobiliteit basic standing support',
    `${eachLeg('15', 8)}; ${LIFT}`,
  ],
  [
    'heupbuigers',
    'Rekoefening heupbuigers',
    'mobiliteit basic halfKneeling mat',
    `${eachLeg('15', 8)}; ${LIFT}`,
  ],
];

interface Sourced {
  value: number | string;
  from: string;
  about?: boolean;
}

const say = ({ value, from, about }: Sourced) =>
  `${about ? '~' : ''}${value}${from === 'ours' ? '*' : ''}`;

const exercises = committedFile().exercises;

describe('the numbers of the brochure', () => {
  test('are those of 23 exercises, in the order of the brochure', () => {
    expect(exercises.map(({ id }) => id)).toEqual(TABLE.map(([id]) => id));
    expect(TABLE).toHaveLength(23);
  });

  test.each(TABLE)('%s', (id, title, facts, ...parts) => {
    const entry = exercises.find((one) => one.id === id);
    if (!entry) throw new Error(`no ${id}`);
    expect(entry.title).toBe(title);
    const { category, level, position, equipment } = entry;
    expect([category, level, position, ...equipment].join(' ')).toBe(facts);
    const found = entry.parts.map(({ dose, movement }) => {
      const numbers = Object.entries(dose).map(([name, number]) => `${name} ${say(number)}`);
      const steps = movement.map((step) =>
        step.phase === 'hold' ? step.clip : `${step.clip} ${say(step.seconds)}`,
      );
      return `${numbers.join(', ')}; ${steps.join(', ')}`;
    });
    expect(found).toEqual(parts);
  });
});
