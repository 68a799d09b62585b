// All contacts as HubSpot's own client reads them, by pages and by a batch, as JSON. Usage: node contacts.mjs ACCESS.json
import { readFileSync } from 'node:fs';
import { Client } from '@hubspot/api-client';

const access = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const contacts = new Client({ accessToken: access.token, basePath: access.url }).crm.contacts;
const properties = ['email', 'lastname', 'city', 'lastmodifieddate'];
const plain = (rows) => rows
  .map((r) => ({
    id: r.id,
    email: r.properties.email || '',
    lastname: r.properties.lastname || '',
    city: r.properties.city || '',
    stamp: new Date(r.properties.lastmodifieddate).toISOString(),
  }))
  .sort((a, b) => (a.id < b.id ? -1 : 1));
const listed = await contacts.getAll(100, undefined, properties);
const read = [];
for (let i = 0; i < listed.length; i += 100) {
  const inputs = listed.slice(i, i + 100).map(({ id }) => ({ id }));
  read.push(...(await contacts.batchApi.read({ inputs, properties, propertiesWithHistory: [] })).results);
}
console.log(JSON.stringify({ listed: plain(listed), read: plain(read) }));
