import { LightningElement, api } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';

/** The quick action with which sales answers marketing. */
export default class SmarketingVerdict extends LightningElement {
    @api recordId;
    @api objectApiName;

    close() {
        this.dispatchEvent(new CloseActionScreenEvent());
    }
}
