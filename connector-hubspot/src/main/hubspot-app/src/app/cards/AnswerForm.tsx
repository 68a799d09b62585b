import React, { useState } from 'react';
import { Alert, Button, ButtonRow, Form, LoadingButton, Select, TextArea, ToggleGroup } from '@hubspot/ui-extensions';
import { fieldFor, lackOf, needsReason, type Answer } from './model';

interface Props {
  before: Answer;
  send: (answer: Answer) => Promise<void>;
  cancel: () => void;
}

const RATINGS = ['1', '2', '3', '4', '5'];

const choices = (words: string[] = []) =>
  words.map((value) => ({ label: value.charAt(0).toUpperCase() + value.slice(1), value }));

/** The form in which sales answers marketing. */
export function AnswerForm({ before, send, cancel }: Props) {
  const [answer, setAnswer] = useState(before);
  const [problem, setProblem] = useState('');
  const [sending, setSending] = useState(false);

  const change = (part: Partial<Answer>) => {
    setProblem('');
    setAnswer((now) => ({ ...now, ...part }));
  };

  const submit = async () => {
    const lack = lackOf(answer);
    setProblem(lack);
    if (lack) {
      return;
    }
    setSending(true);
    try {
      await send(answer);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'HubSpot did not save the answer.');
      setSending(false);
    }
  };

  return (
    <Form onSubmit={submit} preventDefault>
      <ToggleGroup
        toggleType="radioButtonList"
        name="verdict"
        label="Verdict"
        required
        inline
        options={choices(fieldFor('verdict')?.options)}
        value={answer.verdict}
        onChange={(verdict) => change({ verdict })}
      />
      {needsReason(answer) && (
        <Select
          name="reason"
          label="Reason"
          required
          options={choices(fieldFor('reason')?.options)}
          value={answer.reason}
          onChange={(reason) => change({ reason: String(reason) })}
        />
      )}
      {fieldFor('rating') && (
        <ToggleGroup
          toggleType="radioButtonList"
          name="rating"
          label="How good is this lead? (5 is best)"
          inline
          options={choices(RATINGS)}
          value={answer.rating}
          onChange={(rating) => change({ rating })}
        />
      )}
      {fieldFor('comment') && (
        <TextArea
          name="comment"
          label="Comment"
          maxLength={2000}
          value={answer.comment}
          onInput={(comment) => change({ comment })}
        />
      )}
      {problem && <Alert title={problem} variant="danger" />}
      <ButtonRow>
        <LoadingButton type="submit" variant="primary" loading={sending}>
          Send
        </LoadingButton>
        <Button onClick={cancel}>Cancel</Button>
      </ButtonRow>
    </Form>
  );
}
