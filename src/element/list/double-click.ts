/**
 * Lets a double click do one thing: its second click is ignored where the first one has put another kind of button under the
 * pointer, for example the one that pauses an upload in place of the one that retries it. Buttons of one kind may be clicked
 * fast one after the other.
 */
export function ignoreStrayClicks(root: EventTarget): void {
  let first: string | undefined;
  root.addEventListener(
    "click",
    (event) => {
      if (!(event instanceof MouseEvent)) return;
      const { target } = event;
      const kind = target instanceof Element ? target.closest("button")?.part.value : undefined;
      if (event.detail > 1 && kind !== first) event.stopImmediatePropagation();
      else first = kind;
    },
    { capture: true },
  );
}
