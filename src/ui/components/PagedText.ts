import { Lightning } from '@lightningjs/sdk';
import { sentencesOf } from '../../timeline/phrases';
import type { Spoken } from '../access/spoken';
import { atSize, centredY, colours, radius, type } from '../theme';
import { wrapLines, wrapSome } from '../theme/measure';
import { icon, plate } from '../theme/shapes';
import type { TypeStyle } from '../theme/sizes';
import { boxed } from '../theme/textBox';

/** A paragraph, with a heading above it or without. */
export interface Block {
  heading?: string;
  /** Colour of the heading, ARGB; absent: the usual colour. */
  tone?: number;
  text: string;
}

/** A text and the box it must fit in, page by page. */
export interface PagedSpec {
  blocks: Block[];
  style: TypeStyle;
  headingStyle: TypeStyle;
  w: number;
  h: number;
  /** Text of the footer, such as "1 van 2". Pages count from 1. */
  footer(page: number, pages: number): string;
  /** Adds an arrow to the footer for the key that turns the page: Down, and Up on the last page. */
  arrow?: boolean;
}

interface Line {
  text: string;
  ink: number;
  style: TypeStyle;
  y: number;
}

interface Spec extends Lightning.Component.TemplateSpec {
  paged: PagedSpec;
  Ground: object;
  Lines: object;
  Footer: { Label: object; Arrow: object };
}

const footerH = (): number => atSize(48, 52, 58);
const PAD = 28;
const PARAGRAPH_GAP = 16;
const HEADING_GAP = 6;

/** Wraps as many sentences as fit into the given number of lines; at least zero sentences. */
function fill(sentences: string[], style: TypeStyle, width: number, most: number) {
  let lines: string[] = [];
  let taken = 0;
  while (taken < sentences.length) {
    const more = wrapLines(sentences.slice(0, taken + 1).join(' '), style, width);
    if (more.length > most) break;
    lines = more;
    taken += 1;
  }
  return { lines, taken };
}

/**
 * Lays blocks out on pages. Every word is kept. A page ends where a sentence ends; only a sentence
 * longer than a page continues on the next page. A heading stays with its first sentence.
 */
export function layOut(
  { blocks, style, headingStyle }: PagedSpec,
  width: number,
  height: number,
): Line[][] {
  const pages: Line[][] = [[]];
  let y = 0;
  const turn = () => {
    pages.push([]);
    y = 0;
  };
  const put = (lines: string[], of: TypeStyle, ink: number) => {
    for (const text of lines) {
      pages[pages.length - 1]?.push({ text, ink, style: of, y });
      y += of.lineHeight;
    }
  };
  for (const { heading, text, tone = colours.mint } of blocks) {
    let above = heading ? wrapLines(heading, headingStyle, width) : [];
    let gap = PARAGRAPH_GAP;
    for (const paragraph of text.split('\n')) {
      let left = sentencesOf(paragraph);
      while (left.length) {
        const aboveH = above.length ? above.length * headingStyle.lineHeight + HEADING_GAP : 0;
        const top = (y > 0 ? gap : 0) + aboveH;
        const most = Math.max(1, Math.floor((height - y - top) / style.lineHeight));
        let { lines, taken } = fill(left, style, width, most);
        if ((!taken || top + style.lineHeight > height - y) && y > 0) {
          turn();
          continue;
        }
        if (!taken) {
          const some = wrapSome(left[0] ?? '', style, width, most);
          lines = some.lines;
          left = some.rest ? [some.rest, ...left.slice(1)] : left.slice(1);
        } else {
          left = left.slice(taken);
        }
        if (y > 0) y += gap;
        put(above, headingStyle, tone);
        if (above.length) y += HEADING_GAP;
        above = [];
        gap = 0;
        put(lines, style, colours.text);
        if (left.length) turn();
      }
      gap = 0;
    }
  }
  return pages;
}

/** A text that is divided into pages and never truncated. Its owner turns the pages. */
export class PagedText
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private pages: Line[][] = [[]];
  private page = 0;
  private current: PagedSpec | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Ground: { x: -1, y: -1, color: colours.card },
      Lines: { x: PAD, y: PAD - 8 },
      Footer: {
        x: PAD,
        visible: false,
        Label: { color: colours.mint },
        Arrow: {
          y: (footerH() - 30) / 2 - 6,
          texture: icon('chevron-down', 30),
          color: colours.mint,
        },
      },
    };
  }

  set paged(spec: PagedSpec) {
    this.current = spec;
    const width = spec.w - PAD * 2;
    const whole = layOut(spec, width, spec.h - PAD * 2);
    this.pages = whole.length > 1 ? layOut(spec, width, spec.h - PAD * 2 - footerH()) : whole;
    this.page = 0;
    this.patch({
      w: spec.w,
      h: spec.h,
      Ground: { texture: plate(spec.w, spec.h, radius.medium) },
      Footer: { visible: this.hasMore, y: spec.h - footerH() - 12 },
    });
    this.draw();
  }

  /** The whole text, for a screen reader; the open page doesn't matter. */
  get spoken(): Spoken[] {
    return (this.current?.blocks ?? []).flatMap(({ heading, text }): Spoken[] => [
      ...(heading ? [{ role: 'heading', name: heading } as const] : []),
      ...text.split('\n').map((name) => ({ role: 'text', name }) as const),
    ]);
  }

  /** True when it shows these paragraphs already. */
  says(blocks: readonly Block[]): boolean {
    return JSON.stringify(this.current?.blocks) === JSON.stringify(blocks);
  }

  /** True for more than one page. */
  get hasMore(): boolean {
    return this.pages.length > 1;
  }

  /** The open page, counted from 1, and the number of pages. */
  get place(): { page: number; pages: number } {
    return { page: this.page + 1, pages: this.pages.length };
  }

  /** Opens the next page; after the last page the first. */
  readOn(): void {
    if (this.turn(1)) return;
    this.page = 0;
    this.draw();
  }

  /**
   * Opens the page before (-1) or after (1).
   * @returns false when there is no such page
   */
  turn(by: -1 | 1): boolean {
    const to = this.page + by;
    if (to < 0 || to >= this.pages.length) return false;
    this.page = to;
    this.draw();
    return true;
  }

  private draw() {
    const { current } = this;
    if (!current) return;
    const lines = this.getByRef('Lines');
    if (lines) {
      lines.children = (this.pages[this.page] ?? []).map(({ text, ink, style, y }) => ({
        y,
        text: boxed(style, [text || ' '], current.w - PAD * 2),
        color: ink,
      }));
    }
    const isLast = this.page === this.pages.length - 1;
    const label = current.footer(this.page + 1, this.pages.length);
    this.patch({
      Footer: {
        Label: {
          x: current.arrow ? 44 : 0,
          y: centredY(footerH(), type.small) - 6,
          text: { ...type.small, text: label },
        },
        Arrow: { visible: current.arrow === true, scaleY: isLast ? -1 : 1 },
      },
    });
  }
}
