/** The app while it plays, with a conductor that shows what the test says. */
import { EXERCISES, view } from './fakes';
import { type FakeConductor, start, type TestApp } from './harness';

/** The app with its player open. */
export interface Playing extends TestApp {
  conductor: FakeConductor;
  /** The conductor shows this. */
  show(more?: Parameters<typeof view>[0]): Promise<void>;
}

/** Starts today's routine. */
export async function play(): Promise<Playing> {
  const app = await start();
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

/** One of the fakes' exercises. */
export const known = (id: string) => {
  const found = EXERCISES.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};
