// The public client of HubSpot, unchanged apart from the base URL. Usage: node hubspot.mjs ACCESS.json
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Client } from '@hubspot/api-client';

const access = JSON.parse(readFileSync(process.argv[2], 'utf8')).hubspot;
const hubspot = new Client({ accessToken: access.token, basePath: access.url, numberOfApiCallRetries: 3 });
const { basicApi, batchApi, searchApi } = hubspot.crm.contacts;
const unique = `client-${process.pid}-${process.hrtime.bigint()}`;
const email = (n) => `${unique}-${n}@example.com`;

async function step(name, work) {
  await work();
  console.log(`ok hubspot: ${name}`);
}

await step('contacts: create, read, update, archive', async () => {
  const created = await basicApi.create({ properties: { email: email(0), lastname: 'Zero' }, associations: [] });
  assert.match(created.id, /^\d+$/);
  assert.ok(created.createdAt instanceof Date);
  const read = await basicApi.getById(created.id, ['email', 'lastname'], ['lastname']);
  assert.equal(read.properties.email, email(0));
  assert.equal(read.propertiesWithHistory.lastname[0].value, 'Zero');
  const byEmail = await basicApi.getById(email(0), undefined, undefined, undefined, false, 'email');
  assert.equal(byEmail.id, created.id);
  const updated = await basicApi.update(created.id, { properties: { lastname: 'Nought' } });
  assert.equal(updated.properties.lastname, 'Nought');
  await basicApi.archive(created.id);
  await assert.rejects(basicApi.getById(created.id), (e) => e.code === 404);
});

await step('contacts: pages', async () => {
  const first = await basicApi.getPage(10, undefined, ['email']);
  assert.equal(first.results.length, 10);
  const next = await basicApi.getPage(10, first.paging.next.after, ['email']);
  assert.notEqual(next.results[0].id, first.results[9].id);
  const all = await hubspot.crm.contacts.getAll(100, undefined, ['email']);
  assert.ok(all.length > 20);
});

await step('contacts: batch create, read, update, upsert, archive', async () => {
  const inputs = [1, 2, 3].map((n) => ({ properties: { email: email(n), lastname: `Number ${n}` }, associations: [] }));
  const created = await batchApi.create({ inputs });
  assert.equal(created.status, 'COMPLETE');
  assert.equal(created.results.length, 3);
  const ids = created.results.map((r) => ({ id: r.id }));
  const read = await batchApi.read({ inputs: ids, properties: ['email', 'lastname'], propertiesWithHistory: [] });
  assert.deepEqual(read.results.map((r) => r.properties.email).sort(), [1, 2, 3].map(email).sort());
  const updated = await batchApi.update({ inputs: ids.map(({ id }) => ({ id, properties: { city: 'Graz' } })) });
  assert.ok(updated.results.every((r) => r.properties.city === 'Graz'));
  const upserted = await batchApi.upsert({
    inputs: [1, 4].map((n) => ({ id: email(n), idProperty: 'email', properties: { email: email(n), city: 'Leeds' } })),
  });
  assert.deepEqual(upserted.results.map((r) => r._new).sort(), [false, true]);
  await batchApi.archive({ inputs: ids });
  const gone = await batchApi.read({ inputs: ids, properties: ['email'], propertiesWithHistory: [] });
  assert.equal(gone.results.length, 0);
});

await step('contacts: search', async () => {
  const found = await searchApi.doSearch({
    filterGroups: [{ filters: [{ propertyName: 'email', operator: 'EQ', value: email(4) }] }],
    sorts: ['lastmodifieddate'],
    properties: ['email', 'city'],
    limit: 10,
    after: '0',
  });
  assert.equal(found.total, 1);
  assert.equal(found.results[0].properties.city, 'Leeds');
});

await step('properties: list, create, read, update, archive', async () => {
  const all = await hubspot.crm.properties.coreApi.getAll('contacts');
  assert.ok(all.results.some((p) => p.name === 'lifecyclestage' && p.options.length === 8));
  const name = unique.replaceAll('-', '_');
  await hubspot.crm.properties.coreApi.create('contacts', {
    name, label: 'A client made this', type: 'string', fieldType: 'text', groupName: 'contactinformation',
  });
  const read = await hubspot.crm.properties.coreApi.getByName('contacts', name);
  assert.equal(read.label, 'A client made this');
  const updated = await hubspot.crm.properties.coreApi.update('contacts', name, { label: 'Renamed' });
  assert.equal(updated.label, 'Renamed');
  await hubspot.crm.properties.coreApi.archive('contacts', name);
  assert.ok((await hubspot.crm.properties.groupsApi.getAll('contacts')).results.length > 0);
});

await step('owners: list, read', async () => {
  const owners = await hubspot.crm.owners.ownersApi.getPage(undefined, undefined, 100);
  assert.ok(owners.results.length > 0);
  const one = await hubspot.crm.owners.ownersApi.getById(Number(owners.results[0].id));
  assert.equal(one.email, owners.results[0].email);
});

await step('associations: default, labelled, list, batch, archive', async () => {
  const person = await basicApi.create({ properties: { email: email(5) }, associations: [] });
  const company = await hubspot.crm.companies.basicApi.create({ properties: { name: unique }, associations: [] });
  const v4 = hubspot.crm.associations.v4;
  await v4.basicApi.createDefault('contacts', person.id, 'companies', company.id);
  await v4.basicApi.create('contacts', person.id, 'companies', company.id, [
    { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 1 },
  ]);
  const listed = await v4.basicApi.getPage('contacts', person.id, 'companies');
  assert.equal(String(listed.results[0].toObjectId), company.id);
  const batch = await v4.batchApi.getPage('contacts', 'companies', { inputs: [{ id: person.id }] });
  assert.equal(String(batch.results[0].to[0].toObjectId), company.id);
  await v4.basicApi.archive('contacts', person.id, 'companies', company.id);
  assert.equal((await v4.basicApi.getPage('contacts', person.id, 'companies')).results.length, 0);
});

await step('errors are the client\'s own', async () => {
  await assert.rejects(basicApi.create({ properties: { email: 'no address' }, associations: [] }), (e) => e.code === 400);
  await assert.rejects(basicApi.create({ properties: { email: email(4) }, associations: [] }), (e) => e.code === 409);
  const stranger = new Client({ accessToken: 'wrong', basePath: access.url });
  await assert.rejects(stranger.crm.contacts.basicApi.getPage(1), (e) => e.code === 401);
});
