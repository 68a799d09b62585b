import { answerOf, fieldsToWrite, lackOf, namesOf, sectionsOf, wordsOf } from 'c/smarketingLead';

const record = (values) => ({
    fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, displayValue: null }]))
});

describe('what the connector keeps of a lead', () => {
    it('asks for the fields of the object at hand, and of no other', () => {
        expect(namesOf('Lead')).toContain('Lead.Smarketing_Verdict__c');
        expect(namesOf('Contact').every((name) => name.startsWith('Contact.'))).toBe(true);
        expect(namesOf('Case')).toEqual([]);
    });

    it('shows what is told, in sections, and leaves out what is blank', () => {
        const told = record({ Smarketing_Grade__c: 'A', Smarketing_Score__c: 0, Smarketing_Comment__c: null });
        expect(sectionsOf('Lead', told)).toEqual([
            {
                title: 'Quality',
                rows: [
                    { key: 'Smarketing_Grade__c', label: 'Grade', value: 'A' },
                    { key: 'Smarketing_Score__c', label: 'Score', value: '0' }
                ]
            }
        ]);
        expect(sectionsOf('Lead', undefined)).toEqual([]);
    });

    it('begins what sales says with the verdict', () => {
        const told = record({ Smarketing_Verdict_By__c: 'sales-1@example.com', Smarketing_Verdict__c: 'accepted' });
        expect(sectionsOf('Lead', told)[0].rows.map((row) => row.label)).toEqual(['Verdict', 'Verdict by']);
    });

    it('prefers the words of the user to the value', () => {
        const told = { fields: { Smarketing_MQL_At__c: { value: '2026-11-20T10:00:00Z', displayValue: '20 Nov 2026' } } };
        expect(sectionsOf('Lead', told)[0].rows[0].value).toBe('20 Nov 2026');
    });
});

describe('an answer', () => {
    it('begins with what was answered before', () => {
        expect(answerOf('Lead', record({ Smarketing_Verdict__c: 'rejected', Smarketing_Rating__c: 2 }))).toEqual({
            verdict: 'rejected',
            reason: '',
            rating: '2',
            comment: ''
        });
    });

    it('needs a verdict, and a reason unless the lead is accepted', () => {
        expect(lackOf('Lead', { verdict: '' })).toBe('Choose a verdict.');
        expect(lackOf('Lead', { verdict: 'rejected', reason: '' })).toMatch(/^Choose a reason/);
        expect(lackOf('Lead', { verdict: 'disqualified', reason: '' })).toMatch(/^Choose a reason/);
        expect(lackOf('Lead', { verdict: 'rejected', reason: 'no fit' })).toBe('');
        expect(lackOf('Lead', { verdict: 'accepted', reason: '' })).toBe('');
    });

    it('is written as numbers and blanks, and an acceptance takes the reason back', () => {
        const answer = { verdict: 'accepted', reason: 'no fit', rating: '4', comment: '' };
        expect(fieldsToWrite('Contact', '003', answer)).toEqual({
            Id: '003',
            Smarketing_Verdict__c: 'accepted',
            Smarketing_Reason__c: null,
            Smarketing_Rating__c: 4,
            Smarketing_Comment__c: null
        });
    });

    it('tells what speaks against it, from wherever the platform puts it', () => {
        const fieldErrors = { Smarketing_Reason__c: [{ message: 'Not one of the list.' }] };
        expect(wordsOf({ body: { output: { errors: [], fieldErrors } } })).toBe('Not one of the list.');
        expect(wordsOf({ body: { message: 'No access.' } })).toBe('No access.');
        expect(wordsOf(new Error('x'))).toBe('Salesforce did not save the answer.');
    });
});
