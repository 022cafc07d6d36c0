// SPDX-License-Identifier: MIT
// Signs in as a person would, then looks at each page: light, dark, at 320 pixels, printed,
// and by keys alone. usage: pages.js CHROMIUM URL TOKEN PERSON PICTURES
'use strict';
const { chromium } = require('playwright-core');
const axe = require('axe-core').source;

const [browserPath, base, token, person, pictures] = process.argv.slice(2);
let passed = 0, failed = 0;
const check = (name, problem) => {
	if (!problem) { passed++; return; }
	failed++;
	console.log(`FAILED ${name}: ${problem}`);
};
const pages = [
	['home', '/'],
	['team', '/t/payments'],
	['team-older', '/t/payments?n=6'],
	['small', '/t/tiny'],
	['empty', '/t/none'],
	['person', `/p/${person}`],
	['me', '/p/me'],
	['missing', '/t/nowhere'],
];
const looks = [
	['light', { colorScheme: 'light', viewport: { width: 1100, height: 800 } }],
	['dark', { colorScheme: 'dark', viewport: { width: 1100, height: 800 } }],
	['narrow', { colorScheme: 'light', viewport: { width: 320, height: 640 } }],
];

// The page's policy allows no script, so axe is put in from outside.
async function violations(context, page) {
	const cdp = await context.newCDPSession(page);
	await cdp.send('Page.enable');
	await cdp.send('Runtime.enable');
	await cdp.send('Runtime.evaluate', { expression: axe });
	const r = await cdp.send('Runtime.evaluate', {
		expression: "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(r => " +
			"r.violations.map(v => v.id + ' ' + v.nodes[0].html.slice(0, 120)).join('; '))",
		awaitPromise: true, returnByValue: true,
	});
	if (r.exceptionDetails) return r.exceptionDetails.exception.description;
	return r.result.value;
}

async function signIn(page) {
	await page.goto(base + '/login');
	await page.keyboard.press('Tab'); // skip link
	await page.keyboard.press('Tab'); // the field
	await page.keyboard.insertText(token);
	await page.keyboard.press('Enter');
	await page.waitForURL(base + '/');
}

async function look(browser, [name, options]) {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	const wrong = [];
	page.on('console', m => { if (m.type() === 'error') wrong.push(m.text()); });
	page.on('request', r => { if (!r.url().startsWith(base)) wrong.push('fetches ' + r.url()); });
	await page.goto(base + '/login');
	check(`${name} login axe`, await violations(context, page));
	if (pictures) await page.screenshot({ path: `${pictures}/login-${name}.png`, fullPage: true });
	await signIn(page);
	for (const [title, path] of pages) {
		await page.goto(base + path);
		check(`${name} ${title} axe`, await violations(context, page));
		const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
		check(`${name} ${title} is no wider than the window`, wide > 0 && `${wide} pixels`);
		const small = await page.evaluate(`[...document.querySelectorAll('a:not(.skip),button,input,summary')]
			.filter(e => e.offsetParent && e.getBoundingClientRect().height < 24 && !e.closest('p'))
			.map(e => e.outerHTML.slice(0, 60)).join('; ')`);
		check(`${name} ${title} targets of 24 pixels`, small);
		if (pictures) await page.screenshot({ path: `${pictures}/${title}-${name}.png`, fullPage: true });
	}
	check(`${name} console`, wrong.filter(w => !w.includes('404')).join('; '));
	await context.close();
}

// Everything that can be used is reached by Tab, is seen when it is, and Enter works.
async function keys(browser) {
	const context = await browser.newContext({ viewport: { width: 900, height: 700 } });
	const page = await context.newPage();
	await signIn(page);
	await page.goto(base + '/t/payments');
	const want = await page.evaluate("document.querySelectorAll('a,button,[tabindex],summary').length");
	const seen = new Set();
	for (let i = 0; i < want + 2; i++) {
		await page.keyboard.press('Tab');
		const at = await page.evaluate(`(() => { const e = document.activeElement;
			if (e === document.body) return null;
			const s = getComputedStyle(e);
			return [e.outerHTML.slice(0, 90), s.outlineStyle !== 'none' || e.matches('.skip')]; })()`);
		if (!at) continue;
		seen.add(at[0]);
		check(`focus shows on ${at[0]}`, !at[1] && 'no outline');
	}
	check('Tab reaches everything', seen.size < want && `${seen.size} of ${want}`);
	await page.goto(base + '/');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await page.waitForURL(base + '/#main').catch(() => {});
	check('the skip link leads to the content', !page.url().endsWith('#main') && page.url());
	await page.focus('header button');
	await page.keyboard.press('Enter');
	await page.waitForURL(base + '/login');
	await page.goto(base + '/t/payments');
	check('signed out is out', !page.url().endsWith('/login') && page.url());
	if (pictures) {
		await signIn(page);
		await page.goto(base + '/t/payments');
		await page.pdf({ path: `${pictures}/team.pdf` });
	}
	await context.close();
}

(async () => {
	const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
	try {
		for (const one of looks) await look(browser, one);
		await keys(browser);
	} catch (e) {
		check('run', e.message);
	}
	await browser.close();
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed > 0 ? 1 : 0);
})();
