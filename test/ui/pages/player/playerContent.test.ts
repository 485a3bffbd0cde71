/** What the panel shows while a session waits for OK, and while it counts in. */
import { expect, it } from 'vitest';
import { translator } from '../../../../src/texts/translate';
import { cardsOf, nextOf, panelOf } from '../../../../src/ui/pages/player/playerContent';
import { realExercises } from '../../../support/catalogue';
import { overlay, textsIn, view } from '../../fakes';

const t = translator(textsIn('nl'));
const prepare = overlay({
  phase: 'prepare',
  number: 1,
  countdown: 1,
  next: { part: 'main', set: 1 },
});

it('says which key it waits for, and counts no longer', () => {
  const shown = panelOf(t, view({ overlay: prepare, waiting: true }));
  expect(shown).toMatchObject({ word: 'Druk op OK', press: 'OK', progress: 1 });
  expect(shown.countdown).toBeUndefined();
  expect(nextOf(t, view({ overlay: prepare, waiting: true }))?.title).toBe(
    'Druk op OK als je klaar bent',
  );
});

it.each([3, 2, 1])('counts in: %i', (countIn) => {
  const shown = panelOf(t, view({ overlay: overlay({ phase: 'hold', number: 5 }), countIn }));
  expect(shown).toMatchObject({ word: 'Daar gaan we', number: countIn, countdown: countIn });
});

it('names leg and arm of the superman, and the side alone elsewhere', () => {
  const superman = realExercises().get('superman');
  const side = overlay({ side: 'left' });
  expect(superman && panelOf(t, view({ exercise: superman, overlay: side })).sideWord).toBe(
    'Linkerbeen, rechterarm',
  );
  expect(panelOf(t, view({ overlay: side })).sideWord).toBeUndefined();
});

it('says the name once: it stands above the picture', () => {
  const card = nextOf(t, view({ overlay: prepare }));
  expect(card).toMatchObject({ title: 'Op je rug' });
  expect(JSON.stringify(card)).not.toContain('Brug');
});

it('knows every card that an exercise shows', () => {
  const cards = cardsOf(t, view({ overlay: prepare })).map((card) => JSON.stringify(card));
  for (const phase of ['prepare', 'rest'] as const) {
    const one = view({ overlay: { ...prepare, phase, next: { part: 'main', set: 2 } } });
    expect(cards).toContain(JSON.stringify(nextOf(t, one)));
  }
});
