// Writes what sales answers to the contact on whose page the card stands; to nothing else, whatever the card sends.
const properties = require('./properties.json');

const CONTACTS = 'https://api.hubapi.com/crm/objects/2026-09/contacts/';
const ACCEPTED = 'accepted';
const ADDRESS = /^[^@\s]{1,64}@[^@\s]{1,190}$/;

const refused = (message) => ({ written: false, message });

const text = (value) => (value === undefined || value === null ? '' : String(value));

exports.main = async (context = {}) => {
  // HubSpot fills in the id; a card could name any contact
  const contact = text(context.propertiesToSend?.hs_object_id);
  const answer = context.parameters ?? {};
  const verdict = text(answer.verdict);
  if (!/^\d+$/.test(contact) || !verdict) {
    return refused('Choose a verdict.');
  }
  if (verdict !== ACCEPTED && properties.reason && !text(answer.reason)) {
    return refused('Choose a reason: marketing learns from it what to do next.');
  }
  // HubSpot keeps the app as who wrote: the user's address is written along
  const by = ADDRESS.test(text(answer.by)) ? answer.by : '';
  const values = { ...answer, verdict, by, reason: verdict === ACCEPTED ? '' : answer.reason };
  const changes = {};
  for (const [purpose, property] of Object.entries(properties)) {
    changes[property] = text(values[purpose]);
  }
  const response = await fetch(CONTACTS + contact, {
    method: 'PATCH',
    headers: {
      Authorization: `Bearer ${process.env.PRIVATE_APP_ACCESS_TOKEN}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ properties: changes }),
  });
  return response.ok
    ? { written: true, message: '' }
    : refused(`HubSpot did not save the answer (status ${response.status}).`);
};
