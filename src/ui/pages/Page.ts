import { Lightning } from '@lightningjs/sdk';
import type { SessionRequest } from '../../app/sessions';
import type { TextSize } from '../../session/preferences/displayPreferences';
import { colours, screen } from '../theme';

/** Marks a component as a page of the router, for its types. */
interface PageConfig extends Lightning.Component.TypeConfig {
  IsPage: true;
}

/**
 * A page of the app. The route table gives it its data before it opens. Then the app calls `enter`; it
 * calls `leave` before another page enters, so that nothing plays behind a page.
 */
export abstract class Page<
  Spec extends Lightning.Component.TemplateSpec = Lightning.Component.TemplateSpecLoose,
> extends Lightning.Component<Spec, PageConfig> {
  /** Short name for tests: `home`, `exercise` … */
  abstract readonly pageName: string;

  /**
   * True for a page that opens again when the language changes; false for a page whose session must
   * continue.
   */
  readonly reopens: boolean = true;

  /** True when a click beside all buttons counts as OK. */
  get clickIsOk(): boolean {
    return false;
  }

  /** True for a page that plays video: then nothing else may use the network. */
  readonly hasVideo: boolean = false;

  /** Text size of a page that people read from afar; undefined: the size that the patient chose. */
  readonly textSize: TextSize | undefined = undefined;

  /** True while somebody follows an exercise: then a time without keys doesn't mean that nobody is there. */
  get isFollowed(): boolean {
    return false;
  }

  /** True when the app may restart on this page: a restart interrupts nothing. */
  readonly mayRestart: boolean = false;

  /** Name of the page for a screen reader: its title, if it draws one. */
  get heading(): string {
    const title = (this as Lightning.Component).tag('Title') as Lightning.Element | undefined;
    return title?.text?.text ?? '';
  }

  /** Facts that a screen reader says when they change. Each has a fixed place in the list; empty for none. */
  get news(): readonly string[] {
    return [];
  }

  /** The open session with its current place; undefined on a page without a session. */
  get openSession(): SessionRequest | undefined {
    return undefined;
  }

  /** Called when the page is on the screen. */
  enter(): void {}

  /** Called before another page opens, or the same page with other data. */
  leave(): void {}

  /**
   * Called when the set shows something else or goes to standby. The page must stop playing and free
   * its decoder.
   */
  sleep(): void {}

  /** Called when the app is visible again. */
  wake(): void {}

  /** Called when the technical panel covers the page: nobody can follow an exercise behind it. */
  cover(): void {}

  /** Called when the panel is closed; the page continues as before. */
  uncover(): void {}

  /** Seconds without a key after which a panel over the page closes; undefined: it stays open. */
  readonly coverStays: number | undefined = undefined;

  /**
   * Called before something for staff opens.
   * @param then opens it; called at once on a page that asks nothing
   */
  admit(then: () => void): void {
    then();
  }

  /** Called when a pointer moves over the page. */
  pointed(): void {}
  /**
   * Makes all elements again, in the current text size and colours. The page gets its texts when it is
   * opened next.
   */
  remake(): void {
    this.childList.clear();
    const { _template } = this.constructor as unknown as { _template(): object };
    this.patch(_template() as never);
  }

  /** Called when the set's memory changes while the page is open. */
  remembered(): void {}
}

/** The ground of a page without a video window. */
export const ground = () =>
  ({ rect: true, w: screen.w, h: screen.h, color: colours.ground }) as const;
