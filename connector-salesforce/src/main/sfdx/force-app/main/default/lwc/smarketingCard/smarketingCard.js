import { LightningElement, api, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import { fieldFor, namesOf, sectionsOf, wordsOf } from 'c/smarketingLead';

/** How good a lead is, where it stands, and what sales says of it; sales can answer here, too. */
export default class SmarketingCard extends LightningElement {
    @api recordId;
    @api objectApiName;
    answering = false;
    record;
    failed = '';

    @wire(getRecord, { recordId: '$recordId', optionalFields: '$names' })
    told({ data, error }) {
        this.record = data;
        this.failed = error ? wordsOf(error) : '';
    }

    get names() {
        return namesOf(this.objectApiName);
    }

    get sections() {
        return sectionsOf(this.objectApiName, this.record);
    }

    get isEmpty() {
        return this.record !== undefined && this.sections.length === 0;
    }

    /** Who may not see the verdict is not asked for one. */
    get canAnswer() {
        const verdict = fieldFor(this.objectApiName, 'verdict');
        return !this.answering && verdict !== undefined && this.record?.fields?.[verdict.field] !== undefined;
    }

    toggle() {
        this.answering = !this.answering;
    }
}
