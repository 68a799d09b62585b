import { createElement } from 'lwc';
import { getRecord, updateRecord } from 'lightning/uiRecordApi';
import SmarketingAnswer from 'c/smarketingAnswer';

const settled = async () => {
    for (let i = 0; i < 5; i++) {
        await Promise.resolve();
    }
};

function form(done = () => {}) {
    const element = createElement('c-smarketing-answer', { is: SmarketingAnswer });
    element.recordId = '00Q000000000001AAA';
    element.objectApiName = 'Lead';
    element.addEventListener('done', done);
    document.body.appendChild(element);
    return element;
}

const find = (element, name) => [...element.shadowRoot.querySelectorAll('*')].find((field) => field.name === name);

async function fill(element, name, value) {
    find(element, name).dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await settled();
}

async function send(element) {
    element.shadowRoot.querySelector('[data-id="send"]').click();
    await settled();
}

const problem = (element) => element.shadowRoot.querySelector('[role="alert"]')?.textContent;

describe('the form', () => {
    beforeEach(() => {
        updateRecord.mockReset();
        updateRecord.mockResolvedValue({});
    });
    afterEach(() => document.body.replaceChildren());

    it('offers the words of the configuration', async () => {
        const element = form();
        expect(find(element, 'verdict').options.map((o) => o.value)).toEqual(['accepted', 'rejected', 'disqualified']);
        expect(find(element, 'verdict').options[0].label).toBe('Accepted');
        expect(find(element, 'reason')).toBeUndefined();

        await fill(element, 'verdict', 'rejected');
        expect(find(element, 'reason').options.map((o) => o.value)).toContain('too early');
    });

    it('does not reject a lead without a reason', async () => {
        const done = jest.fn();
        const element = form(done);
        await fill(element, 'verdict', 'rejected');
        await send(element);

        expect(problem(element)).toMatch(/^Choose a reason/);
        expect(updateRecord).not.toHaveBeenCalled();
        expect(done).not.toHaveBeenCalled();
    });

    it('writes the answer to the record, and is done', async () => {
        const done = jest.fn();
        const element = form(done);
        await fill(element, 'verdict', 'rejected');
        await fill(element, 'reason', 'no fit');
        await fill(element, 'rating', '2');
        await fill(element, 'comment', 'A student.');
        await send(element);

        expect(updateRecord).toHaveBeenCalledWith({
            fields: {
                Id: '00Q000000000001AAA',
                Smarketing_Verdict__c: 'rejected',
                Smarketing_Reason__c: 'no fit',
                Smarketing_Rating__c: 2,
                Smarketing_Comment__c: 'A student.'
            }
        });
        expect(done).toHaveBeenCalledTimes(1);
    });

    it('stays open with the reason if Salesforce refuses the answer', async () => {
        updateRecord.mockRejectedValue({ body: { message: 'Somebody else has it open.' } });
        const done = jest.fn();
        const element = form(done);
        await fill(element, 'verdict', 'accepted');
        await send(element);

        expect(problem(element)).toBe('Somebody else has it open.');
        expect(done).not.toHaveBeenCalled();
        expect(element.shadowRoot.querySelector('[data-id="send"]').disabled).toBe(false);
    });

    it('begins with the answer that is there, and keeps what is typed meanwhile', async () => {
        const element = form();
        getRecord.emit({ fields: { Smarketing_Verdict__c: { value: 'accepted' } } });
        await settled();
        expect(find(element, 'verdict').value).toBe('accepted');

        await fill(element, 'verdict', 'rejected');
        getRecord.emit({ fields: { Smarketing_Verdict__c: { value: 'accepted' } } });
        await settled();
        expect(find(element, 'verdict').value).toBe('rejected');
    });
});
