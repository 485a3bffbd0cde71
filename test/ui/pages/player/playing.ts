/** The app while an exercise plays, with a session controller that shows what the test says. */
import { SECOND_SCRIPT_AFTER } from '../../../../src/app/loading/secondScript';
import { type Fakes, view } from '../../fakes';
import { type FakeController, start, type TestApp } from '../../harness';

/** The app with its player open. */
export interface Playing extends TestApp {
  controller: FakeController;
  /** Makes the session controller show this. */
  show(more?: Parameters<typeof view>[0]): Promise<void>;
}

/** Waits until the app has preloaded the player's parts: timers fire in their order. */
export const preloaded = (): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, SECOND_SCRIPT_AFTER + 1));

/** Starts today's routine. */
export async function play(change: Partial<Fakes> = {}): Promise<Playing> {
  const app = await start(change);
  await app.input('OK');
  const controller = app.fakes.controllers[0] as FakeController;
  return {
    ...app,
    controller,
    async show(more) {
      controller.events.view(view(more));
      await app.settle();
    },
  };
}
