/** Tests the words of voice and captions for any timeline: never two at once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../src/catalogue/types';
import { captionAt, captionsOf } from '../../src/timeline/captions';
import { compileTimeline } from '../../src/timeline/compile';
import {
  type Phrase,
  type PhraseKey,
  phrase,
  phraseClips,
  phraseText,
  plain,
  sentenceText,
  speakable,
  textClip,
} from '../../src/timeline/phrases';
import { FPS, type Timeline } from '../../src/timeline/types';
import { utterancesOf } from '../../src/timeline/utterances';
import { BREATH, planVoice, VOICE_MODES, type VoiceMode } from '../../src/timeline/voicePlan';
import nl from '../../static/texts/nl.json';
import { realExercises } from '../support/catalogue';
import { anyExercise, anyPace, bridge, cycling, inTurns, sidePlank } from '../support/exercises';

const template = (key: PhraseKey) => nl[key];
const text = (says: readonly Phrase[]) => sentenceText((one) => phraseText(template, one), says);
/** The duration of words at a calm pace, seconds. */
const secondsOf = (says: readonly Phrase[]) => 0.25 + text(says).length / 15;

function said(
  exercise: Exercise,
  mode: VoiceMode = 'cues',
  more: Partial<{ next: Exercise }> = {},
) {
  const timeline = compileTimeline(exercise);
  const utterances = utterancesOf(timeline, { exercise, ...more });
  return planVoice(utterances, mode, secondsOf).map((one) => ({
    time: one.time,
    says: text(one.says),
  }));
}

const between = (from: number, to: number, all: { time: number; says: string }[]) =>
  all.filter(({ time }) => time >= from && time < to).map(({ says }) => says);

describe('the voice', () => {
  it('leads through a repetition: its number, up, hold, the counts on their seconds, back', () => {
    const all = said(bridge({ sets: 1, reps: 3 }));
    expect(between(12, 20, all)).toEqual(['Nummer 2', 'Omhoog', 'Hou aan', '3', '2', '1', 'Terug']);
    const hold = all.find(({ time, says }) => says === 'Hou aan' && time > 12);
    // The word ends before the first count, which is on its second.
    expect(hold?.time).toBeLessThan(15 - secondsOf([phrase('phase.hold')]));
    expect(all.filter(({ says }) => says === '3').map(({ time }) => time)).toContain(15);
  });

  it('says the position before one takes it, and which side comes first', () => {
    const exercise: Exercise = { ...sidePlank(), position: 'prone' };
    const timeline = compileTimeline(exercise, { preparationSeconds: 12 });
    const spoken = planVoice(utterancesOf(timeline, { exercise }), 'cues', secondsOf);
    const words = spoken.map(({ says }) => text(says));
    expect(words.slice(0, 3)).toEqual(['zijplank', 'Op je buik', 'Eerst links']);
    expect(words).toEqual(expect.arrayContaining(['Wissel van kant', 'Nu rechts']));
  });

  it('tells at the end that one lies face down next', () => {
    const next = { ...bridge(), position: 'prone' } as Exercise;
    const timeline = compileTimeline(bridge());
    const short = () => 0.8;
    const spoken = planVoice(utterancesOf(timeline, { exercise: bridge(), next }), 'cues', short);
    expect(spoken.slice(-2).map(({ says }) => text(says))).toEqual(['Klaar', 'Hierna op je buik']);
  });

  it('says halfway, two more, rest, and the set that comes', () => {
    const all = said(bridge()).map(({ says }) => says);
    for (const what of ['Halfweg', 'Nog twee']) {
      expect(all.filter((one) => one === what)).toHaveLength(2);
    }
    expect(all).toEqual(expect.arrayContaining(['Rust', 'Hierna reeks 2 van 2', 'Klaar']));
  });

  it('names the side of every turn', () => {
    const sides = said(inTurns(6)).filter(({ says }) => says === 'Links' || says === 'Rechts');
    expect(sides.map(({ says }) => says)).toEqual([
      'Links',
      'Rechts',
      'Links',
      'Rechts',
      'Links',
      'Rechts',
    ]);
  });

  it('leads through a timed effort by its length, its half and its last three', () => {
    const all = said(cycling());
    expect(between(5, 45, all)).toEqual([
      'Ga door',
      '30 seconden',
      'Halfweg',
      '3',
      '2',
      '1',
      'Rust',
      '3',
      '2',
      '1',
    ]);
  });

  it('alternates hollow and round by their own words, and still says which it is', () => {
    const exercise = realExercises().get('bekken-zit') as Exercise;
    const all = said(exercise);
    expect(between(5, 17, all)).toEqual(['Hol', 'Nummer 1', 'Bol', 'Hol', 'Nummer 2', 'Bol']);
  });

  it('reads the instruction only when everything is wanted, and only whole sentences in order', () => {
    const exercise = { ...bridge(), instruction: ['Eén zin. Twee zinnen.', 'Een derde zin.'] };
    const timeline = compileTimeline(exercise, { preparationSeconds: 12 });
    const utterances = utterancesOf(timeline, { exercise });
    const read = (mode: VoiceMode, seconds = secondsOf) =>
      planVoice(utterances, mode, seconds)
        .filter(({ utterance }) => utterance.kind === 'instruction')
        .map(({ says }) => text(says));
    expect(read('cues')).toEqual([]);
    expect(read('everything')).toEqual(['Eén zin.', 'Twee zinnen.', 'Een derde zin.']);
    // The second sentence has no room. The third has, but is left out too.
    const slow = (says: readonly Phrase[]) => (text(says) === 'Twee zinnen.' ? 9 : 1);
    expect(read('everything', slow)).toEqual(['Eén zin.']);
  });
});

describe('for any exercise, dose and pace', () => {
  const anyLength = fc.integer({ min: 5, max: 40 }).map((tenths) => tenths / 10);

  it('no two are spoken at once, each in its window, and every count of every hold is there', () => {
    fc.assert(
      fc.property(
        anyExercise,
        anyPace,
        fc.constantFrom(...VOICE_MODES),
        anyLength,
        (exercise, pace, mode, slowness) => {
          const timeline = compileTimeline(exercise, { pace });
          const utterances = utterancesOf(timeline, { exercise });
          const spoken = planVoice(utterances, mode, (says) => secondsOf(says) * slowness);
          let over = -1;
          for (const { seconds, time, utterance } of spoken) {
            expect(time).toBeGreaterThanOrEqual(over - 1e-6);
            over = time + seconds + BREATH;
            expect(time).toBeGreaterThanOrEqual(utterance.earliest - 1e-6);
            expect(time).toBeLessThanOrEqual(utterance.latest + 1e-6);
            if (utterance.endBy) expect(time + seconds).toBeLessThanOrEqual(utterance.endBy + 1e-6);
          }
          const counts = spoken
            .filter(({ utterance }) => utterance.kind === 'count')
            .map(({ says, time }) => `${Math.round(time * FPS)} ${text(says)}`);
          const held = timeline.segments
            .filter(({ phase }) => phase === 'hold')
            .map(({ count, startFrame }) => `${startFrame} ${count}`);
          if (mode === 'off') expect(spoken).toEqual([]);
          else expect(counts).toEqual(expect.arrayContaining(held));
        },
      ),
      { numRuns: 120 },
    );
  });

  it('nothing is left out for something less important', () => {
    fc.assert(
      fc.property(anyExercise, anyPace, (exercise, pace) => {
        const timeline = compileTimeline(exercise, { pace });
        const utterances = utterancesOf(timeline, { exercise });
        const spoken = planVoice(utterances, 'cues', secondsOf);
        const there = new Set(spoken.map(({ utterance }) => utterance));
        for (const left of utterances) {
          if (there.has(left) || left.kind === 'instruction') continue;
          const room = Math.min(secondsOf(left.says), left.kind === 'count' ? 0.92 : 99) + BREATH;
          const latest = Math.min(left.latest, (left.endBy ?? Number.POSITIVE_INFINITY) - room);
          if (latest < left.earliest) continue;
          // At its earliest moment, an utterance of at least the same importance was in the way.
          const inTheWay = spoken.filter(
            (one) =>
              one.time < left.earliest + room - 1e-6 &&
              one.time + one.seconds + BREATH > left.earliest + 1e-6,
          );
          expect(
            inTheWay.some(({ utterance }) => utterance.priority >= left.priority),
            `${left.time} ${text(left.says)}`,
          ).toBe(true);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('captions tell the repetition, the hold and its counts, the side and the end', () => {
    fc.assert(
      fc.property(anyExercise, anyPace, (exercise, pace) => {
        const timeline = compileTimeline(exercise, { pace });
        const tracks = captionsOf(utterancesOf(timeline, { exercise }));
        const at = (frame: number) => captionAt(tracks, frame / FPS);
        timeline.segments.forEach((segment, index) => {
          const now = at(segment.startFrame);
          const words = text(now.cue?.says ?? []);
          if (segment.phase === 'hold') {
            expect(words).toContain('Hou aan');
            expect(now.count).toBe(segment.count);
          }
          if (segment.phase === 'done') expect(words).toContain('Klaar');
          if (segment.phase === 'switch') expect(words).toContain('Wissel van kant');
          const before = timeline.segments[index - 1];
          if (
            segment.phase === 'move' &&
            !segment.timed &&
            before?.repetition !== segment.repetition
          ) {
            const plan = timeline.parts.find(({ part }) => part === segment.part);
            if ((plan?.repetitions ?? 0) > 1) {
              expect(`${words} ${now.count}`).toContain(String(segment.repetition));
            }
            if (plan?.sides === 'alternate') {
              expect(words).toContain(segment.side === 'left' ? 'Links' : 'Rechts');
            }
          }
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('captions of the instruction', () => {
  const exercise = realExercises().get('superman') as Exercise;
  const tracksFor = (preparationSeconds: number) => {
    const timeline: Timeline = compileTimeline(exercise, { preparationSeconds });
    return captionsOf(utterancesOf(timeline, { exercise }));
  };

  it.each([
    5, 12, 20, 90,
  ])('can be read, all of it, in order, after %s s of preparation', (seconds) => {
    const tracks = tracksFor(seconds);
    expect(tracks.reading.map(({ says }) => text(says)).join(' ')).toBe(
      exercise.instruction.join(' '),
    );
    tracks.reading.forEach(({ says, time }, index) => {
      const until = tracks.reading[index + 1]?.time ?? tracks.readUntil;
      expect(text(says).length / (until - time)).toBeLessThanOrEqual(15.001);
    });
  });

  it('fill a long preparation, and go on beside the cues of a short one', () => {
    expect(captionAt(tracksFor(90), 80).reading).toBeDefined();
    const short = captionAt(tracksFor(5), 7.5);
    expect(text(short.cue?.says ?? [])).toBe('Hou aan');
    expect(short.reading).toBeDefined();
    expect(captionAt(tracksFor(5), 100).reading).toBeUndefined();
  });
});

describe('a phrase', () => {
  it('is text and clips of the same words', () => {
    const set = phrase('voice.nextSet', { n: 2, all: 3 });
    expect(phraseText(template, set)).toBe('Hierna reeks 2 van 3');
    expect(phraseClips(template, set)).toEqual([
      { clip: 'voice.nextSet-1', text: 'Hierna reeks' },
      { clip: 'number-2', text: '2' },
      { clip: 'voice.nextSet-2', text: 'van' },
      { clip: 'number-3', text: '3' },
    ]);
    expect(phraseClips(template, phrase('voice.next', { text: 'Achteruit' }))).toEqual([
      { clip: 'voice.next', text: 'Hierna' },
      { clip: 'text-achteruit', text: 'Achteruit' },
    ]);
    expect(phraseClips(template, phrase('phase.hold'))).toEqual([
      { clip: 'phase.hold', text: 'Hou aan' },
    ]);
    expect(phraseClips(template, plain('Eén been'))).toEqual([
      { clip: 'text-een-been', text: 'Eén been' },
    ]);
  });

  it('names long texts that begin alike apart', () => {
    const begin = 'Vanuit ruglig trek je de beide benen naar je toe en ';
    expect(textClip(`${begin}adem uit`)).not.toBe(textClip(`${begin}adem in`));
    expect(textClip(`${begin}adem uit`)).toMatch(/^text-[a-z0-9-]{1,60}$/);
  });

  it('is spoken without its signs', () => {
    expect(speakable(template, 'Doe dit 20x (10x per zijde), rek (= bolletje) ‘Hol/bol’.')).toBe(
      'Doe dit 20 keer, 10 keer per zijde, rek, bolletje, Hol bol.',
    );
  });
});
