/** Sets the custom states of an element. Only differences are applied, because each change restyles the page. */
export function applyStates(states: CustomStateSet, on: ReadonlySet<string>): void {
  for (const name of [...states]) if (!on.has(name)) states.delete(name);
  for (const name of on) states.add(name);
}
