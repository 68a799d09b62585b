// All leads as jsforce reads them, by a query and by a query job, as JSON. Usage: node leads.mjs ACCESS.json
import { readFileSync } from 'node:fs';
import jsforce from 'jsforce';

const access = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const conn = new jsforce.Connection({ instanceUrl: access.url, accessToken: access.accessToken, version: '68.0' });
conn.bulk2.pollInterval = 50;
const soql = 'SELECT Id, Email, LastName, City, SystemModstamp FROM Lead';
const plain = (rows) => rows
  .map((r) => ({
    Id: r.Id,
    Email: r.Email || '',
    LastName: r.LastName,
    City: r.City || '',
    SystemModstamp: new Date(r.SystemModstamp).toISOString(),
  }))
  .sort((a, b) => (a.Id < b.Id ? -1 : 1));
const query = await conn.query(soql, { autoFetch: true, maxFetch: 100000 });
const job = await (await conn.bulk2.query(soql)).toArray();
console.log(JSON.stringify({ query: plain(query.records), job: plain(job) }));
