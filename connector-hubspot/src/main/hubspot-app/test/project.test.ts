import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const SOURCE = join(process.cwd(), 'src');

const descriptions = readdirSync(SOURCE, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('-hsmeta.json'))
  .map((file) => JSON.parse(readFileSync(join(SOURCE, file), 'utf8')));

test('each part of the project is described once, and its entry is there', () => {
  assert.deepEqual(descriptions.map((d) => d.type).sort(), ['app', 'app-function', 'card']);
  assert.equal(new Set(descriptions.map((d) => d.uid)).size, 3);
  for (const { config } of descriptions.filter((d) => d.type !== 'app')) {
    assert.ok(existsSync(join(SOURCE, config.entrypoint)), config.entrypoint);
  }
});

test('the card calls the function by its name', () => {
  const name = descriptions.find((d) => d.type === 'app-function').uid;
  assert.match(readFileSync(join(SOURCE, 'app/cards/SmarketingCard.tsx'), 'utf8'), new RegExp(`'${name}'`));
});
