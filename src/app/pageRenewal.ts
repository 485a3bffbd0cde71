/** Opens the page again when its texts or exercises have changed: at once, or after the page that is opening. */
export class PageRenewal {
  /** The page that is opening may have the earlier words, so it must be opened again. */
  private isWanted = false;

  constructor(
    private readonly deps: {
      /** True while another page is opening. */
      isNavigating(): boolean;
      /** Opens the current page again. */
      renew(): void;
    },
  ) {}

  /** Notes that the content of the page has changed. */
  want(): void {
    if (this.deps.isNavigating()) this.isWanted = true;
    else this.deps.renew();
  }

  /** Notes that a page has opened. */
  arrived(): void {
    if (!this.isWanted) return;
    this.isWanted = false;
    this.deps.renew();
  }
}
