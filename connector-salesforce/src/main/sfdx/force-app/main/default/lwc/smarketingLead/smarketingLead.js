import FIELDS from './fields';

export const ACCEPTED = 'accepted';

const SECTIONS = [
    { title: 'Quality', purposes: ['quality'] },
    { title: 'Stages', purposes: ['stage', 'stamp'] },
    { title: 'Handoff', purposes: ['handoff'] },
    { title: "Sales' answer", purposes: ['verdict', 'reason', 'rating', 'comment', 'answered_by'] }
];

const fieldsOf = (object) => FIELDS[object] ?? [];

/** The field of that purpose; undefined if the configuration names none. */
export const fieldFor = (object, purpose) => fieldsOf(object).find((f) => f.purpose === purpose);

/** All fields of an object, as the record API asks for them; what a user may not see is left out there. */
export const namesOf = (object) => fieldsOf(object).map((f) => `${object}.${f.field}`);

const shown = (held) => held?.displayValue ?? held?.value ?? '';

/** What there is to show, by section: fields that are blank are left out, and so are sections without a field. */
export function sectionsOf(object, record) {
    return SECTIONS.map(({ title, purposes }) => ({
        title,
        rows: fieldsOf(object)
            .filter((f) => purposes.includes(f.purpose))
            .sort((a, b) => purposes.indexOf(a.purpose) - purposes.indexOf(b.purpose))
            .map((f) => ({ key: f.field, label: f.label, value: String(shown(record?.fields?.[f.field])) }))
            .filter((row) => row.value !== '')
    })).filter((section) => section.rows.length > 0);
}

/** What sales has answered until now, by purpose. */
export function answerOf(object, record) {
    const answer = {};
    for (const purpose of ['verdict', 'reason', 'rating', 'comment']) {
        const value = record?.fields?.[fieldFor(object, purpose)?.field]?.value;
        answer[purpose] = value === undefined || value === null ? '' : String(value);
    }
    return answer;
}

/** What is still missing of an answer; empty if it can be given. */
export function lackOf(object, answer) {
    if (!answer.verdict) {
        return 'Choose a verdict.';
    }
    const needsReason = answer.verdict !== ACCEPTED && fieldFor(object, 'reason');
    return needsReason && !answer.reason ? 'Choose a reason: marketing learns from it what to do next.' : '';
}

/** An answer as the record API writes it. Whoever accepts a lead takes an earlier reason back. */
export function fieldsToWrite(object, recordId, answer) {
    const values = { ...answer, reason: answer.verdict === ACCEPTED ? '' : answer.reason };
    const fields = { Id: recordId };
    for (const [purpose, value] of Object.entries(values)) {
        const field = fieldFor(object, purpose);
        if (field) {
            fields[field.field] = value === '' ? null : purpose === 'rating' ? Number(value) : value;
        }
    }
    return fields;
}

/** The words of an error of the record API. */
export function wordsOf(error) {
    const details = error?.body?.output;
    const rows = [...(details?.errors ?? []), ...Object.values(details?.fieldErrors ?? {}).flat()];
    return rows.map((row) => row.message).join(' ') || error?.body?.message || 'Salesforce did not save the answer.';
}
