/** What a group's screen says: keys that change with what goes on, and the brochure's other way. */
import type { Exercise } from '../../../catalogue/types';
import { withVariant } from '../../../catalogue/variant';
import type { SessionView } from '../../../playback/controller/controller';
import { REST, type WorkStep } from '../../../session/walk/group';
import { stageOf } from '../../../session/walk/walk';
import { capital, exerciseDose } from '../../../texts/dose';
import type { Translate } from '../../../texts/translate';
import type { Spoken, SpokenKey } from '../../access/spoken';
import type { Shell } from '../../shell';
import { pictureOf } from '../home/homeContent';
import type { WaySpec } from './overlay/GroupAside';
import type { Hint } from './overlay/KeyHints';

/** What left and right change at this moment; nothing while one gets into place. */
export function changesNow({ overlay }: SessionView): 'work' | 'rest' | undefined {
  const stage = stageOf(overlay.phase, overlay.atEase);
  if (stage === 'exercise') return 'work';
  return stage === 'rest' ? 'rest' : undefined;
}

/** One press in words: "5", "10 seconden". */
const amount = (t: Translate, { by, kind }: WorkStep): string =>
  kind === 'reps' ? t.number(by) : t.count('count.seconds', by);

/** One key and its meaning, drawn and spoken alike. */
interface Meaning {
  keys: { name: SpokenKey; text: string }[];
  hint: Hint;
}

function okMeaning(t: Translate, { overlay, pause }: SessionView): Meaning {
  const isPreparing = overlay.phase === 'prepare' && pause !== 'paused';
  const running = isPreparing ? 'group.start' : 'player.hint.pause';
  const text = t(pause === 'paused' ? 'player.hint.resume' : running);
  return {
    keys: [{ name: 'Enter', text }],
    hint: { keys: [{ cap: t('player.key.ok'), key: 'Enter' }], text },
  };
}

function arrowMeaning(t: Translate, view: SessionView, step: WorkStep | undefined): Meaning[] {
  const what = changesNow(view);
  if (!what || (what === 'work' && !step)) return [];
  const by = what === 'work' && step ? amount(t, step) : t.count('count.seconds', REST.step);
  const less = t(what === 'work' ? 'group.fewer' : 'group.shorter', { by });
  const more = t(what === 'work' ? 'group.more' : 'group.longer', { by });
  return [
    {
      keys: [
        { name: 'Left', text: less },
        { name: 'Right', text: more },
      ],
      hint: {
        keys: ['arrow-left', 'arrow-right'],
        text: t(what === 'work' ? 'group.hint.work' : 'group.hint.rest', { by }),
      },
    },
  ];
}

const plain = (key: SpokenKey, icon: 'arrow-up' | 'arrow-down', text: string): Meaning => ({
  keys: [{ name: key, text }],
  hint: { keys: [icon], text },
});

/** What every key does now. @param step what one press of an arrow adds to the work */
function meanings(t: Translate, view: SessionView, step: WorkStep | undefined): Meaning[] {
  const back = t('player.hint.back');
  return [
    okMeaning(t, view),
    ...arrowMeaning(t, view, step),
    plain('Down', 'arrow-down', t('group.hint.other')),
    plain('Up', 'arrow-up', t('player.hint.menu')),
    {
      keys: [{ name: 'Back', text: back }],
      hint: { keys: [{ cap: t('player.key.back'), key: 'Back' }], text: back },
    },
  ];
}

/** What the keys do now, for the eye. */
export const groupHints = (t: Translate, view: SessionView, step: WorkStep | undefined): Hint[] =>
  meanings(t, view, step).map(({ hint }) => hint);

/** The same for who can't see it: a button for each key. */
export const groupKeys = (t: Translate, view: SessionView, step: WorkStep | undefined): Spoken[] =>
  meanings(t, view, step).flatMap(({ keys }) =>
    keys.map(({ name, text }) => ({
      role: 'button' as const,
      name: capital(text),
      key: name,
      isFocused: name === 'Enter',
    })),
  );

/** The brochure's easier or harder way of an exercise that is shown the basic way. */
export function otherWay(exercise: Exercise, shell: Shell): WaySpec | undefined {
  const { routines, t } = shell.services;
  const [variant] = exercise.variant === undefined ? exercise.variants : [];
  const known = variant && routines.exercise(exercise.id);
  if (!variant || !known) return undefined;
  const shown = { ...withVariant(known, variant.id), parts: exercise.parts };
  return {
    id: variant.id,
    kind: t(variant.kind === 'easier' ? 'group.easier' : 'group.harder'),
    name: variant.title,
    dose: exerciseDose(t, shown).text,
    picture: pictureOf(shown, shell, 'tile'),
  };
}
