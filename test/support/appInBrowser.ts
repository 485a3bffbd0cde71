/**
 * The server, the browser and the sets of a file of browser tests. All begin before the first test and close
 * themselves.
 */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Served } from '../../tools/serve';
import { type Browser, launchBrowser, type Page } from '../../tools/workbench/index';
import { watchErrors } from '../browser/lab';
import { holdRemote, type Remote, type SetUp } from '../browser/remote';

interface AppInBrowser<S extends Served> {
  /** The server of the app. */
  readonly server: S;
  readonly browser: Browser;
  /** The last opened set. */
  readonly remote: Remote;
  /**
   * Opens the app on a set and waits for its first focus.
   * @param hash address in the app: `#exercise/brug`
   */
  open(how?: SetUp, hash?: string): Promise<Remote>;
  /** Opens an empty page. */
  openPage(options?: Parameters<Browser['newPage']>[0]): Promise<Page>;
  /** Errors of the last opened page. A test that causes errors removes them. */
  readonly errors: string[];
}

interface Options {
  launch?(): Promise<Browser>;
  /** True for an error that the tests of the file cause. */
  isExpected?(error: string): boolean;
}

/**
 * Registers the hooks of a file. A page that a test or a `beforeEach` opens closes after the test; a page
 * that a `beforeAll` opens stays until the end. A test fails when one of its pages reports an error.
 * @param serve starts the app's server: `openLab`, or a server with the test's own files
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
