import { Lightning } from '@lightningjs/sdk';
import type { SessionRequest } from '../../app/sessions';
import type { TextSize } from '../../session/preferences/displayPreferences';
import { colours, screen } from '../theme';

/** Marks a component as a page of the router, for its types. */
interface PageConfig extends Lightning.Component.TypeConfig {
  IsPage: true;
}

/**
 * A page of the app. The route table gives it its data before it opens; then the app calls `enter`,
 * and `leave` before any other page enters, so that nothing plays on behind a page.
 */
export abstract class Page<
  Spec extends Lightning.Component.TemplateSpec = Lightning.Component.TemplateSpecLoose,
> extends Lightning.Component<Spec, PageConfig> {
  /** Short name, for tests: `home`, `exercise` … */
  abstract readonly pageName: string;

  /** Opened anew when the language changes; false where something plays that must go on. */
  readonly reopens: boolean = true;

  /** A click beside everything is OK. */
  get clickIsOk(): boolean {
    return false;
  }

  /** Video plays here: nothing else may use the line meanwhile. */
  readonly hasVideo: boolean = false;

  /** What is read from afar has a size of its own; undefined: as it was chosen. */
  readonly textSize: TextSize | undefined = undefined;

  /** Somebody follows what plays: no hands on the remote then mean nothing. */
  get isFollowed(): boolean {
    return false;
  }

  /** Nothing is begun here that a new start of the app would end. */
  readonly mayRestart: boolean = false;

  /** What the page is called, for who can't see it: its title, where it draws one. */
  get heading(): string {
    const title = (this as Lightning.Component).tag('Title') as Lightning.Element | undefined;
    return title?.text?.text ?? '';
  }

  /** Facts told to who can't see them when they change, each in its place; empty for none. */
  get news(): readonly string[] {
    return [];
  }

  /** The session that is open here, with the place it has got to. */
  get openSession(): SessionRequest | undefined {
    return undefined;
  }

  /** The page is on screen. */
  enter(): void {}

  /** Another page, or the same with other data, comes next. */
  leave(): void {}

  /** The set shows something else, or goes to standby: nothing may play, or hold a decoder. */
  sleep(): void {}

  /** In sight again. */
  wake(): void {}

  /** The technical panel stands in front of all of it: nobody can follow what plays. */
  cover(): void {}

  /** In front again, as it was. */
  uncover(): void {}

  /** Seconds without a key after which what covers the page goes by itself; undefined: it stays. */
  readonly coverStays: number | undefined = undefined;

  /** Staff wants what is not for everybody. @param then does it, at once where nothing is to be asked */
  admit(then: () => void): void {
    then();
  }

  /** A pointer moves over the page. */
  pointed(): void {}
  /** Draws itself from nothing, in the size and colours of now; opened next, it says all anew. */
  remake(): void {
    this.childList.clear();
    const { _template } = this.constructor as unknown as { _template(): object };
    this.patch(_template() as never);
  }

  /** What the set remembers changed while the page is open. */
  remembered(): void {}
}

/** The ground of a page without a video window. */
export const ground = () =>
  ({ rect: true, w: screen.w, h: screen.h, color: colours.ground }) as const;
