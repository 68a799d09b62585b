import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  Alert,
  Button,
  DescriptionListItem,
  ErrorState,
  Form,
  Heading,
  LoadingButton,
  LoadingSpinner,
  Select,
  Text,
  TextArea,
  ToggleGroup,
} from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import React from 'react';
import { Lead } from '../src/app/cards/Lead';
import type { Answer, Values } from '../src/app/cards/model';
import { SmarketingCard } from '../src/app/cards/SmarketingCard';

const card = (values: Values, send: (answer: Answer) => Promise<void> = async () => {}) => {
  const renderer = createRenderer('crm.record.tab');
  renderer.render(<Lead values={values} send={send} />);
  return renderer;
};

type Card = ReturnType<typeof card>;

const open = (it: Card) => it.find(Button, { variant: 'primary' }).trigger('onClick');
const choose = (it: Card, name: string, value: string) =>
  it.find(ToggleGroup, { name }).trigger('onChange', value as never);
const submit = (it: Card) => it.find(Form).trigger('onSubmit');

test('the card shows quality, stages and answer', () => {
  const it = card({ lifecyclestage: 'MQL', smarketing_grade: 'B', smarketing_verdict: 'rejected' });

  assert.deepEqual(
    it.findAll(Heading).map((heading) => heading.text),
    ['Quality', 'Stages', 'Sales\u2019 answer'],
  );
  assert.deepEqual(
    it.findAll(DescriptionListItem).map((item) => `${item.props.label}: ${item.find(Text).text}`),
    ['Grade: B', 'Lifecycle stage: MQL', 'Verdict: rejected'],
  );
});

test('a contact of whom nothing is told says so', () => {
  assert.match(card({}).find(Text).text ?? '', /^Marketing has told nothing/);
});

test('a lead is not rejected without a reason', async () => {
  const sent: Answer[] = [];
  const it = card({}, async (answer) => void sent.push(answer));
  open(it);
  assert.equal(it.maybeFind(Select), null);
  choose(it, 'verdict', 'rejected');
  submit(it);

  await it.waitFor(() => assert.match(it.find(Alert).props.title, /^Choose a reason/));
  assert.deepEqual(sent, []);
});

test('an answer is sent as it was given, and thanked for', async () => {
  const sent: Answer[] = [];
  const it = card({ smarketing_rating: '3' }, async (answer) => void sent.push(answer));
  open(it);
  choose(it, 'verdict', 'rejected');
  it.find(Select, { name: 'reason' }).trigger('onChange', 'no fit' as never);
  choose(it, 'rating', '2');
  it.find(TextArea).trigger('onInput', 'A student.' as never);
  submit(it);

  await it.waitFor(() => assert.equal(it.find(Alert).props.variant, 'success'));
  assert.deepEqual(sent, [{ verdict: 'rejected', reason: 'no fit', rating: '2', comment: 'A student.' }]);
  assert.equal(it.maybeFind(Form), null);
});

test('what speaks against an answer is told, and the form stays', async () => {
  const it = card({}, async () => {
    throw new Error('HubSpot did not save the answer (status 403).');
  });
  open(it);
  choose(it, 'verdict', 'accepted');
  submit(it);

  await it.waitFor(() => assert.match(it.find(Alert).props.title, /status 403/));
  assert.equal(it.find(LoadingButton).props.loading, false);
});

test('the card reads the contact, and tells if it cannot', () => {
  const { render, mocks, find, maybeFind } = createRenderer('crm.record.tab');
  const told = { properties: {}, error: null, isLoading: true, isRefetching: false, refetch: async () => {} };
  mocks.useCrmProperties.willCall(() => told);
  render(<SmarketingCard user="rep@example.com" />);
  assert.ok(find(LoadingSpinner));
  assert.ok(mocks.useCrmProperties.calls[0][0].includes('smarketing_verdict'));

  mocks.useCrmProperties.willCall(() => ({ ...told, isLoading: false, error: new Error('no access') }));
  render(<SmarketingCard user="rep@example.com" />);
  assert.equal(find(ErrorState).find(Text).text, 'no access');

  mocks.useCrmProperties.willCall(() => ({ ...told, isLoading: false, properties: { smarketing_grade: 'A' } }));
  render(<SmarketingCard user="rep@example.com" />);
  assert.equal(maybeFind(ErrorState), null);
  assert.equal(find(DescriptionListItem).find(Text).text, 'A');
});

test('an answer goes to the function with the contact that HubSpot names, and with the user who gives it', async () => {
  const calls: unknown[] = [];
  const results = [{ written: true, message: '' }, { written: false, message: 'Not today.' }];
  Object.assign(globalThis, {
    self: {
      serverless: async (...call: unknown[]) => {
        calls.push(call);
        return results.shift();
      },
    },
  });
  const renderer = createRenderer('crm.record.tab');
  let read = 0;
  renderer.mocks.useCrmProperties.willCall(() => ({
    properties: {},
    error: null,
    isLoading: false,
    isRefetching: false,
    refetch: async () => void read++,
  }));
  renderer.render(<SmarketingCard user="rep@example.com" />);
  open(renderer);
  choose(renderer, 'verdict', 'accepted');
  submit(renderer);
  await renderer.waitFor(() => assert.equal(renderer.find(Alert).props.variant, 'success'));
  assert.equal(read, 1);
  assert.deepEqual(calls, [
    [
      'smarketing_answer',
      {
        propertiesToSend: ['hs_object_id'],
        parameters: { verdict: 'accepted', reason: '', rating: '', comment: '', by: 'rep@example.com' },
      },
    ],
  ]);

  open(renderer);
  choose(renderer, 'verdict', 'accepted');
  submit(renderer);
  await renderer.waitFor(() => assert.equal(renderer.find(Alert).props.title, 'Not today.'));
});
