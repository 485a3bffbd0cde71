import { Lightning } from '@lightningjs/sdk';
import { centredY, colours, radius, type TypeStyle, type } from '../theme';
import { wrapLines } from '../theme/measure';
import { icon, plate, ring, ringPlace } from '../theme/shapes';

/** A paragraph, with a heading above it or without. */
export interface Block {
  heading?: string;
  /** The heading's colour, when it is not the usual one. */
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
  /** What the footer says: "1 van 2". */
  footer(page: number, pages: number): string;
}

interface Line {
  text: string;
  ink: number;
  style: TypeStyle;
  y: number;
}

interface Spec extends Lightning.Component.TemplateSpec {
  paged: PagedSpec;
  testId: string;
  Ground: object;
  Lines: object;
  Footer: { Label: object; Arrow: object };
  Ring: object;
}

const FOOTER_H = 56;
const PAD = 28;
const PARAGRAPH_GAP = 16;
const HEADING_GAP = 6;

/** Lays blocks out on pages; no line is ever left out. */
export function layOut(
  { blocks, style, headingStyle }: PagedSpec,
  width: number,
  height: number,
): Line[][] {
  const pages: Line[][] = [[]];
  let y = 0;
  const put = (text: string, of: TypeStyle, keep: number, ink: number) => {
    if (y > 0 && y + of.lineHeight + keep > height) {
      pages.push([]);
      y = 0;
    }
    pages[pages.length - 1]?.push({ text, ink, style: of, y });
    y += of.lineHeight;
  };
  for (const { heading, text, tone = colours.mint } of blocks) {
    if (y > 0) y += PARAGRAPH_GAP;
    // A heading stays with the first line of its text.
    if (heading) {
      for (const line of wrapLines(heading, headingStyle, width)) {
        put(line, headingStyle, style.lineHeight, tone);
      }
      y += HEADING_GAP;
    }
    for (const line of wrapLines(text, style, width)) put(line, style, 0, colours.text);
  }
  return pages;
}

/** Text that is paged, never truncated. Takes the focus when there is more than one page. */
export class PagedText
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  declare testId: string;
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
          y: (FOOTER_H - 30) / 2 - 6,
          texture: icon('chevron-down', 30),
          color: colours.mint,
        },
      },
      Ring: { x: ringPlace, y: ringPlace, visible: false },
    };
  }

  set paged(spec: PagedSpec) {
    this.current = spec;
    const width = spec.w - PAD * 2;
    const whole = layOut(spec, width, spec.h - PAD * 2);
    this.pages = whole.length > 1 ? layOut(spec, width, spec.h - PAD * 2 - FOOTER_H) : whole;
    this.page = 0;
    this.patch({
      w: spec.w,
      h: spec.h,
      Ground: { texture: plate(spec.w, spec.h, radius.medium) },
      Ring: { texture: ring(spec.w, spec.h, radius.medium) },
      Footer: { visible: this.hasMore, y: spec.h - FOOTER_H - 12 },
    });
    this.draw();
  }

  /** More than one page: worth a focus. */
  get hasMore(): boolean {
    return this.pages.length > 1;
  }

  /** @returns false at either end */
  turn(by: -1 | 1): boolean {
    const to = this.page + by;
    if (to < 0 || to >= this.pages.length) return false;
    this.page = to;
    this.draw();
    return true;
  }

  override _focus() {
    this.patch({ Ring: { visible: true } });
  }

  override _unfocus() {
    this.patch({ Ring: { visible: false } });
  }

  override _handleUp(): boolean {
    return this.turn(-1);
  }

  override _handleDown(): boolean {
    return this.turn(1);
  }

  /** OK reads on, and begins again after the last page. */
  override _handleEnter() {
    if (this.turn(1)) return;
    this.page = 0;
    this.draw();
  }

  private draw() {
    const { current } = this;
    if (!current) return;
    const lines = this.getByRef('Lines');
    if (lines) {
      lines.children = (this.pages[this.page] ?? []).map(({ text, ink, style, y }) => ({
        y,
        text: { ...style, text: text || ' ' },
        color: ink,
      }));
    }
    const isLast = this.page === this.pages.length - 1;
    const label = current.footer(this.page + 1, this.pages.length);
    this.patch({
      Footer: {
        Label: {
          x: 44,
          y: centredY(FOOTER_H, type.small) - 6,
          text: { ...type.small, text: label },
        },
        Arrow: { scaleY: isLast ? -1 : 1 },
      },
    });
  }
}
