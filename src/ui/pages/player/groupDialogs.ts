/** Down, for a group: what everyone does next. */
import type { Conductor, ConductorView } from '../../../playback/controller/controller';
import type { Translate } from '../../../texts/translate';
import type { DialogSpec } from '../../components/Dialog';

/** On, again, or back: each for all at once; Back goes on. */
export const otherDialog = (
  t: Translate,
  conductor: Conductor,
  { count, index }: Pick<ConductorView, 'index' | 'count'>,
): DialogSpec => ({
  id: 'other',
  title: t('group.other'),
  direction: 'column',
  buttons: [
    {
      id: 'next',
      label: t(index < count - 1 ? 'menu.next' : 'menu.end'),
      icon: 'skip-forward',
      primary: true,
      press: () => conductor.next(),
    },
    { id: 'repeat', label: t('menu.repeat'), icon: 'rotate-ccw', press: () => conductor.repeat() },
    ...(index > 0
      ? [
          {
            id: 'previous',
            label: t('menu.previous'),
            icon: 'skip-back' as const,
            press: () => conductor.previous(),
          },
        ]
      : []),
    { id: 'resume', label: t('menu.resume'), icon: 'play-solid', press: () => conductor.resume() },
  ],
  focus: 'next',
  back: () => conductor.resume(),
});
