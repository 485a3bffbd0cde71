/** Tests a text of several pages by itself: it shows everything, and the page number. */
import { expect, it } from 'vitest';
import { PagedText } from '../../../src/ui/components/PagedText';
import { type } from '../../../src/ui/theme';
import { renderComponent } from '../renderComponent';

const words = (count: number) => Array.from({ length: count }, (_, n) => `woord${n}`);

const paged = (text: string, heading?: string) => ({
  blocks: [{ text }, ...(heading ? [{ heading, text: 'Met gestrekte armen.' }] : [])],
  style: type.body,
  headingStyle: type.label,
  w: 900,
  h: 400,
  footer: (page: number, pages: number) => `${page} van ${pages}`,
});

const render = (text: string, heading?: string) =>
  renderComponent<PagedText>(PagedText, { paged: paged(text, heading) });

it('pages a long text, leaves nothing out, repeats nothing, and begins again after its end', () => {
  const all = words(400);
  const { component, draw, shown, texts } = render(all.join(' '), 'Moeilijker');
  const { pages } = component.place;
  expect(pages).toBeGreaterThan(2);
  const read: string[] = [];
  for (let page = 1; page <= pages; page += 1) {
    expect(component.place).toEqual({ page, pages });
    expect(shown(`${page} van ${pages}`)).toBe(true);
    read.push(...texts().filter((line) => !line.includes(' van ')));
    component.readOn();
    draw();
  }
  expect(read.join(' ').match(/woord\d+/g)).toEqual(all);
  expect(read.join(' ')).toContain('Moeilijker');
  expect(read.join(' ')).toContain('Met gestrekte armen.');
  expect(component.place.page).toBe(1);
});

it('turns back as far as its first page', () => {
  const { component } = render(words(400).join(' '));
  expect(component.turn(-1)).toBe(false);
  expect([component.turn(1), component.place.page]).toEqual([true, 2]);
  expect([component.turn(-1), component.place.page]).toEqual([true, 1]);
});

it('of one page has nothing to read on to, and no footer', () => {
  const { component, shown } = render('Hef je heupen op.');
  expect(component.hasMore).toBe(false);
  expect(shown('Hef je heupen op.')).toBe(true);
  expect(shown('1 van 1')).toBe(false);
});
