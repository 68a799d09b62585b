import React from 'react';
import { ErrorState, hubspot, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useCrmProperties } from '@hubspot/ui-extensions/crm';
import { Lead } from './Lead';
import { NAMES, WORDED, type Answer } from './model';

/** The name of the function that writes; a card itself can only read. */
const FUNCTION = 'smarketing_answer';

interface Props {
  /** The address of the user who looks at the contact: HubSpot tells it to cards, and not to functions. */
  user: string;
}

async function send(answer: Answer, user: string): Promise<void> {
  const result = await hubspot.serverless<{ written: boolean; message: string }>(FUNCTION, {
    propertiesToSend: ['hs_object_id'],
    parameters: { ...answer, by: user },
  });
  if (!result?.written) {
    throw new Error(result?.message || 'HubSpot did not save the answer.');
  }
}

/** The card on a contact's page. */
export function SmarketingCard({ user }: Props) {
  const { properties, isLoading, error, refetch } = useCrmProperties(NAMES, { propertiesToFormat: WORDED });
  if (isLoading) {
    return <LoadingSpinner label="Loading" />;
  }
  if (error) {
    return (
      <ErrorState title="The contact could not be read.">
        <Text>{error.message}</Text>
      </ErrorState>
    );
  }
  return (
    <Lead
      values={properties}
      send={async (answer) => {
        await send(answer, user);
        await refetch();
      }}
    />
  );
}

hubspot.extend<'crm.record.tab'>(({ context }) => <SmarketingCard user={context.user.email} />);
