// Weighs the first screen of every route: the entry, the route's chunk and all that either imports at once, gzipped.
// Chunks that load later (drawers, dialogs) do not count. Reads the manifest of the last build; fails over the budget.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const budget = 250 * 1000;
const built = new URL('../../src/Web/wwwroot/admin/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', built), 'utf8'));
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const sizes = new Map();

function weigh(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(new URL(file, built)), { level: 9 }).length);
  return sizes.get(file);
}

function scripts(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  if (chunk.file.endsWith('.js')) seen.add(chunk.file);
  for (const next of chunk.imports ?? []) scripts(next, seen);
  return seen;
}

// A page may be split once more into parts that it always shows: those count too.
const extra = {
  'src/settings/SettingsPage.tsx': [
    'src/settings/Delivery.tsx',
    'src/settings/Payments.tsx',
    'src/settings/ShopForm.tsx',
    'src/settings/Staff.tsx',
  ],
};
const pages = [...new Set([...(manifest[entry].dynamicImports ?? [])])].filter((key) =>
  /(Page|SignIn)\.tsx$/.test(key),
);
let over = 0;
for (const page of pages.sort()) {
  for (const part of extra[page] ?? [null]) {
    const files = scripts(page, scripts(entry));
    if (part) scripts(part, files);
    const bytes = [...files].reduce((total, file) => total + weigh(file), 0);
    const mark = bytes > budget ? 'OVER' : 'ok';
    if (bytes > budget) over++;
    console.log(`${mark.padEnd(5)}${(bytes / 1000).toFixed(1).padStart(7)} kB  ${part ?? page}`);
  }
}
// A page that the bundler put into somebody else's chunk would not be weighed: it must stand on its own.
const routes = readFileSync(new URL('../src/app/routes.ts', import.meta.url), 'utf8');
const asked = [...routes.matchAll(/import\('\.\.\/([^']+)'\)/g)].map(([, file]) => `src/${file}.tsx`);
const lost = [...new Set(asked)].filter((page) => !pages.includes(page));
if (asked.length === 0 || lost.length > 0) {
  console.error(`Not in the manifest as chunks of their own: ${lost.join(', ') || 'any page'}. Build first`);
  process.exit(1);
}
console.log(`budget ${budget / 1000} kB, ${over} over`);
process.exit(over ? 1 : 0);
