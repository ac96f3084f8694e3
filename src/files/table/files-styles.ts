import { css } from "lit";

/** Styles of the list of files, beyond the card, icons and buttons that it shares with the uploader. */
export const filesStyles = css`
  .range {
    color: var(--_muted);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
    unicode-bidi: plaintext;
  }
  .summary {
    flex-wrap: nowrap;
    min-block-size: 3.125rem;
  }
  .summary:last-child {
    border-block-end: 0;
  }
  .tools {
    display: flex;
    gap: 8px;
    padding: 8px 10px;
    border-block-end: var(--_line) solid var(--_border);
    min-block-size: calc(max(2.25rem, var(--_control)) + 17px);
  }
  .summary-words {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 10px;
    min-block-size: 1.3em;
    min-inline-size: 0;
  }
  .summary-actions {
    flex-wrap: nowrap;
    gap: 2px;
  }
  @media (hover: hover) {
    .retry:hover {
      background: var(--_tint);
    }
  }
  .icon-button[aria-disabled="true"]:hover {
    background: none;
    color: var(--_muted);
  }
  .turn:dir(rtl) .icon {
    transform: scaleX(-1);
  }
  .notice {
    align-items: start;
  }
  .notice .retry {
    flex: none;
    align-self: center;
  }
  .notice .retry:focus-visible,
  .link:focus-visible {
    outline-offset: 1px;
  }
  .link {
    display: inline-block;
    min-block-size: 1.5rem;
    color: var(--_accent);
    font-weight: 600;
  }

  .files {
    position: relative;
    max-block-size: var(--lf-uploader-list-height, 32rem);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .files:focus-visible,
  tr:focus-visible {
    outline-offset: -2px;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    text-align: start;
  }
  th,
  td {
    padding-block: 0;
    padding-inline: 0 20px;
    font-weight: inherit;
    text-align: start;
    white-space: nowrap;
  }
  thead th {
    padding-block: 7px;
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 550;
  }
  tr > :first-child {
    padding-inline-start: 14px;
  }
  tr > :last-child {
    padding-inline-end: 10px;
  }
  tbody tr {
    block-size: 3.625rem;
    border-block-start: var(--_line) solid var(--_border);
    font-size: var(--_small);
  }
  /* The name takes the remaining width, and is shortened to fit. */
  .who {
    inline-size: 100%;
    max-inline-size: 0;
  }
  .who > * {
    vertical-align: middle;
  }
  .who .file-icon {
    display: inline-grid;
    margin-inline-end: 12px;
  }
  .who .name {
    display: inline-block;
    inline-size: calc(100% - 2.25rem - 12px);
    font-size: var(--_size);
  }
  .fact {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
    unicode-bidi: plaintext;
  }
  .do {
    text-align: end;
  }
  .do > * {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    vertical-align: middle;
  }
  .status {
    color: var(--_muted);
  }
  [data-status="COMPLETED"] .status {
    color: var(--_success);
    font-weight: 550;
  }
  [data-status="COMPLETED"] .file-icon {
    background: color-mix(in oklab, var(--_success) 12%, transparent);
    color: var(--_success);
  }
  [data-status="PENDING"] .status {
    color: var(--_caution);
  }
  :is([data-status="CANCELLED"], [data-status="EXPIRED"]) .name {
    opacity: 0.65;
  }
  :is([data-status="CANCELLED"], [data-status="EXPIRED"]) .file-icon {
    background: none;
  }

  .empty,
  .body {
    padding: 14px;
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: 10px;
    padding-block: 30px 28px;
    color: var(--_muted);
    font-size: var(--_size);
    text-align: center;
    text-wrap: balance;
  }
  .ghost {
    display: flex;
    align-items: center;
    gap: 12px;
    block-size: 3.625rem;
    padding-inline: 14px;
  }
  .ghost + .ghost {
    border-block-start: var(--_line) solid var(--_border);
  }
  .ghost-line {
    block-size: 0.75rem;
    inline-size: 45%;
    border-radius: 4px;
    background: var(--_tint);
  }
  .ghost:nth-child(2) .ghost-line {
    inline-size: 60%;
  }

  /* In a narrow element each row is a card: name above, facts below. */
  @container (max-width: 44rem) {
    table,
    tbody {
      display: block;
    }
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tbody tr {
      position: relative;
      display: flex;
      flex-wrap: wrap;
      align-content: center;
      column-gap: 1.1em;
      block-size: auto;
      min-block-size: 4.125rem;
      padding-block: 10px;
      padding-inline: calc(2.25rem + 26px) calc(var(--_control) + 24px);
      overflow: clip;
    }
    tbody tr:first-child {
      border-block-start: 0;
    }
    tbody tr > :nth-child(n) {
      padding-inline: 0;
    }
    .who {
      flex: 0 0 100%;
      max-inline-size: none;
    }
    .who .name {
      display: block;
      inline-size: auto;
    }
    .who .file-icon {
      position: absolute;
      inset-block-start: calc(50% - 1.125rem);
      inset-inline-start: 14px;
    }
    .fact {
      position: relative;
    }
    .fact:not(:empty)::before {
      content: "·";
      content: "·" / "";
      position: absolute;
      inset-inline-start: -0.7em;
    }
    .do {
      position: absolute;
      inset-block-start: calc(50% - var(--_control) / 2);
      inset-inline-end: 10px;
    }
    .do .retry {
      inline-size: var(--_control);
      padding: 0;
    }
    .do .retry span {
      display: none;
    }
    .ghost {
      block-size: 4.125rem;
    }
  }
  @container (max-width: 26rem) {
    tbody tr {
      padding-inline: calc(2.25rem + 20px) calc(var(--_control) + 14px);
    }
    .who + td,
    .exact {
      flex: 0 0 100%;
    }
    .who + td + .fact::before,
    .exact.fact::before {
      display: none;
    }
    .who .file-icon {
      inset-inline-start: 10px;
    }
    .do {
      inset-inline-end: 6px;
    }
    /* There is room for text beside a cross, but not beside a button with text. */
    .notice {
      flex-wrap: wrap;
    }
    .notice-words {
      flex-basis: calc(100% - 4.75rem);
    }
    .notice .retry {
      inline-size: auto;
      padding-inline: 9px 11px;
      margin-inline-start: 30px;
    }
    .ghost {
      gap: 10px;
      padding-inline: 10px;
    }
    .summary-actions {
      margin-inline-start: auto;
    }
  }
  @container (max-width: 15rem) {
    tbody tr {
      padding-inline-start: 10px;
      hyphens: auto;
      overflow-wrap: anywhere;
    }
    td {
      white-space: normal;
    }
    .who .file-icon,
    .fact:not(:empty)::before {
      display: none;
    }
    .fact {
      flex: 0 0 100%;
    }
    .summary {
      flex-wrap: wrap;
    }
    .notice .retry {
      flex: initial;
      margin-inline-start: 0;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    /* Starts late, so that short waits show nothing. */
    .loading .icon {
      animation: turn 0.9s linear 0.4s infinite;
    }
    .skeleton {
      animation: breathe 1.6s ease-in-out infinite;
    }
    @keyframes turn {
      to {
        transform: rotate(1turn);
      }
    }
  }
`;
