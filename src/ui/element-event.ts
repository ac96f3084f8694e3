/** Base of all events of the elements. They bubble and leave shadow trees, so that one listener on the page suffices. */
export abstract class ElementEvent<Detail> extends CustomEvent<Detail> {
  constructor(name: string, detail: Detail, cancelable = false) {
    super(name, { detail, cancelable, bubbles: true, composed: true });
  }
}
