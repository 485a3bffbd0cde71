/**
 * What a file of browser tests works with: a server, a browser, and the sets that its tests open. All
 * of it begins before the file's first test and closes itself.
 */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Served } from '../../tools/serve';
import { type Browser, launchBrowser, type Page } from '../../tools/workbench/index';
import { watchErrors } from '../browser/lab';
import { holdRemote, type Remote, type SetUp } from '../browser/remote';

interface AppInBrowser<S extends Served> {
  /** What serves the app. */
  readonly server: S;
  readonly browser: Browser;
  /** The set that was opened last. */
  readonly remote: Remote;
  /**
   * Opens the app on a set and waits for its first focus.
   * @param hash address in the app: `#exercise/brug`
   */
  open(how?: SetUp, hash?: string): Promise<Remote>;
  /** Opens an empty page. */
  openPage(options?: Parameters<Browser['newPage']>[0]): Promise<Page>;
  /** Errors that the page opened last has told of; a test that asked for some takes them out. */
  readonly errors: string[];
}

interface Options {
  launch?(): Promise<Browser>;
  /** Errors that the file's tests ask for themselves. */
  isExpected?(error: string): boolean;
}

/**
 * Registers the hooks of a file. A page that a test or a `beforeEach` opens is closed after the test;
 * one that a `beforeAll` opens stays until the end. Each test fails where a page of its tells of an error.
 * @param serve the app's server: `openLab`, or one with files of the test's own
 */
export function appInBrowser<S extends Served>(
  serve: () => Promise<S>,
  { isExpected = () => false, launch = launchBrowser }: Options = {},
): AppInBrowser<S> {
  let server: S | undefined;
  let browser: Browser | undefined;
  let remote: Remote | undefined;
  let opened: { page: Page; errors: string[]; isOfTest: boolean }[] = [];
  let isInTest = false;

  const there = <T>(one: T | undefined, what: string): T => {
    if (one === undefined) throw new Error(`there is no ${what} yet`);
    return one;
  };
  const note = (page: Page, errors: string[]) => {
    opened.push({ page, errors, isOfTest: isInTest });
  };

  beforeAll(async () => {
    server = await serve();
    browser = await launch();
  });

  beforeEach(() => {
    isInTest = true;
  });

  afterEach(async () => {
    isInTest = false;
    const errors = opened.flatMap((one) => one.errors.splice(0));
    for (const { isOfTest, page } of opened) if (isOfTest) await page.close();
    opened = opened.filter(({ isOfTest }) => !isOfTest);
    expect(errors.filter((error) => !isExpected(error))).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  return {
    get server() {
      return there(server, 'server');
    },
    get browser() {
      return there(browser, 'browser');
    },
    get remote() {
      return there(remote, 'set');
    },
    get errors() {
      return there(opened.at(-1), 'page').errors;
    },
    async open(how, hash = '') {
      remote = await holdRemote(this.browser, `${this.server.address}${hash}`, how);
      note(remote.page, remote.errors);
      return remote;
    },
    async openPage(options) {
      const page = await this.browser.newPage(options);
      note(page, watchErrors(page));
      return page;
    },
  };
}
