import { createElement } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import SmarketingCard from 'c/smarketingCard';

const settled = () => Promise.resolve();

function card() {
    const element = createElement('c-smarketing-card', { is: SmarketingCard });
    element.recordId = '00Q000000000001AAA';
    element.objectApiName = 'Lead';
    document.body.appendChild(element);
    return element;
}

const find = (element, selector) => element.shadowRoot.querySelector(selector);

describe('the card', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows quality, stage and answer of the lead', async () => {
        const element = card();
        getRecord.emit({
            fields: {
                Smarketing_Grade__c: { value: 'B' },
                Smarketing_Stage__c: { value: 'MQL' },
                Smarketing_Verdict__c: { value: 'rejected' }
            }
        });
        await settled();

        const words = element.shadowRoot.textContent;
        expect(words).toMatch(/Quality.*Grade.*B.*Stages.*Lifecycle stage.*MQL.*Sales' answer.*Verdict.*rejected/s);
    });

    it('says so if nothing is told, and does not before the record is there', async () => {
        const element = card();
        expect(element.shadowRoot.textContent).not.toContain('nothing');
        getRecord.emit({ fields: { Smarketing_Grade__c: { value: null } } });
        await settled();

        expect(element.shadowRoot.textContent).toContain('Marketing has told nothing about this person yet.');
    });

    it('opens the form, and closes it when it is done', async () => {
        const element = card();
        getRecord.emit({ fields: { Smarketing_Verdict__c: { value: null } } });
        await settled();
        find(element, '[data-id="answer"]').click();
        await settled();
        expect(find(element, 'c-smarketing-answer').recordId).toBe('00Q000000000001AAA');
        expect(find(element, '[data-id="answer"]')).toBeNull();

        find(element, 'c-smarketing-answer').dispatchEvent(new CustomEvent('done'));
        await settled();
        expect(find(element, 'c-smarketing-answer')).toBeNull();
    });

    it('asks nobody for a verdict who may not see it', async () => {
        const element = card();
        getRecord.emit({ fields: { Smarketing_Grade__c: { value: 'A' } } });
        await settled();

        expect(find(element, '[data-id="answer"]')).toBeNull();
    });

    it('tells why a record cannot be read', async () => {
        const element = card();
        getRecord.error({ message: 'You have no access.' });
        await settled();

        expect(find(element, '[role="alert"]').textContent).toBe('You have no access.');
    });
});
