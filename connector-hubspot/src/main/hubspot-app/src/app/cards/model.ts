import all from './fields.json';

/** One property that the connector keeps on the contact. */
export interface Field {
  field: string;
  label: string;
  purpose: string;
  options?: string[];
}

/** The values of a contact's properties, as HubSpot hands them out. */
export type Values = Record<string, string | null | undefined>;

/** What sales says of a lead; blank texts are nothing said. */
export interface Answer {
  verdict: string;
  reason: string;
  rating: string;
  comment: string;
}

export interface Section {
  title: string;
  rows: { field: string; label: string; value: string }[];
}

export const ACCEPTED = 'accepted';

const FIELDS: Field[] = all.contact;

const SECTIONS = [
  { title: 'Quality', purposes: ['quality'] },
  { title: 'Stages', purposes: ['stage', 'stamp'] },
  { title: 'Handoff', purposes: ['handoff'] },
  { title: 'Sales\u2019 answer', purposes: ['verdict', 'reason', 'rating', 'comment', 'answered_by'] },
];

const ANSWERED: (keyof Answer)[] = ['verdict', 'reason', 'rating', 'comment'];

/** The properties that the card asks for. */
export const NAMES = FIELDS.map((f) => f.field);

/** Those that HubSpot is to put into the user's words; an answer is kept as it is, since it is written back. */
export const WORDED = FIELDS.filter((f) => !ANSWERED.includes(f.purpose as keyof Answer)).map((f) => f.field);

/** The property of that purpose; undefined if the configuration names none. */
export const fieldFor = (purpose: string): Field | undefined => FIELDS.find((f) => f.purpose === purpose);

/** What there is to show, by section: properties that are blank are left out, and so are sections without one. */
export function sectionsOf(values: Values): Section[] {
  return SECTIONS.map(({ title, purposes }) => ({
    title,
    rows: FIELDS.filter((f) => purposes.includes(f.purpose))
      .sort((a, b) => purposes.indexOf(a.purpose) - purposes.indexOf(b.purpose))
      .map((f) => ({ field: f.field, label: f.label, value: values[f.field] ?? '' }))
      .filter((row) => row.value !== ''),
  })).filter((section) => section.rows.length > 0);
}

/** What sales has answered until now. */
export function answerOf(values: Values): Answer {
  const told = (purpose: string) => values[fieldFor(purpose)?.field ?? ''] ?? '';
  return { verdict: told('verdict'), reason: told('reason'), rating: told('rating'), comment: told('comment') };
}

/** True if an answer needs a reason: whoever sends a lead back owes marketing one. */
export const needsReason = (answer: Answer): boolean =>
  answer.verdict !== '' && answer.verdict !== ACCEPTED && fieldFor('reason') !== undefined;

/** What is still missing of an answer; empty if it can be given. */
export function lackOf(answer: Answer): string {
  if (!answer.verdict) {
    return 'Choose a verdict.';
  }
  return needsReason(answer) && !answer.reason ? 'Choose a reason: marketing learns from it what to do next.' : '';
}
