// Checks the demo content: node demo/check.mjs. Prints each fault and exits 1 when there is one.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const read = name => JSON.parse(readFileSync(here + name, 'utf8'));
const faults = [];
const expect = (ok, text) => ok || faults.push(text);
const unique = (values, what) => values.forEach((v, i) => expect(values.indexOf(v) === i, `${what} twice: ${v}`));

// Wherever one language stands, the other must stand too, and neither may be blank.
function bothLanguages(value, path) {
  if (value === null || typeof value !== 'object') return;
  if ('zh' in value || 'en' in value) {
    for (const language of ['zh', 'en']) expect(typeof value[language] === 'string' && value[language].trim() !== '', `${path}.${language} is empty`);
    expect(!/[!！]/.test(value.zh + value.en), `${path} shouts`);
    return;
  }
  for (const [key, inner] of Object.entries(value)) bothLanguages(inner, `${path}.${key}`);
}

const catalog = read('catalog.json'), shop = read('shop.json'), people = read('people.json').people;
bothLanguages(catalog, 'catalog');
bothLanguages(shop, 'shop');

const categories = catalog.categories.map(c => c.slug), tags = catalog.tags.map(t => t.code);
const products = catalog.products, variants = products.flatMap(p => p.variants);
const locations = catalog.locations.map(l => l.code);
unique(categories, 'category');
unique(products.map(p => p.slug), 'slug');
unique(variants.map(v => v.sku), 'SKU');
unique(variants.map(v => v.barcode), 'barcode');
catalog.categories.forEach(c => expect(c.parent === null || categories.includes(c.parent), `${c.slug}: no parent ${c.parent}`));

const pictures = readdirSync(here + 'pictures');
const used = new Set(products.flatMap(p => p.images.map(i => i.file)));
pictures.forEach(f => expect(used.has(f), `unused picture ${f}`));
pictures.forEach(f => expect(statSync(here + 'pictures/' + f).size < 4096, `${f} is 4 kB or more`));

for (const p of products) {
  p.categories.forEach(c => expect(categories.includes(c), `${p.slug}: no category ${c}`));
  p.tags.forEach(t => expect(tags.includes(t), `${p.slug}: no tag ${t}`));
  p.images.forEach(i => expect(pictures.includes(i.file), `${p.slug}: no picture ${i.file}`));
  const combinations = p.options.reduce((n, o) => n * o.values.length, 1);
  expect(p.variants.length === combinations, `${p.slug}: ${p.variants.length} variants for ${combinations} combinations`);
  unique(p.variants.map(v => p.slug + ' ' + v.options.join()), 'combination');
  for (const v of p.variants) {
    expect(v.options.length === p.options.length && v.options.every((x, i) => p.options[i].values[x]), `${v.sku}: options`);
    expect(Number.isInteger(v.price) && v.price > 0, `${v.sku}: price`);
    expect(v.compareAt === null || v.compareAt > v.price, `${v.sku}: compareAt`);
    expect(Number.isInteger(v.weightGrams) && v.weightGrams > 0, `${v.sku}: weight`);
    expect(p.images.some(i => i.file === v.image), `${v.sku}: picture ${v.image}`);
    expect(locations.every(l => Number.isInteger(v.stock[l]) && v.stock[l] >= 0), `${v.sku}: stock`);
    const sum = [...v.barcode].reduce((n, d, i) => n + d * (i % 2 ? 3 : 1), 0);
    expect(v.barcode.length === 13 && sum % 10 === 0, `${v.sku}: barcode ${v.barcode}`);
  }
  for (const language of ['zh', 'en']) {
    const said = (p.seo.title[language] + p.seo.description[language]).toLowerCase();
    expect(p.seo.keywords.some(k => said.includes(k.toLowerCase())), `${p.slug}: no keyword in the ${language} SEO text`);
  }
}
shop.navigation.forEach(c => expect(categories.includes(c), `navigation: no category ${c}`));
shop.featured.forEach(f => expect(products.some(p => p.slug === f), `featured: no product ${f}`));
unique(people.map(p => p.phone), 'phone');
people.forEach(p => expect(/^154\d{8}$/.test(p.phone) && p.address.province && p.address.city && p.address.line, `person ${p.name}`));

faults.forEach(f => console.error(f));
console.log(`${products.length} products, ${variants.length} variants, ${pictures.length} pictures, ${people.length} people, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
