/** Every event of our elements bubbles and leaves shadow trees, so that one listener on a form or page suffices. */
export abstract class ElementEvent<Detail> extends CustomEvent<Detail> {
  constructor(name: string, detail: Detail, cancelable = false) {
    super(name, { detail, cancelable, bubbles: true, composed: true });
  }
}
