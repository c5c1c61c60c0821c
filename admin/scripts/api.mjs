// Writes src/api/generated.ts from the contract of the built shop; with --check it only compares.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const root = new URL('../../', import.meta.url).pathname;
const target = new URL('../src/api/generated.ts', import.meta.url).pathname;
const shop = `${root}src/Web/bin/Release/net10.0/Guidan.Web.dll`;
const contract = JSON.parse(execFileSync('dotnet', [shop, 'openapi', 'admin'], { maxBuffer: 64 << 20 }).toString());
const text = `/* Made by npm run api from the published contract; changes belong there. */\n${astToString(await openapiTS(contract))}`;
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error('src/api/generated.ts is not what the shop publishes: run npm run api');
  process.exit(1);
}
