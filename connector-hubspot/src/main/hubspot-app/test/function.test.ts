import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { main } from '../src/app/functions/answer';

interface Request {
  url: string;
  init: RequestInit;
}

const requests: Request[] = [];
let status = 200;

beforeEach(() => {
  requests.length = 0;
  status = 200;
  process.env.PRIVATE_APP_ACCESS_TOKEN = 'token';
  globalThis.fetch = async (url, init) => {
    requests.push({ url: String(url), init: init ?? {} });
    return new Response('{}', { status });
  };
});

const answer = (parameters: object, contact: unknown = '101') =>
  main({ propertiesToSend: { hs_object_id: contact }, parameters });

test('an answer is written to the contact of the page, and to our properties only', async () => {
  const given = { verdict: 'rejected', reason: 'no fit', rating: 2, comment: null, email: 'lead-0001@example.com' };
  assert.deepEqual(await answer(given), { written: true, message: '' });

  assert.equal(requests.length, 1);
  assert.equal(requests[0].url, 'https://api.hubapi.com/crm/objects/2026-09/contacts/101');
  assert.equal(requests[0].init.method, 'PATCH');
  assert.equal((requests[0].init.headers as Record<string, string>).Authorization, 'Bearer token');
  assert.deepEqual(JSON.parse(String(requests[0].init.body)), {
    properties: {
      smarketing_verdict: 'rejected',
      smarketing_reason: 'no fit',
      smarketing_rating: '2',
      smarketing_comment: '',
      smarketing_verdict_by: '',
    },
  });
});

test('an acceptance takes an earlier reason back', async () => {
  await answer({ verdict: 'accepted', reason: 'no fit' });
  assert.equal(JSON.parse(String(requests[0].init.body)).properties.smarketing_reason, '');
});

test('who gave the answer is written along, if it is an address', async () => {
  await answer({ verdict: 'accepted', by: 'rep@example.com' });
  await answer({ verdict: 'accepted', by: 'a rep' });
  assert.deepEqual(
    requests.map((request) => JSON.parse(String(request.init.body)).properties.smarketing_verdict_by),
    ['rep@example.com', ''],
  );
});

test('a lead is not rejected without a reason, whatever the card lets through', async () => {
  for (const verdict of ['rejected', 'disqualified']) {
    const result = await answer({ verdict });
    assert.equal(result.written, false);
    assert.match(result.message, /^Choose a reason/);
  }
  assert.equal((await answer({})).written, false);
  assert.equal(requests.length, 0);
});

test('a contact that HubSpot did not name is not written', async () => {
  assert.equal((await answer({ verdict: 'accepted' }, '1/../2')).written, false);
  assert.equal((await main({ parameters: { verdict: 'accepted' } })).written, false);
  assert.equal((await main()).written, false);
  assert.equal(requests.length, 0);
});

test('a refusal of HubSpot is told', async () => {
  status = 403;
  assert.deepEqual(await answer({ verdict: 'accepted' }), {
    written: false,
    message: 'HubSpot did not save the answer (status 403).',
  });
});
