/** Says that something was done, and offers to undo it. */
import type { Shell } from '../shell';

interface DoneSpec {
  id: string;
  title: string;
  text: string;
  undo(): void;
}

/** Opens the dialog. Its first button keeps what was done. */
export function tellDone(shell: Shell, { undo, ...dialog }: DoneSpec): void {
  const { t } = shell.services;
  shell.ask({
    ...dialog,
    icon: 'check-circle',
    buttons: [
      { id: 'close', label: t('dialog.good'), primary: true, press: () => {} },
      { id: 'undo', label: t('home.undo'), icon: 'rotate-ccw', press: undo },
    ],
  });
}
