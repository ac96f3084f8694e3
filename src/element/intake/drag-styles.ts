import { css } from "lit";

/** Styles of the drop zone while files are dragged. */
export const dragStyles = css`
  /* Keeps children from firing drag events of their own. */
  .zone[data-drag] > * {
    pointer-events: none;
  }
  .zone[data-drag] {
    border-style: solid;
  }
  .zone[data-drag="accepted"] {
    border-color: var(--_accent);
    background: color-mix(in oklab, var(--_accent) 9%, transparent);
    box-shadow: 0 0 0 3px color-mix(in oklab, var(--_accent) 16%, transparent);
  }
  .zone[data-drag="accepted"] .zone-icon {
    background: var(--_accent);
    color: var(--_on-accent);
    transform: translateY(-3px);
  }
  .zone[data-drag="refused"] {
    border-color: var(--_danger);
    background: color-mix(in oklab, var(--_danger) 7%, transparent);
    color: var(--_danger);
  }
  .zone[data-drag="refused"] :is(.hint, .text-button) {
    color: inherit;
  }
  .zone[data-drag="refused"] .zone-icon {
    background: color-mix(in oklab, var(--_danger) 14%, transparent);
    color: var(--_danger);
  }
  @media (forced-colors: active) {
    .zone[data-drag="accepted"] {
      outline: 3px solid Highlight;
    }
  }
`;
