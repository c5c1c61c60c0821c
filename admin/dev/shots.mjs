// Pictures of every page in the widths, languages and appearances that must be right, and an axe check of each.
// `npm run fixtures` in another window, `npm run build`, then: node dev/shots.mjs OUTPUT_FOLDER [name filter]
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const out = process.argv[2] ?? '/tmp/shots';
const only = process.argv[3] ?? '';
const base = process.env.BASE ?? 'http://127.0.0.1:5080/admin';
mkdirSync(out, { recursive: true });
const axe = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});

const order = async (page) => {
  const list = await page.request.get(`${base.replace('/admin', '')}/api/admin/orders?limit=20`);
  return (await list.json()).items ?? [];
};
const probe = await browser.newPage();
const orders = await order(probe).catch(() => []);
await probe.close();
const blocked = orders[0]?.number;
const shipped = orders.find((one) => one.status === 'shipped')?.number;
const open = orders.find((one) => one.next === 'ship' && one.number !== blocked)?.number;

const pages = [
  ['home', '/'],
  ['orders', '/orders'],
  [
    'orders-selected',
    '/orders',
    async (page) => {
      const boxes = page.locator('tbody .tick');
      if (await boxes.count()) {
        await boxes.nth(0).click();
        await boxes.nth(4).click();
        await boxes.nth(1).click();
      }
    },
  ],
  ['order', `/orders/${blocked}`],
  ['order-shipped', `/orders/${shipped}`],
  [
    'order-ship',
    `/orders/${open}`,
    async (page) => {
      await page.keyboard.press('a');
      await page.waitForTimeout(500);
    },
  ],
  ['products', '/products'],
  ['product', '/products/p-1'],
  ['product-new', '/products/new'],
  ['customers', '/customers'],
  ['customer', '/customers/c1'],
  ['stock', '/stock'],
  ['stock-one', '/stock/GD-QC-250-YB'],
  ['imports', '/imports'],
  ['import-one', '/imports/i-1'],
  ['proof', '/proof'],
  ['operations', '/operations'],
  ['audit', '/audit'],
  ['settings-delivery', '/settings/delivery'],
  ['settings-payments', '/settings/payments'],
  ['settings-shop', '/settings/shop'],
  ['settings-staff', '/settings/staff'],
].filter(([name]) => (only.startsWith('=') ? name === only.slice(1) : name.includes(only)));

const looks = (process.env.LOOKS ?? '1440-zh-light,1440-en-dark,1024-zh-light,390-zh-light').split(',');
let bad = 0;
for (const look of looks) {
  const [width, lang, theme] = look.split('-');
  const context = await browser.newContext({
    viewport: { width: Number(width), height: Number(width) < 768 ? 844 : 900 },
    locale: lang === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
  });
  await context.addInitScript(
    ([l, t]) => localStorage.setItem('guidan.prefs', JSON.stringify({ lang: l, theme: t })),
    [lang, theme],
  );
  for (const [name, path, act] of pages) {
    const page = await context.newPage();
    const said = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    await page.goto(base + path, { waitUntil: 'load' });
    await page.waitForTimeout(700);
    if (act) await act(page).catch((error) => said.push(String(error)));
    await page.screenshot({ path: `${out}/${name}-${look}.png`, fullPage: process.env.FULL === '1' });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) said.push(`scrolls sideways by ${wide}px`);
    await page.evaluate(axe);
    const found = await page.evaluate(() =>
      axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
    );
    for (const one of found.violations)
      said.push(
        `axe ${one.id}: ${one.nodes
          .slice(0, 3)
          .map(
            (node) =>
              node.target.join(' ') +
              ' ' +
              (node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? ''),
          )
          .join(' | ')}`,
      );
    if (said.length) {
      bad++;
      console.log(`${name} ${look}\n  ${[...new Set(said)].join('\n  ')}`);
    }
    await page.close();
  }
  await context.close();
}
await browser.close();
console.log(bad ? `${bad} pages with remarks` : 'clean');
process.exit(bad ? 1 : 0);
