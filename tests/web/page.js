// SPDX-License-Identifier: MIT
// Opens pages in a headless browser, light and dark, wide and 320 pixels, and as printed.
// Says what axe finds against WCAG 2.2 AA, what is fetched besides the page, and what makes
// the page itself scroll sideways. usage: page.js BROWSER FOLDER-OF-PICTURES|- PAGE.html...
'use strict';
const fs = require('fs');
const path = require('path');
const { chromium } = require('playwright-core');

const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const looks = {
  light: { viewport: { width: 900, height: 900 }, colorScheme: 'light' },
  dark: { viewport: { width: 900, height: 900 }, colorScheme: 'dark' },
  narrow: { viewport: { width: 320, height: 800 }, colorScheme: 'light' },
  'narrow-dark': { viewport: { width: 320, height: 800 }, colorScheme: 'dark' },
};
const [browser, pictures, ...pages] = process.argv.slice(2);
let wrong = 0;
const say = (text) => { wrong++; console.log(text); };

async function look(b, file, name) {
  const context = await b.newContext({ ...looks[name], bypassCSP: true });
  const page = await context.newPage();
  const label = `${path.basename(file)} ${name}`;
  const asked = [];
  page.on('request', (r) => asked.push(r.url()));
  page.on('console', (m) => say(`${label}: the browser says ${m.text()}`));
  await page.goto(`file://${file}`);
  if (pictures !== '-') {
    const to = path.join(pictures, `${path.basename(file, '.html')}-${name}`);
    await page.screenshot({ path: `${to}.png`, fullPage: true });
    if (name === 'light') await page.pdf({ path: `${to}.pdf`, preferCSSPageSize: true });
  }
  if (asked.length !== 1) say(`${label}: fetched ${asked.slice(1).join(' ')}`);
  await page.evaluate(axe);
  const found = await page.evaluate((r) => axe.run({ runOnly: r }), rules);
  for (const v of found.violations)
    say(`${label}: ${v.id} (${v.help}): ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(', ')}`);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > looks[name].viewport.width) say(`${label}: ${width} pixels wide`);
  await page.emulateMedia({ media: 'print' });
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  if (paper !== 'rgb(255, 255, 255)') say(`${label}: printed on ${paper}`);
  await context.close();
}

(async () => {
  const b = await chromium.launch({ executablePath: browser, args: ['--no-sandbox'] });
  for (const file of pages)
    for (const name of Object.keys(looks)) await look(b, fs.realpathSync(file), name);
  await b.close();
  process.exit(wrong ? 1 : 0);
})();
