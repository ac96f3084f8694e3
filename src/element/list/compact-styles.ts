import { css } from "lit";

/** Styles of the drop zone beside a list, and what of its styles the first paint does not need. */
export const compactStyles = css`
  @media (hover: hover) {
    .zone:hover {
      border-color: color-mix(in oklab, var(--_edge), var(--_text) 24%);
    }
    .browse:hover {
      background: color-mix(in oklab, var(--_accent), var(--_text) 14%);
    }
  }
  .browse:active {
    transform: translateY(1px);
  }
  .compact .browse {
    background: none;
    box-shadow: inset 0 0 0 var(--_line) var(--_edge);
    color: inherit;
  }
  @media (hover: hover) {
    .retry:hover,
    .compact .browse:hover {
      background: var(--_tint);
    }
  }
  @container (max-width: 26rem) {
    .compact {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 10px 12px;
      padding: 12px;
      text-align: start;
    }
    .compact .zone-icon {
      display: none;
    }
    /* Text beside the button where both fit; otherwise above it, with a button as wide as the zone. */
    .compact .zone-words {
      flex: 999 1 auto;
    }
    .compact .zone-buttons {
      flex: 1 1 auto;
      inline-size: auto;
    }
  }
  @container (width > 26rem) {
    .compact {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 10px 12px;
      padding: 12px 14px;
      text-align: start;
    }
    .compact .zone-icon {
      inline-size: 2.25rem;
      block-size: 2.25rem;
    }
    .compact .zone-words {
      flex: 1 1 7.5rem;
    }
    .compact .zone-buttons {
      margin-inline-start: auto;
    }
  }

  /* Joins a single file and the zone below it into one card. */
  .card:has(+ .compact:not(.resting)) {
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }
  .card + .compact {
    margin-block-start: calc(-1 * var(--_gap));
    padding-block: 8px;
    border-width: 0 var(--_line) var(--_line);
    border-style: solid;
    border-radius: 0 0 var(--_radius) var(--_radius);
  }
  .card + .compact:not([data-drag]) {
    border-color: var(--_border);
  }
  .card + .compact :is(.zone-icon, .drop-words) {
    display: none;
  }
  /* Keeps the zone focusable, behind the whole element. */
  .root:has(.resting) {
    isolation: isolate;
  }
  .zone.resting {
    position: absolute;
    z-index: -1;
    inset: 0;
    border: 0;
    background: none;
    pointer-events: none;
  }
  .resting > * {
    display: none;
  }
`;
