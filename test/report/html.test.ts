import type { Page } from 'playwright-core';
import { Entry, Report } from '../../lib/report/findings';
import { htmlReport } from '../../lib/report/html';
import { describeBrowser } from '../kit/browser';
import { RULES, sample } from './samples';

const kept = (): Report => {
  const { summary, ...rest } = sample();
  const none = { breaks: 0, crashed: 0, unknown: 0, waived: 0 };
  return { ...rest, summary: { ...summary, ...none }, findings: [], unusedWaivers: [] };
};

test('a browser gets one file that loads nothing, runs nothing, and takes no markup from a message', () => {
  const page = htmlReport(sample(), RULES);
  expect(page).toMatch(/^<!doctype html>/);
  expect(page).not.toMatch(/<script|<link|@import|url\(|src=| on\w+=/);
  expect(page).toContain('<h1>1 rule is broken, 1 rule crashed</h1>');
  expect(page).toContain('&lt;script&gt;');
  expect(page).toContain('aria-label="2 kept, 1 broken, 1 crashed, 1 unknown, 1 waived"');
});

test('a page without findings says that all is kept', () => {
  const page = htmlReport(kept(), RULES);
  expect(page).toContain('<h1>Every rule is kept</h1>');
  expect(page).not.toMatch(/<article|<fieldset/);
});

test('what is unknown is not called kept', () => {
  const findings = sample().findings.filter(({ verdict }) => verdict === 'unknown');
  const page = htmlReport({ ...kept(), findings, summary: { ...kept().summary, unknown: 1 } });
  expect(page).toContain('<h1>No rule is broken</h1>');
});

test('what to do stands once above all that breaks a rule, with the code and the controls', () => {
  const [, broken] = sample().findings;
  const findings = ['a', 'b', 'c'].map((name) => ({ ...broken, address: name }));
  const page = htmlReport({ ...sample(), findings }, RULES);
  expect(page.match(/<article/g)).toHaveLength(2);
  expect(page.match(/let only the project reach it/g)).toHaveLength(1);
  expect(page).toContain('managed_domain_mappings = &quot;local&quot;');
  expect(page).toContain('NIST SC-7');
});

declare const document: any;
declare const getComputedStyle: (element: any) => any;

const HOSTILE = [
  '<script>document.title = "hacked"</script>',
  '"><img src=x onerror="document.title=1">',
  "'; & &amp; `code` </style></article>",
  '\u202egnp.exe',
  'שלום עולם',
];
const LONG = 'a_name_without_any_space_in_it_'.repeat(20);

/** One finding of each kind, and texts that nobody expects. */
function rich(): Report {
  const [first] = sample().findings;
  const entry = (rest: Partial<Entry>): Entry => ({ ...first, ...rest });
  const texts = [...HOSTILE, LONG];
  const kinds = ['critical', 'high', 'medium', 'low'].map((severity) =>
    entry({ verdict: 'breaks', severity, address: `ibm_cis.${severity}`, message: 'open' }),
  );
  const others = ['unknown', 'manual', 'crashed'].map((verdict) =>
    entry({ verdict, address: `ibm_cis.${verdict}`, message: '`name` is not known' }),
  );
  const waiver = { reason: LONG, owner: HOSTILE[0], until: '2999-01-01' };
  const odd = texts.map((text) =>
    entry({
      ...{ verdict: 'breaks', severity: 'high', rule: 'acme/odd', address: text, message: text },
      ...{ file: text, path: text, remedy: text },
    }),
  );
  const waived = entry({ verdict: 'waived', address: 'ibm_cis.waived', waiver });
  const findings = [...kinds, ...odd, ...others, waived];
  return { ...sample(), input: LONG, findings };
}

const visible = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).filter({ visible: true }).count();

/** The texts of a page whose contrast with what lies behind them is too low to be read by everyone. */
const unreadable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const numbers = (colour: string) => colour.match(/[\d.]+/g)!.map(Number);
    const light = (colour: string) => {
      const [r, g, b] = numbers(colour).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (element: any): string => {
      if (element === null) return 'rgb(255, 255, 255)';
      const { backgroundColor } = getComputedStyle(element);
      return numbers(backgroundColor)[3] === 0 ? behind(element.parentElement) : backgroundColor;
    };
    const found: string[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      const own = [...element.childNodes].filter(
        (node: any) => node.nodeType === 3 && node.textContent.trim() !== '',
      );
      if (own.length === 0 || !element.checkVisibility()) continue;
      const [one, other] = [getComputedStyle(element).color, behind(element)].map(light);
      const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      if (ratio < 4.5) found.push(`${element.className} ${own[0].textContent} ${ratio.toFixed(2)}`);
    }
    return found;
  });

describeBrowser('the report in a browser', (open) => {
  test('shows every finding, and does nothing that it was not asked for', async () => {
    const { page, misdeeds } = await open(htmlReport(rich(), RULES));
    for (const { address } of rich().findings.filter((it) => it.address.startsWith('ibm_'))) {
      expect(await page.getByText(address, { exact: true }).isVisible()).toBe(true);
    }
    expect(await visible(page, 'article')).toBe(await page.locator('article').count());
    expect(misdeeds).toEqual({ requests: [], errors: [] });
    await page.close();
  });

  test('hides and shows a kind by a click', async () => {
    const { page } = await open(htmlReport(rich(), RULES));
    const before = await visible(page, '.card');
    expect(await visible(page, '.card.high')).toBe(2);
    await page.getByLabel('high').click();
    expect([await visible(page, '.card.high'), await visible(page, '.card')]).toEqual([
      0,
      before - 2,
    ]);
    await page.getByLabel('high').click();
    expect(await visible(page, '.card')).toBe(before);
    await page.close();
  });

  test('hides and shows every kind by the keyboard, and the focus is seen', async () => {
    const { page } = await open(htmlReport(rich(), RULES));
    const boxes = await page.locator('fieldset input').count();
    expect(boxes).toBe(8);
    for (let box = 0; box < boxes; box += 1) {
      await page.keyboard.press('Tab');
      const outline = 'getComputedStyle(document.activeElement.closest("label")).outlineStyle';
      expect(await page.evaluate(outline)).toBe('solid');
      await page.keyboard.press('Space');
    }
    // what no switch is for stays.
    expect(await visible(page, '.card')).toBe(await visible(page, '.card.unused'));
    expect(await visible(page, '.nothing')).toBe(1);
    await page.keyboard.press('Space');
    expect(await visible(page, '.card.waived')).toBe(1);
    expect(await visible(page, '.nothing')).toBe(0);
    await page.close();
  });

  test.each([360, 1280])('stays within %d px, however long a text is', async (width) => {
    const { page } = await open(htmlReport(rich(), RULES), { viewport: { width, height: 800 } });
    for (const summary of await page.locator('summary').all()) await summary.click();
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((it) => it.getBoundingClientRect().right > document.documentElement.clientWidth)
        .map((it) => `${it.tagName} ${it.className}`),
    );
    expect(wide).toEqual([]);
    const scrolled = 'document.documentElement.scrollWidth';
    expect(await page.evaluate(scrolled)).toBe(width);
    await page.close();
  });

  test.each(['light', 'dark'] as const)('can be read by everyone in %s', async (colorScheme) => {
    for (const report of [rich(), kept()]) {
      const { page } = await open(htmlReport(report, RULES), { colorScheme });
      for (const summary of await page.locator('summary').all()) await summary.click();
      for (const box of (await page.locator('input').all()).slice(0, 2)) await box.uncheck();
      expect(await unreadable(page)).toEqual([]);
      await page.close();
    }
  });

  test('would tell a text that cannot be read', async () => {
    const { page } = await open('<body style="background:#fff"><p style="color:#999">a</p></body>');
    expect(await unreadable(page)).toEqual([' a 2.85']);
    await page.close();
  });

  test('shows hostile texts as texts', async () => {
    const { page } = await open(htmlReport(rich(), RULES));
    const shown = await page.locator('.places > li > code').allTextContents();
    expect(shown).toEqual(expect.arrayContaining(HOSTILE.filter((it) => !it.startsWith('\u202e'))));
    expect(shown).toContain('\\u202egnp.exe');
    expect(await page.title()).toBe('2 rules are broken, 1 rule crashed · ce-guard');
    expect(await page.locator('script, img').count()).toBe(0);
    await page.close();
  });
});
