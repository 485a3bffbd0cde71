/** Actions of the player's screen at a key: it opens a dialog, or switches the captions. */
import type { ScreenAct } from '../../../app/playerKeys';
import type { SessionControls, SessionView } from '../../../playback/controller/controller';
import type { DialogSpec } from '../../components/Dialog';
import type { Shell } from '../../shell';
import { otherDialog } from './groupDialogs';
import { howDialog, leaveDialog, menuDialog, painDialog } from './playerDialogs';

/** The session that plays, and its screen. */
export interface Playing {
  shell: Shell;
  controller: SessionControls;
  /** Undefined until the session's first view. */
  view: SessionView | undefined;
  forGroup: boolean;
  /** Draws the captions again after they were switched on or off. */
  drawCaptions(): void;
}

/** Pauses, and opens a dialog. */
function ask(
  { controller, shell }: Playing,
  reason: Parameters<SessionControls['interrupt']>[0],
  question: DialogSpec,
): void {
  controller.interrupt(reason);
  shell.ask(question);
}

function openMenu(playing: Playing): void {
  const { controller, drawCaptions, shell, view } = playing;
  if (!view) return;
  const { narrator, t } = shell.services;
  const again = (dialog: DialogSpec) => {
    shell.ask(dialog);
    drawCaptions();
  };
  ask(playing, 'menu', menuDialog(t, controller, view, narrator, again));
}

export const PLAYER_ACTS: Readonly<Record<ScreenAct, (playing: Playing) => void>> = {
  menu: openMenu,
  how(playing) {
    const { controller, shell, view } = playing;
    if (!view) return;
    const back = () => controller.resume();
    const goOn = () => {
      back();
      // The pause comes back first, and OK ends it.
      if (view.pause === 'paused') controller.ok();
    };
    ask(playing, 'menu', howDialog(shell.services.t, view.exercise, goOn, back));
  },
  pain(playing) {
    const { controller, shell, view } = playing;
    if (!view) return;
    const { sessions, t } = shell.services;
    const { exercise } = view;
    ask(
      playing,
      'hurts',
      painDialog(t, controller, view, (isSkipped) => sessions.hurt(exercise, isSkipped)),
    );
  },
  other(playing) {
    const { controller, shell, view } = playing;
    if (view) ask(playing, 'menu', otherDialog(shell.services.t, controller, view));
  },
  leave(playing) {
    const { controller, forGroup, shell } = playing;
    const stop = () => shell.back();
    ask(playing, 'leaving', leaveDialog(shell.services.t, controller, stop, forGroup));
  },
  captions({ drawCaptions, shell }) {
    const { narrator } = shell.services;
    narrator.change({ ...narrator.settings, captions: !narrator.settings.captions });
    drawCaptions();
  },
};
