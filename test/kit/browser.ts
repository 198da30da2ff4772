/** Pages in a real browser, without a network; where there is none, tests skip and say so. */
import * as fs from 'fs';
import * as path from 'path';
import { Browser, BrowserContextOptions, Page, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-sync',
  '--no-first-run',
  // a container has no room for a sandbox, and the only pages are our own.
  '--no-sandbox',
];

// no server is there: the page is handed to the browser as if one had sent it.
const ADDRESS = 'http://report.test/';

/** The browser of this machine: the one in `CHROME_PATH`, or the first on the PATH. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const { CHROME_PATH: given, PATH: folders = '' } = environment;
  const found = folders
    .split(path.delimiter)
    .flatMap((dir) => NAMES.map((name) => path.join(dir, name)));
  return [...(given ? [given] : []), ...found].find((file) => fs.existsSync(file));
}

/** Whatever a page did that it has no reason to do. */
export interface Misdeeds {
  readonly requests: string[];
  readonly errors: string[];
}

export interface Opened {
  readonly page: Page;
  readonly misdeeds: Misdeeds;
}

/** Shows a page, with whatever it asks of the network refused. */
export type Open = (html: string, options?: BrowserContextOptions) => Promise<Opened>;

/** A `describe` for tests that look at pages; they get what opens one. */
export function describeBrowser(name: string, tests: (open: Open) => void): void {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    const lack = `got no ${NAMES.join(', ')} on the PATH and no CHROME_PATH, expected a browser`;
    process.stderr.write(`SKIPPED "${name}": ${lack}; install one\n`);
  }
  const run = executablePath === undefined ? describe.skip : describe;
  run(name, () => {
    let browser: Browser;
    jest.setTimeout(60_000);
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: FLAGS });
    });
    afterAll(() => browser?.close());
    tests((html, options) => opened(browser, html, options));
  });
}

async function opened(browser: Browser, html: string, options?: BrowserContextOptions) {
  const page = await browser.newPage(options);
  const misdeeds: Misdeeds = { requests: [], errors: [] };
  await page.route('**', (route) => {
    const url = route.request().url();
    if (url === ADDRESS) return route.fulfill({ contentType: 'text/html', body: html });
    misdeeds.requests.push(url);
    return route.abort();
  });
  page.on('console', (message) => misdeeds.errors.push(message.text()));
  page.on('pageerror', ({ message }) => misdeeds.errors.push(message));
  await page.goto(ADDRESS);
  return { page, misdeeds };
}
