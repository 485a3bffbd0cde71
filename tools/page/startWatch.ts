/**
 * Watches over the start. An app that has not started after a while, or can't, is told in words that are
 * part of the page. Then the page is loaded again, for ever, with growing pauses: an unattended screen
 * comes back alone.
 */
import { canBeHad } from '../../src/app/restart';
import { tabStore } from '../../src/tv/storage';

/** How many starts in a row have failed, in the tab's storage: it outlives a reload. */
const KEY = 'beweeg-mee.failedStarts';
/** Time for a start before the words are shown, ms. */
const PATIENCE = 20_000;

/** Pause before the next start, ms: five seconds at first, twice as long each time, a minute at most. */
export const pauseAfter = (failures: number): number => Math.min(5000 * 2 ** failures, 60_000);

/** Hides what the page says where not even its start script comes (`index.html`). */
export const REST = 'rest';

export class StartWatch {
  private readonly store = tabStore(window);
  private failures = 0;
  private words: HTMLElement | undefined;
  private isOver = false;
  private hasFailed = false;
  private readonly timer = setTimeout(() => this.failed(), PATIENCE);

  constructor() {
    try {
      this.failures = Number(this.store.read(KEY)) || 0;
    } catch {
      // Without storage each start is the first.
    }
    // What follows the script is not in effect then: it stands in a template.
    document.write(`<template id="${REST}">`);
    if (this.failures) this.show();
  }

  /** The app has started. */
  started(): void {
    this.isOver = true;
    clearTimeout(this.timer);
    this.words?.remove();
    this.note(0);
  }

  /** The app can't start now. */
  failed(): void {
    if (this.hasFailed || this.isOver) return;
    this.hasFailed = true;
    this.show();
    void this.again();
  }

  private async again() {
    for (;;) {
      await new Promise((done) => setTimeout(done, pauseAfter(this.failures)));
      this.failures += 1;
      const isAnswered = await canBeHad(window);
      // A slow file may have come in the meantime.
      if (this.isOver) return;
      if (isAnswered) break;
    }
    this.note(this.failures);
    location.reload();
  }

  private note(failures: number) {
    try {
      if (failures) this.store.write(KEY, String(failures));
      else this.store.remove(KEY);
    } catch {
      // The next start counts from the beginning.
    }
  }

  /** Shows the words, as soon as the page has been read to its end. */
  private show() {
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => this.show());
      return;
    }
    const rest = document.getElementById(REST) as HTMLTemplateElement | null;
    const words = rest?.content.querySelector('main');
    if (this.isOver || this.words || !words) return;
    this.words = document.importNode(words, true);
    document.body.appendChild(this.words);
  }
}
