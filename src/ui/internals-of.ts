/**
 * Internals of an element. In jsdom and happy-dom, which lack what forms need, an object that does nothing takes their place:
 * tests of a page's components render the elements there. Script-tag builds call `attachInternals` directly.
 */
export function internalsOf(element: HTMLElement): ElementInternals {
  const internals: Partial<ElementInternals> | undefined = element.attachInternals?.();
  return (internals?.setFormValue ? internals : STAND_IN) as ElementInternals;
}

const isValid = () => true;
const STAND_IN: object = {
  labels: [],
  setFormValue: isValid,
  setValidity: isValid,
  checkValidity: isValid,
  reportValidity: isValid,
};
