/** The dialog that Down opens in group mode. It asks what everyone does next. */
import type { SessionControls, SessionView } from '../../../playback/controller/controller';
import type { Translate } from '../../../texts/translate';
import type { DialogSpec } from '../../components/Dialog';

/** Offers the next exercise, the same one again, or the one before. Back continues the current exercise. */
export const otherDialog = (
  t: Translate,
  controller: SessionControls,
  { count, index }: Pick<SessionView, 'index' | 'count'>,
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
      press: () => controller.next(),
    },
    { id: 'repeat', label: t('menu.repeat'), icon: 'repeat', press: () => controller.repeat() },
    ...(index > 0
      ? [
          {
            id: 'previous',
            label: t('menu.previous'),
            icon: 'skip-back' as const,
            press: () => controller.previous(),
          },
        ]
      : []),
    { id: 'resume', label: t('menu.resume'), icon: 'play-solid', press: () => controller.resume() },
  ],
  focus: 'next',
  back: () => controller.resume(),
});
