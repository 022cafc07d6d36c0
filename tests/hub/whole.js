// SPDX-License-Identifier: MIT
// A lead with a keyboard alone: signs in over TLS, opens the team, then the person, then
// goes back and signs out. The key of the test's own authority is the only one let
// through. usage: whole.js CHROMIUM URL TOKEN SPKI TEAM NAME WEEK PICTURES
'use strict';
const { chromium } = require('playwright-core');
const axe = require('axe-core').source;

const [browserPath, base, token, spki, team, name, week, pictures] = process.argv.slice(2);
let passed = 0, failed = 0;
const check = (what, problem) => {
	if (!problem) { passed++; return; }
	failed++;
	console.log(`FAILED ${what}: ${problem}`);
};

// The page's policy allows no script, so axe is put in from outside.
async function look(context, page, what) {
	const cdp = await context.newCDPSession(page);
	await cdp.send('Runtime.enable');
	await cdp.send('Runtime.evaluate', { expression: axe });
	const r = await cdp.send('Runtime.evaluate', {
		expression: "axe.run().then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].html.slice(0, 120)).join('; '))",
		awaitPromise: true, returnByValue: true,
	});
	check(`${what}: axe`, r.exceptionDetails ? r.exceptionDetails.exception.description : r.result.value);
	if (pictures) await page.screenshot({ path: `${pictures}/whole-${what}.png`, fullPage: true });
}

// Tab until what has the focus says so; Enter.
async function press(page, text) {
	for (let i = 0; i < 80; i++) {
		await page.keyboard.press('Tab');
		if (await page.evaluate('document.activeElement.textContent.trim()') === text) {
			await page.keyboard.press('Enter');
			return;
		}
	}
	throw new Error(`Tab does not reach "${text}"`);
}

async function visit(context, page) {
	await page.goto(base + '/');
	check('who is not signed in is asked to', !page.url().endsWith('/login') && page.url());
	await look(context, page, 'login');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await page.keyboard.insertText(token);
	await page.keyboard.press('Enter');
	await page.waitForURL(base + '/');
	await look(context, page, 'home');
	await press(page, team);
	await page.waitForURL(/\/t\//);
	await look(context, page, 'team');
	let text = await page.textContent('main');
	check('the team page has the one who chose so', !text.includes(name) && text.slice(0, 400));
	check('the team page has the week', !text.includes(week.slice(5)) && text.slice(0, 400));
	await press(page, name);
	await page.waitForURL(/\/p\//);
	await look(context, page, 'person');
	text = await page.textContent('main');
	check('the trend has the week', !text.includes(week.slice(5)) && text.slice(0, 400));
	const security = await context.cookies();
	check('the cookie', !(security.length === 1 && security[0].secure && security[0].httpOnly) && JSON.stringify(security));
	await press(page, 'Sign out');
	await page.waitForURL(base + '/login');
}

(async () => {
	const browser = await chromium.launch({ executablePath: browserPath,
		args: ['--no-sandbox', `--ignore-certificate-errors-spki-list=${spki}`] });
	try {
		const context = await browser.newContext({ viewport: { width: 1100, height: 800 } });
		await visit(context, await context.newPage());
	} catch (e) {
		check('run', e.message);
	}
	await browser.close();
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed > 0 ? 1 : 0);
})();
