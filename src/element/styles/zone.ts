import { css } from "lit";

export const zoneStyles = css`
  .zone {
    display: grid;
    justify-items: center;
    gap: 14px;
    padding: 30px 20px 28px;
    border: 1.5px dashed color-mix(in oklab, var(--_text) 26%, transparent);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: center;
    cursor: pointer;
  }
  .zone:hover {
    border-color: color-mix(in oklab, var(--_text) 42%, transparent);
  }
  .zone-icon {
    display: grid;
    place-items: center;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    border-radius: 50%;
    background: color-mix(in oklab, var(--_accent) 13%, transparent);
    color: var(--_accent);
  }
  .zone-words {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .heading {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .hint {
    color: var(--_muted);
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .browse {
    min-block-size: 2.25rem;
    padding: 0 16px;
    border-radius: var(--_inner-radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.875rem;
    font-weight: 600;
    white-space: nowrap;
    box-shadow: 0 1px 2px rgb(0 0 0 / 0.16);
  }
  .browse:hover {
    background: color-mix(in oklab, var(--_accent), var(--_text) 14%);
  }
  .browse:active {
    transform: translateY(1px);
    box-shadow: none;
  }
  .browse:disabled {
    cursor: not-allowed;
  }

  /* While files are dragged, nothing inside is entered or left. */
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
  .zone[data-drag="refused"] .hint {
    color: inherit;
  }
  .zone[data-drag="refused"] .zone-icon {
    background: color-mix(in oklab, var(--_danger) 14%, transparent);
    color: var(--_danger);
  }
  .zone[data-disabled] {
    cursor: not-allowed;
  }
  /* Not its words, which are no control, and are to be read. */
  .zone[data-disabled] :is(.zone-icon, .browse) {
    opacity: 0.55;
  }

  .zone.compact {
    grid-template-columns: auto 1fr auto;
    align-items: center;
    justify-items: start;
    gap: 12px;
    padding: 12px 14px;
    text-align: start;
  }
  .compact .zone-icon {
    inline-size: 2.25rem;
    block-size: 2.25rem;
  }
  @container (max-width: 26rem) {
    .zone.compact {
      grid-template-columns: 1fr auto;
    }
    .compact .zone-icon {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .zone[data-drag="accepted"] {
      border-color: Highlight;
    }
    .browse,
    .retry {
      border: 1px solid ButtonBorder;
    }
  }
`;
