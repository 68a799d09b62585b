import React, { useState } from 'react';
import { Alert, Button, DescriptionList, DescriptionListItem, Divider, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { AnswerForm } from './AnswerForm';
import { answerOf, fieldFor, sectionsOf, type Answer, type Values } from './model';

interface Props {
  values: Values;
  /** Writes an answer; fails with the words of what speaks against it. */
  send: (answer: Answer) => Promise<void>;
}

/** How good a lead is, where it stands, and what sales says of it; sales can answer here, too. */
export function Lead({ values, send }: Props) {
  const [answering, setAnswering] = useState(false);
  const [sent, setSent] = useState(false);
  const sections = sectionsOf(values);

  const answer = async (given: Answer) => {
    await send(given);
    setAnswering(false);
    setSent(true);
  };

  return (
    <Flex direction="column" gap="medium">
      {sent && <Alert title="Marketing has your answer." variant="success" />}
      {answering && <AnswerForm before={answerOf(values)} send={answer} cancel={() => setAnswering(false)} />}
      {!answering && fieldFor('verdict') && (
        <Flex justify="end">
          <Button
            variant="primary"
            onClick={() => {
              setSent(false);
              setAnswering(true);
            }}
          >
            Answer marketing
          </Button>
        </Flex>
      )}
      {sections.length === 0 && <Text variant="microcopy">Marketing has told nothing about this person yet.</Text>}
      {sections.map((section, index) => (
        <Flex key={section.title} direction="column" gap="small">
          {index > 0 && <Divider />}
          <Heading>{section.title}</Heading>
          <DescriptionList direction="row">
            {section.rows.map((row) => (
              <DescriptionListItem key={row.field} label={row.label}>
                <Text>{row.value}</Text>
              </DescriptionListItem>
            ))}
          </DescriptionList>
        </Flex>
      ))}
    </Flex>
  );
}
