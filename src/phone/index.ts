/** The phone page: it shows and plays exercises, and makes a routine's code for the television. */
import type { Exercise } from '../catalogue/types';
import { aloneId, type Routine } from '../session/routine/routine';
import { problemText } from '../texts/code';
import { Basket } from './basket';
import { centreNotice } from './centreNotice';
import { button, el, fill } from './dom';
import { exerciseView } from './exerciseView';
import { listView } from './listView';
import type { PhoneServices } from './load';
import { openPage } from './openPage';
import { PlayView } from './playView';
import { routineView } from './routineView';
import { exerciseOfItem } from './words';

/** The current view. The browser's history keeps it, so that Back leads one step back. */
type Place = { view: 'home' } | { view: 'exercise'; id: string } | { view: 'play'; ids: string };

class Phone {
  private readonly main = el('main', { id: 'main', attributes: { tabindex: '-1' } });
  private readonly basket: Basket;
  private playing: PlayView | undefined;
  private told: string | undefined;
  private routine: Routine | undefined;

  constructor(private readonly services: PhoneServices) {
    const { language, t } = services;
    document.documentElement.lang = language;
    document.title = t('app.name');
    fill(document.body, el('header', {}, el('h1', {}, t('app.name'))), this.main);
    this.basket = new Basket(services, () => this.draw());
    history.replaceState({ view: 'home' }, '', location.href);
    window.addEventListener('popstate', () => this.arrive());
    window.addEventListener('hashchange', () => this.openAddress());
    this.openAddress();
    this.draw();
  }

  private get place(): Place {
    return (history.state as Place | null) ?? { view: 'home' };
  }

  private openAddress() {
    const problem = this.basket.openAddress();
    this.told = problem && problemText(this.services.t, problem);
    if (problem) this.draw();
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
    const { place } = this;
    if (place.view === 'play' && this.routine) {
      const { routine } = this;
      this.playing = new PlayView(routine, this.services, (isDone) => {
        if (isDone) this.drawEnd();
        else history.back();
      });
      fill(this.main, this.playing.element);
      return;
    }
    const exercise = place.view === 'exercise' ? this.services.exercises.get(place.id) : undefined;
    if (exercise) this.drawExercise(exercise);
    else this.drawHome();
  }

  private drawHome() {
    const { basket, services } = this;
    const y = window.scrollY;
    fill(
      this.main,
      centreNotice(services),
      this.told
        ? el('p', { className: 'told', attributes: { role: 'alert' } }, this.told)
        : undefined,
      routineView(services, basket, {
        playAll: () => this.play({ id: 'phone', title: 'phone.routine', items: [...basket.items] }),
      }),
      listView(services, basket, ({ id }) => this.go({ view: 'exercise', id })),
    );
    window.scrollTo(0, y);
  }

  /** Shows the end of a routine: the visitor plays it again or goes back. */
  private drawEnd() {
    const { t } = this.services;
    fill(
      this.main,
      el('h2', { attributes: { role: 'status' } }, t('phone.ended')),
      el(
        'div',
        { className: 'buttons' },
        button(t('phone.again'), () => this.arrive()),
        button(t('phone.back'), () => history.back(), 'primary'),
      ),
    );
    this.main.focus();
  }

  private drawExercise(exercise: Exercise) {
    const { id, title } = exercise;
    fill(
      this.main,
      exerciseView(exercise, this.services, {
        play: () => this.play({ id: aloneId(id), title, items: [{ exercise: id }] }),
        add: () => {
          history.back();
          this.basket.add({ exercise: id });
        },
        back: () => history.back(),
      }),
    );
  }

  /** Plays a routine. Advanced exercises need a confirmation first, in the brochure's words where it has them. */
  private play(routine: Routine) {
    const { services } = this;
    const { t } = services;
    const start = () => {
      this.routine = routine;
      this.go({ view: 'play', ids: routine.id });
    };
    const advanced = routine.items
      .map((item) => exerciseOfItem(item, services))
      .filter((one): one is Exercise => one?.level === 'advanced');
    if (!advanced.length) {
      start();
      return;
    }
    const names = advanced.map(({ shortTitle }) => shortTitle).join(', ');
    const [only] = advanced;
    const text = advanced.length === 1 && only?.caution ? only.caution : t('caution.plain');
    fill(
      this.main,
      el(
        'section',
        { className: 'card caution', attributes: { role: 'alert' } },
        el('h2', {}, t('caution.title')),
        el('p', {}, names),
        el('p', {}, text),
        el(
          'div',
          { className: 'buttons' },
          button(t('caution.back'), () => this.draw(), 'primary'),
          button(t('caution.start'), start),
        ),
      ),
    );
    this.main.focus();
  }
}

void openPage((services) => new Phone(services));
