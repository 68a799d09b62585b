// jsforce, unchanged apart from the base URL. Usage: node salesforce.mjs ACCESS.json
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import jsforce from 'jsforce';

const access = JSON.parse(readFileSync(process.argv[2], 'utf8')).salesforce;
const unique = `client-${process.pid}-${process.hrtime.bigint()}`;
const email = (n) => `${unique}-${n}@example.com`;
const conn = new jsforce.Connection({
  instanceUrl: access.url,
  version: access.apiVersion,
  oauth2: { clientId: access.clientId, clientSecret: access.clientSecret, loginUrl: access.loginUrl },
});

async function step(name, work) {
  await work();
  console.log(`ok salesforce: ${name}`);
}

await step('authorize with client credentials', async () => {
  const user = await conn.authorize({ grant_type: 'client_credentials' });
  assert.ok(user.id && user.organizationId);
  assert.equal(conn.instanceUrl, access.url);
  assert.equal((await conn.identity()).username, access.username);
});

await step('create, retrieve, update, upsert, delete', async () => {
  const leads = conn.sobject('Lead');
  const made = await leads.create({ LastName: 'Zero', Company: unique, Email: email(0) });
  assert.ok(made.success);
  assert.match(made.id, /^00Q.{15}$/);
  assert.equal((await leads.retrieve(made.id)).Email, email(0));
  assert.ok((await leads.update({ Id: made.id, City: 'Graz' })).success);
  assert.equal((await leads.retrieve(made.id)).City, 'Graz');
  const key = 'Smarketing_Key__c';
  const upserted = await leads.upsert({ [key]: unique, LastName: 'Keyed', Company: unique }, key);
  assert.ok(upserted.success);
  const again = await leads.upsert({ [key]: unique, LastName: 'Keyed again', Company: unique }, key);
  assert.equal(again.success, true);
  assert.ok((await leads.destroy(made.id)).success);
  await assert.rejects(leads.retrieve(made.id), (e) => e.errorCode === 'NOT_FOUND' || e.errorCode === 'ENTITY_IS_DELETED');
});

await step('collections: create, update, retrieve, delete', async () => {
  const rows = Array.from({ length: 250 }, (_, n) => ({
    LastName: `Number ${n}`, Company: unique, Email: email(1000 + n),
  }));
  rows[7].Email = 'no address';
  const made = await conn.sobject('Lead').create(rows, { allowRecursive: true });
  assert.equal(made.length, 250);
  assert.equal(made.filter((r) => r.success).length, 249);
  assert.equal(made[7].errors[0].statusCode ?? made[7].errors[0].errorCode, 'INVALID_EMAIL_ADDRESS');
  const ids = made.filter((r) => r.success).map((r) => r.id);
  const updated = await conn.sobject('Lead').update(
    ids.slice(0, 200).map((Id) => ({ Id, City: 'Leeds' })), { allowRecursive: true });
  assert.ok(updated.every((r) => r.success));
  const read = await conn.sobject('Lead').retrieve(ids.slice(0, 50));
  assert.equal(read.length, 50);
  assert.ok(read.every((r) => r.City === 'Leeds'));
  const gone = await conn.sobject('Lead').destroy(ids.slice(200));
  assert.ok(gone.every((r) => r.success));
});

await step('query, queryMore, count, escapes', async () => {
  const soql = `SELECT Id, Email, Owner.Username FROM Lead WHERE Company = '${unique}' ORDER BY Id`;
  const page = await conn.query(soql, { headers: { 'Sforce-Query-Options': 'batchSize=200' } });
  assert.equal(page.totalSize, 201);
  assert.equal(page.done, false);
  const rest = await conn.queryMore(page.nextRecordsUrl);
  assert.equal(page.records.length + rest.records.length, 201);
  assert.equal(rest.done, true);
  assert.equal((await conn.query(`SELECT COUNT() FROM Lead WHERE Company = '${unique}'`)).totalSize, 201);
  const found = await conn.sobject('Lead').find({ LastName: "x' OR Name != '" }, ['Id', 'LastName']);
  assert.ok(found.every((r) => r.LastName === "x' OR Name != '"));
  const deleted = await conn.query(soql, { scanAll: true });
  assert.ok(deleted.totalSize > 201);
});

await step('describe: global and object', async () => {
  const all = await conn.describeGlobal();
  assert.ok(all.sobjects.some((o) => o.name === 'Opportunity'));
  const lead = await conn.describe('Lead');
  assert.equal(lead.fields.find((f) => f.name === 'Email').type, 'email');
  assert.equal(lead.fields.find((f) => f.name === 'Smarketing_Key__c').externalId, true);
});

await step('limits', async () => {
  const limits = await conn.limits();
  assert.ok(limits.DailyApiRequests.Remaining <= limits.DailyApiRequests.Max);
  assert.ok(conn.limitInfo.apiUsage.used > 0);
});

await step('a query job of the Bulk API 2.0 tells what a query tells', async () => {
  const soql = `SELECT Id, Email, Owner.Username, CreatedDate FROM Lead WHERE Company = '${unique}'`;
  conn.bulk2.pollInterval = 50;
  const byJob = await (await conn.bulk2.query(soql)).toArray();
  const byQuery = (await conn.query(soql, { autoFetch: true, maxFetch: 5000 })).records;
  const plain = (rows) => rows
    .map((r) => [r.Id, r.Email || null, r['Owner.Username'] ?? r.Owner?.Username, Date.parse(r.CreatedDate)])
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
  assert.equal(byJob.length, 201);
  assert.deepEqual(plain(byJob), plain(byQuery));
});

await step('SOAP of the client tells the same user', async () => {
  const info = await conn.soap.getUserInfo();
  assert.equal(info.userName, access.username);
  assert.ok(Math.abs(Date.parse((await conn.soap.getServerTimestamp()).timestamp) - Date.now()) < 366 * 24 * 3600_000);
});

await step('what was deleted in a span', async () => {
  const at = Date.parse((await conn.soap.getServerTimestamp()).timestamp);
  const hour = 3600_000;
  const deleted = await conn.sobject('Lead').deleted(new Date(at - hour), new Date(at + hour));
  assert.ok(deleted.deletedRecords.length > 48);
});

await step('errors are the client\'s own', async () => {
  await assert.rejects(conn.query('SELECT Nothing__c FROM Lead'), (e) => e.errorCode === 'INVALID_FIELD');
  await assert.rejects(conn.query('SELEC Id FROM Lead'), (e) => e.errorCode === 'MALFORMED_QUERY');
  const stranger = new jsforce.Connection({ instanceUrl: access.url, accessToken: 'wrong', version: access.apiVersion });
  await assert.rejects(stranger.query('SELECT Id FROM Lead'), (e) => e.errorCode === 'INVALID_SESSION_ID');
});
