/** Tests that changes of language and of the amount of content happen one after another. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ContentQueue } from '../../src/app/contentQueue';
import type { AppServices } from '../../src/app/services';
import type { Language } from '../../src/texts/languages';

/** Services that finish loading when the test says so. */
class Loading {
  /** The events, in order. */
  readonly told: string[] = [];
  now: AppServices;
  private readonly waiting: { name: string; go: (isThere: boolean) => void }[] = [];

  constructor(isWhole = false) {
    this.now = this.made('nl', isWhole);
  }

  readonly queue = new ContentQueue({
    services: () => this.now,
    take: (services) => {
      this.now = services;
      this.told.push(`take ${services.language}${services.isWhole ? ', whole' : ''}`);
    },
    filled: () => void this.told.push('filled'),
    spoken: (language) => void this.told.push(`spoken ${language}`),
    failed: () => void this.told.push('failed'),
    tellWait: () => {
      this.told.push('wait');
      return () => void this.told.push('end of wait');
    },
    log: (error) => void this.told.push(`log ${(error as Error).message}`),
  });

  /** The services that load at this moment. */
  get asked(): string[] {
    return this.waiting.map(({ name }) => name);
  }

  /** Ends the oldest load: with success, or with a failure. */
  async comes(isThere = true) {
    this.waiting.shift()?.go(isThere);
    await settled();
  }

  private load(name: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = (isThere: boolean) => (isThere ? resolve() : reject(new Error(`no ${name}`)));
      this.waiting.push({ name, go });
    });
  }

  private made(language: Language, isWhole: boolean): AppServices {
    const services = {
      language,
      isWhole,
      inLanguage: async (other: Language) => {
        await this.load(other);
        return this.made(other, true);
      },
      whole: async () => {
        await this.load('the rest');
        return isWhole ? services : this.made(language, true);
      },
    } as unknown as AppServices;
    return services;
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

let loading: Loading;
beforeEach(() => {
  loading = new Loading();
});

describe('a language', () => {
  it('is taken, then spoken', async () => {
    const done = loading.queue.setLanguage('fr');
    await settled();
    expect(loading.asked).toEqual(['fr']);
    expect(loading.told).toEqual([]);
    await loading.comes();
    await done;
    expect(loading.told).toEqual(['take fr, whole', 'spoken fr']);
  });

  it('that is spoken already asks for nothing', async () => {
    await loading.queue.setLanguage('nl');
    expect(loading.asked).toEqual([]);
    expect(loading.told).toEqual([]);
  });

  it('that can’t be had is told, and the next one is asked for', async () => {
    const first = loading.queue.setLanguage('fr');
    const second = loading.queue.setLanguage('de');
    await settled();
    await loading.comes(false);
    await first;
    expect(loading.told).toEqual(['failed']);
    expect(loading.asked).toEqual(['de']);
    await loading.comes();
    await second;
    expect(loading.now.language).toBe('de');
  });

  it('chosen last is the last made, though the first one takes longer', async () => {
    void loading.queue.setLanguage('fr');
    void loading.queue.setLanguage('de');
    const last = loading.queue.setLanguage('nl');
    await settled();
    // Only one loads at a time.
    expect(loading.asked).toEqual(['fr']);
    await loading.comes();
    expect(loading.asked).toEqual(['de']);
    await loading.comes();
    expect(loading.asked).toEqual(['nl']);
    await loading.comes();
    await last;
    expect(loading.now.language).toBe('nl');
    expect(loading.told.filter((one) => one.startsWith('spoken'))).toEqual([
      'spoken fr',
      'spoken de',
      'spoken nl',
    ]);
  });
});

describe('the rest of the catalogues', () => {
  it('is taken, and fills the page', async () => {
    const done = loading.queue.readOn();
    await settled();
    await loading.comes();
    await done;
    expect(loading.told).toEqual(['take nl, whole', 'filled']);
  });

  it('where there is none changes nothing', async () => {
    loading = new Loading(true);
    const done = loading.queue.readOn();
    await settled();
    await loading.comes();
    await done;
    expect(loading.told).toEqual([]);
  });

  it('is read in the language that was asked for before', async () => {
    void loading.queue.setLanguage('fr');
    const done = loading.queue.readOn();
    await settled();
    expect(loading.asked).toEqual(['fr']);
    await loading.comes();
    expect(loading.asked).toEqual(['the rest']);
    await loading.comes();
    await done;
    expect(loading.now.language).toBe('fr');
  });

  it('that fails is logged, and keeps nobody waiting', async () => {
    const reading = loading.queue.readOn();
    const language = loading.queue.setLanguage('fr');
    await settled();
    await loading.comes(false);
    await reading;
    expect(loading.told).toEqual(['log no the rest']);
    await loading.comes();
    await language;
    expect(loading.now.language).toBe('fr');
  });
});

describe('a page that may show any exercise', () => {
  it('waits until all is there, and the wait has an end', async () => {
    const ready = loading.queue.makeWhole();
    await settled();
    expect(loading.told).toEqual(['wait']);
    await loading.comes();
    expect(await ready).toBe(true);
    expect(loading.told).toEqual(['wait', 'take nl, whole', 'filled', 'end of wait']);
  });

  it('waits no longer than for the asking, where the rest can’t be had', async () => {
    const ready = loading.queue.makeWhole();
    await settled();
    await loading.comes(false);
    expect(await ready).toBe(true);
    expect(loading.told.at(-1)).toBe('end of wait');
  });

  it('waits for nothing where all is there', async () => {
    loading = new Loading(true);
    expect(await loading.queue.makeWhole()).toBe(false);
    expect(loading.told).toEqual([]);
  });
});
