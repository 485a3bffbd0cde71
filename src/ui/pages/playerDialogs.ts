/** The player's questions: each stands everything still, and Back is always "go on". */
import type { Conductor } from '../../playback/conductor.types';
import type { DialogSpec } from '../components/Dialog';
import type { Translate } from '../texts/translate';
import { colours } from '../theme';

/** Down: "dit doet pijn". Skipping has the focus. @param note remembers that it hurt */
export function painDialog(t: Translate, conductor: Conductor, note: () => void): DialogSpec {
  const answer = (skip: boolean) => {
    note();
    conductor.hurts(skip);
  };
  return {
    id: 'pain',
    title: t('pain.title'),
    text: t('pain.text'),
    icon: 'heart',
    tone: colours.coral,
    buttons: [
      { id: 'skip', label: t('pain.skip'), primary: true, press: () => answer(true) },
      { id: 'go', label: t('pain.go'), press: () => answer(false) },
    ],
    focus: 'skip',
    // Back takes the question back: nothing hurt.
    back: () => conductor.resume(),
  };
}

/** Back: asked once. */
export const leaveDialog = (t: Translate, conductor: Conductor, stop: () => void): DialogSpec => ({
  id: 'leave',
  title: t('leave.title'),
  text: t('leave.text'),
  buttons: [
    { id: 'stay', label: t('leave.stay'), primary: true, press: () => conductor.resume() },
    { id: 'stop', label: t('leave.stop'), press: stop },
  ],
  focus: 'stay',
  back: () => conductor.resume(),
});

/** Up: what else one may want while an exercise plays. */
export function menuDialog(
  t: Translate,
  conductor: Conductor,
  place: { index: number; count: number },
): DialogSpec {
  return {
    id: 'menu',
    title: t('menu.title'),
    direction: 'column',
    buttons: [
      {
        id: 'resume',
        label: t('menu.resume'),
        icon: 'play-solid',
        primary: true,
        press: () => conductor.resume(),
      },
      {
        id: 'repeat',
        label: t('menu.repeat'),
        icon: 'rotate-ccw',
        press: () => conductor.repeat(),
      },
      ...(place.index > 0
        ? [
            {
              id: 'previous',
              label: t('menu.previous'),
              icon: 'skip-back' as const,
              press: () => conductor.previous(),
            },
          ]
        : []),
      {
        id: 'next',
        label: t(place.index < place.count - 1 ? 'menu.next' : 'menu.end'),
        icon: 'skip-forward',
        press: () => conductor.next(),
      },
    ],
    back: () => conductor.resume(),
  };
}
