/** The app while it plays, with a conductor that shows what the test says. */
import { LATER_AFTER } from '../../src/ui/later';
import { type Fakes, view } from './fakes';
import { type FakeConductor, start, type TestApp } from './harness';

/** The app with its player open. */
export interface Playing extends TestApp {
  conductor: FakeConductor;
  /** The conductor shows this. */
  show(more?: Parameters<typeof view>[0]): Promise<void>;
}

/** Until what the player draws at a moment's notice was asked for, too: timers fire in their order. */
export const preloaded = (): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, LATER_AFTER + 1));

/** Starts today's routine. */
export async function play(change: Partial<Fakes> = {}): Promise<Playing> {
  const app = await start(change);
  await app.input('OK');
  const conductor = app.fakes.conductors[0] as FakeConductor;
  return {
    ...app,
    conductor,
    async show(more) {
      conductor.events.view(view(more));
      await app.settle();
    },
  };
}
