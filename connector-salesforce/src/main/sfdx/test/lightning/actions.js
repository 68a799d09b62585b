// Stands for the platform's module, of which the test library has none.
export const CLOSE = 'lightning__actionsclosescreen';

export class CloseActionScreenEvent extends CustomEvent {
    constructor() {
        super(CLOSE);
    }
}
