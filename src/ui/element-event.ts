/** Base of all events of the elements. They bubble and leave shadow trees, so that one listener on the page suffices. */
export abstract class ElementEvent<Detail> extends CustomEvent<Detail> {
  static readonly eventName: string;

  constructor(detail: Detail, cancelable = false) {
    super(new.target.eventName, { detail, cancelable, bubbles: true, composed: true });
  }
}
