/** Changes only what differs: every change of a state restyles the page's rules that ask for it. */
export function applyStates(states: CustomStateSet, on: ReadonlySet<string>): void {
  for (const name of [...states]) if (!on.has(name)) states.delete(name);
  for (const name of on) states.add(name);
}
