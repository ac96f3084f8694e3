/**
 * Lets a press do what its button said, and a double click do one thing: a click is ignored where another kind of button has
 * come under the pointer since the press, or since the first press of several fast ones. Such a button is for example the one
 * that pauses an upload in place of the one that retries it. Buttons of one kind may be clicked fast one after the other.
 */
export function ignoreStrayClicks(root: EventTarget): void {
  /** Kind of button of the first press of several; its click may never come, where what was pressed is gone. */
  let first: string | undefined;
  /** Kind of button of the press whose click is to come; null if there was none, as before a click by assistive technology. */
  let pressed: string | undefined | null = null;
  root.addEventListener(
    "mousedown",
    (event) => {
      pressed = kindAt(event);
      if (!isRepeated(event)) first = pressed;
    },
    { capture: true },
  );
  root.addEventListener(
    "click",
    (event) => {
      // The keyboard and scripts click without a press.
      if (!(event instanceof UIEvent) || event.detail === 0) return;
      const wanted = isRepeated(event) ? first : pressed;
      pressed = null;
      if (wanted !== null && kindAt(event) !== wanted) event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

/** Whether it belongs to the second of two fast clicks, or to a later one. */
function isRepeated(event: Event): boolean {
  return event instanceof UIEvent && event.detail > 1;
}

/** Kind of the button at which an event happened; undefined beside the buttons. */
function kindAt({ target }: Event): string | undefined {
  return target instanceof Element ? target.closest("button")?.part.value : undefined;
}
