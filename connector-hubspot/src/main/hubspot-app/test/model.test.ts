import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, lackOf, needsReason, sectionsOf, WORDED, type Answer } from '../src/app/cards/model';

const answer = (part: Partial<Answer>): Answer => ({ verdict: '', reason: '', rating: '', comment: '', ...part });

test('what is told is shown in sections, and what is blank is left out', () => {
  assert.deepEqual(sectionsOf({ smarketing_grade: 'A', smarketing_verdict: null, smarketing_mql_at: '' }), [
    { title: 'Quality', rows: [{ field: 'smarketing_grade', label: 'Grade', value: 'A' }] },
  ]);
  assert.deepEqual(sectionsOf({}), []);
});

test('an answer keeps the values that it is written in', () => {
  assert.ok(WORDED.includes('smarketing_mql_at'));
  assert.ok(!WORDED.includes('smarketing_verdict'));
  assert.deepEqual(answerOf({ smarketing_verdict: 'rejected' }), answer({ verdict: 'rejected' }));
});

test('whoever sends a lead back owes a reason', () => {
  assert.equal(lackOf(answer({})), 'Choose a verdict.');
  assert.match(lackOf(answer({ verdict: 'rejected' })), /^Choose a reason/);
  assert.match(lackOf(answer({ verdict: 'disqualified' })), /^Choose a reason/);
  assert.equal(lackOf(answer({ verdict: 'rejected', reason: 'no fit' })), '');
  assert.equal(lackOf(answer({ verdict: 'accepted' })), '');
  assert.equal(needsReason(answer({})), false);
});
