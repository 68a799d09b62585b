import { LightningElement, api, wire } from 'lwc';
import { getRecord, updateRecord } from 'lightning/uiRecordApi';
import { ACCEPTED, answerOf, fieldFor, fieldsToWrite, lackOf, namesOf, wordsOf } from 'c/smarketingLead';

const choice = (value) => ({ label: value.charAt(0).toUpperCase() + value.slice(1), value });

/** The form in which sales answers marketing; it tells when it is done, saved or not. */
export default class SmarketingAnswer extends LightningElement {
    @api recordId;
    @api objectApiName;
    answer = { verdict: '', reason: '', rating: '', comment: '' };
    touched = false;
    problem = '';
    saving = false;

    /** What was answered before is where the form begins; a change elsewhere does not undo what is typed. */
    @wire(getRecord, { recordId: '$recordId', optionalFields: '$names' })
    told({ data }) {
        if (data && !this.touched) {
            this.answer = answerOf(this.objectApiName, data);
        }
    }

    get names() {
        return namesOf(this.objectApiName);
    }

    get verdicts() {
        return this.options('verdict');
    }

    get reasons() {
        return this.options('reason');
    }

    options(purpose) {
        return (fieldFor(this.objectApiName, purpose)?.options ?? []).map(choice);
    }

    get ratings() {
        return ['1', '2', '3', '4', '5'].map(choice);
    }

    get asksReason() {
        return this.reasons.length > 0 && this.answer.verdict !== '' && this.answer.verdict !== ACCEPTED;
    }

    get asksRating() {
        return fieldFor(this.objectApiName, 'rating') !== undefined;
    }

    get asksComment() {
        return fieldFor(this.objectApiName, 'comment') !== undefined;
    }

    changed(event) {
        this.touched = true;
        this.problem = '';
        this.answer = { ...this.answer, [event.target.name]: event.detail.value };
    }

    async send() {
        this.problem = lackOf(this.objectApiName, this.answer);
        if (this.problem) {
            return;
        }
        this.saving = true;
        try {
            await updateRecord({ fields: fieldsToWrite(this.objectApiName, this.recordId, this.answer) });
            this.close();
        } catch (error) {
            this.problem = wordsOf(error);
        } finally {
            this.saving = false;
        }
    }

    close() {
        this.dispatchEvent(new CustomEvent('done'));
    }
}
