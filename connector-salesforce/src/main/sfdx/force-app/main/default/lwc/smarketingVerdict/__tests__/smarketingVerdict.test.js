import { createElement } from 'lwc';
import { CLOSE } from 'lightning/actions';
import SmarketingVerdict from 'c/smarketingVerdict';

describe('the quick action', () => {
    it('hands the record to the form and closes when the form is done', () => {
        const element = createElement('c-smarketing-verdict', { is: SmarketingVerdict });
        element.recordId = '003000000000001AAA';
        element.objectApiName = 'Contact';
        const closed = jest.fn();
        element.addEventListener(CLOSE, closed);
        document.body.appendChild(element);

        const form = element.shadowRoot.querySelector('c-smarketing-answer');
        expect([form.recordId, form.objectApiName]).toEqual(['003000000000001AAA', 'Contact']);
        form.dispatchEvent(new CustomEvent('done'));

        expect(closed).toHaveBeenCalledTimes(1);
    });
});
