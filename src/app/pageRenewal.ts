/** Opens the page anew when all it says has changed: at once, or when the page that is on its way is there. */
export class PageRenewal {
  /** The page on its way may have been given the words of before. */
  private isWanted = false;

  constructor(
    private readonly deps: {
      /** Another page is on its way. */
      isNavigating(): boolean;
      /** Opens the page of now anew. */
      renew(): void;
    },
  ) {}

  /** What the page says has changed. */
  want(): void {
    if (this.deps.isNavigating()) this.isWanted = true;
    else this.deps.renew();
  }

  /** A page has opened. */
  arrived(): void {
    if (!this.isWanted) return;
    this.isWanted = false;
    this.deps.renew();
  }
}
