import * as fs from 'fs';
import { findBrowser } from './browser';
import { withTemporaryFolder } from './temporary';

test('the browser is the one that is given, or the first on the PATH', () => {
  withTemporaryFolder((dir) => {
    const PATH = `/nowhere:${dir}`;
    expect(findBrowser({ PATH })).toBeUndefined();
    fs.writeFileSync(`${dir}/google-chrome`, '');
    expect(findBrowser({ PATH })).toBe(`${dir}/google-chrome`);
    fs.writeFileSync(`${dir}/chromium`, '');
    expect(findBrowser({ PATH })).toBe(`${dir}/chromium`);
    expect(findBrowser({ PATH, CHROME_PATH: `${dir}/google-chrome` })).toBe(`${dir}/google-chrome`);
    expect(findBrowser({ PATH: '', CHROME_PATH: '/nowhere' })).toBeUndefined();
  });
});
