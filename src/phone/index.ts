/** The phone page: it shows and plays exercises, and makes a routine's code for the television. */
import type { Exercise } from '../catalogue/types';
import { markSpared } from '../session/memory/pain';
import { aloneId, type Routine, type RoutineItem } from '../session/routine/routine';
import { problemText } from '../texts/code';
import { shortName } from '../texts/words';
import { warnOf } from '../tv/log';
import { Basket } from './basket';
import { centreNotice } from './centreNotice';
import { button, el, fill, focusOn, iconOf, keepFocus } from './dom';
import { exerciseView } from './exerciseView';
import { keptView } from './keptView';
import { listView } from './listView';
import type { PhoneServices } from './load';
import { openPage } from './openPage';
import { leftOutCard, type Offer, painQuestion } from './painView';
import { PhoneMemory } from './phoneMemory';
import { PlayView } from './playView';
import { playable, routineView } from './routineView';
import { type PhoneNarrator, phoneNarrator } from './sound';
import { exerciseOfItem } from './words';

/** The current view. The browser's history keeps it, so that Back leads one step back. */
type Place =
  | { view: 'home' }
  /** `place`: that of the exercise in the routine; absent for the catalogue's. */
  | { view: 'exercise'; id: string; place?: number }
  | { view: 'play'; ids: string };

class Phone {
  private readonly main = el('main', { id: 'main', key: 'main', attributes: { tabindex: '-1' } });
  private readonly basket: Basket;
  private readonly memory = new PhoneMemory(warnOf('phone'));
  /** Made when the first exercise plays; one for all, since a phone allows few audio contexts. */
  private narrator: PhoneNarrator | undefined;
  /** The variants and doses that the visitor has given exercises outside the routine, by id. */
  private readonly adjusted = new Map<string, RoutineItem>();
  private offer: Offer;
  private playing: PlayView | undefined;
  private told: string | undefined;
  private routine: Routine | undefined;

  constructor(private readonly services: PhoneServices) {
    const { language, t } = services;
    document.documentElement.lang = language;
    document.title = t('app.name');
    fill(document.body, el('header', {}, el('h1', {}, t('app.name'))), this.main);
    this.basket = new Basket(services, () => keepFocus(() => this.draw()));
    history.replaceState({ view: 'home' }, '', location.href);
    window.addEventListener('popstate', ({ state }) => {
      // A new address has no state yet; its code is read after this event.
      if (state) this.basket.keepAddress();
      this.arrive();
    });
    window.addEventListener('hashchange', () => this.openAddress());
    this.openAddress();
  }

  private get place(): Place {
    return (history.state as Place | null) ?? { view: 'home' };
  }

  private openAddress() {
    const problem = this.basket.openAddress();
    this.told = problem && problemText(this.services.t, problem);
    this.draw();
  }

  private go(place: Place) {
    history.pushState(place, '', location.href);
    this.arrive();
  }

  /** Shows another view, scrolled to its top. */
  private arrive() {
    this.draw();
    window.scrollTo(0, 0);
    this.main.focus();
  }

  private draw() {
    this.playing?.close();
    this.playing = undefined;
    const { place, services } = this;
    document.body.dataset.view = place.view;
    if (place.view === 'play' && this.routine) {
      const { memory, routine } = this;
      this.narrator ??= phoneNarrator(services, memory);
      const ended = (isDone: boolean) => {
        if (isDone) this.drawEnd(routine);
        else history.back();
      };
      this.playing = new PlayView(routine, services, memory, this.narrator, ended);
      fill(this.main, this.playing.element);
      return;
    }
    const exercise = place.view === 'exercise' ? services.exercises.get(place.id) : undefined;
    if (exercise && place.view === 'exercise') this.drawExercise(exercise, place.place);
    else this.drawHome();
  }

  private redraw = () => keepFocus(() => this.draw());

  private itemOf = (id: string): RoutineItem => this.adjusted.get(id) ?? { exercise: id };

  private drawHome() {
    const { basket, memory, services } = this;
    const y = window.scrollY;
    document.body.dataset.view = 'home';
    const question = painQuestion(services, memory, this.offer, (offer) => {
      this.offer = offer;
      this.draw();
      focusOn('pain-1', 'main');
    });
    fill(
      this.main,
      centreNotice(services),
      this.told
        ? el('p', { className: 'told', attributes: { role: 'alert' } }, this.told)
        : undefined,
      question,
      el(
        'div',
        { className: 'columns' },
        routineView(services, basket, memory, {
          playAll: () =>
            this.play({
              id: 'phone',
              title: 'phone.routine',
              items: playable(basket.items, memory),
            }),
          look: (place) =>
            this.go({ view: 'exercise', id: basket.items[place]?.exercise ?? '', place }),
        }),
        listView(services, basket, memory, this.itemOf, ({ id }) =>
          this.go({ view: 'exercise', id }),
        ),
      ),
      keptView(services, memory, this.redraw),
    );
    window.scrollTo(0, y);
  }

  /** Shows the end of a routine: the visitor plays it again or goes back. */
  private drawEnd(routine: Routine) {
    const { memory, services } = this;
    const { id, items } = routine;
    // What was skipped because it hurt is not played again today.
    const left = playable(items, memory);
    const { t } = services;
    document.body.dataset.view = 'end';
    // What pain kept out of this routine may be in the next one.
    if (id === 'phone') {
      const done = items.map(({ exercise }) => exercise);
      memory.change((now) => markSpared(now, done, memory.today()));
    }
    fill(
      this.main,
      el('div', { attributes: { role: 'status' } }, el('h2', {}, t('phone.ended'))),
      el(
        'div',
        { className: 'buttons' },
        left.length
          ? button(t('phone.again'), () => this.play({ ...routine, items: left }, routine), {
              icon: 'rotate-ccw',
            })
          : undefined,
        button(t('phone.back'), () => history.back(), { className: 'primary', icon: 'arrow-left' }),
      ),
    );
    this.main.focus();
  }

  /** @param place that of the exercise in the routine; undefined for the catalogue's */
  private drawExercise(exercise: Exercise, place: number | undefined) {
    const { basket, memory, services } = this;
    const { id, title } = exercise;
    const own = place === undefined ? undefined : basket.items[place];
    const isOwn = place !== undefined && own?.exercise === id;
    const item = isOwn ? own : this.itemOf(id);
    const set = (changed: RoutineItem) => {
      if (isOwn) basket.replace(place, changed);
      else {
        this.adjusted.set(id, changed);
        this.redraw();
      }
    };
    const add = () => {
      basket.add(item);
      history.back();
    };
    fill(
      this.main,
      exerciseView(
        exercise,
        item,
        services,
        {
          play: () => this.play({ id: aloneId(id), title, items: [item] }),
          back: () => history.back(),
          set,
          ...(isOwn || basket.isFull ? {} : { add }),
        },
        leftOutCard(services, memory, exercise, this.redraw),
      ),
    );
  }

  /**
   * Plays a routine. Advanced exercises need a confirmation first, in the brochure's words where it has them.
   * @param before the routine that has ended, where this one takes its place
   */
  private play(routine: Routine, before?: Routine) {
    const { services } = this;
    const { t } = services;
    const start = () => {
      this.routine = routine;
      if (before) this.arrive();
      else this.go({ view: 'play', ids: routine.id });
    };
    const advanced = routine.items
      .map((item) => exerciseOfItem(item, services))
      .filter((one): one is Exercise => one?.level === 'advanced');
    if (!advanced.length) {
      start();
      return;
    }
    const names = advanced.map(shortName).join(', ');
    const [only] = advanced;
    const text = advanced.length === 1 && only?.caution ? only.caution : t('caution.plain');
    fill(
      this.main,
      el(
        'section',
        { className: 'card caution', attributes: { role: 'alert' } },
        el('h2', {}, iconOf('alert-triangle'), t('caution.title')),
        el('p', {}, names),
        el('p', {}, text),
        el(
          'div',
          { className: 'buttons' },
          button(t('caution.back'), () => (before ? this.drawEnd(before) : this.draw()), {
            className: 'primary',
          }),
          button(t('caution.start'), start),
        ),
      ),
    );
    this.main.focus();
  }
}

void openPage((services) => new Phone(services));
