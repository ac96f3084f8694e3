import { css } from "lit";

export const listStyles = css`
  .card {
    overflow: hidden;
    border: var(--_line) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .list {
    margin: 0;
    padding: 0;
    list-style: none;
    max-block-size: var(--lf-uploader-list-height, 32rem);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 2px 12px;
    /* The same with a progress bar and without, so that nothing jumps when an upload is over. */
    min-block-size: 4.625rem;
    padding-block: 10px;
    padding-inline: 14px 10px;
  }
  .row + .row {
    border-block-start: var(--_line) solid var(--_border);
  }
  .file-icon {
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    border-radius: var(--_inner-radius);
    background: var(--_tint);
    color: var(--_muted);
    overflow: hidden;
  }
  [data-status="failed"] .file-icon {
    background: color-mix(in oklab, var(--_danger) 11%, transparent);
    color: var(--_danger);
  }
  [data-status="succeeded"] .file-icon {
    background: color-mix(in oklab, var(--_success) 12%, transparent);
    color: var(--_success);
  }
  [data-status="cancelled"] :is(.name, .file-icon) {
    opacity: 0.65;
  }
  .words {
    position: relative;
  }
  .name bdi {
    display: flex;
    inline-size: fit-content;
    max-inline-size: 100%;
    font-weight: 550;
    white-space: pre;
  }
  .name span:first-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .name span + span {
    flex: none;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 14px;
    /* Hides the dot before a figure that begins a line. */
    overflow: clip;
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }
  .meta > * {
    color: var(--_muted);
  }
  /* "5 MB of 12 MB" keeps its order on a right-to-left page. */
  .meta > *,
  .summary-title {
    unicode-bidi: plaintext;
  }
  .status {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .status .icon {
    inline-size: 1rem;
    block-size: 1rem;
  }
  .figure {
    position: relative;
  }
  .figure::before {
    content: "·";
    /* To be seen and not heard. */
    content: "·" / "";
    position: absolute;
    inset-inline-start: -9px;
  }
  .folder {
    max-inline-size: 100%;
  }
  .folder bdi {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  [data-status="active"] .status {
    color: inherit;
  }
  [data-status="succeeded"] .status {
    color: var(--_success);
    font-weight: 550;
  }
  [data-status="failed"] .status,
  .meta .failed-count {
    color: var(--_danger);
    font-weight: 550;
  }
  [data-status="waiting"] .status {
    color: var(--_caution);
  }
  .error {
    grid-column: 2 / -1;
    padding-inline-end: 4px;
    font-size: var(--_small);
    overflow-wrap: anywhere;
  }
  .detail {
    display: block;
    color: var(--_muted);
  }
  .actions {
    display: flex;
    align-items: center;
    gap: 2px;
  }
  .retry {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: var(--_control);
    padding: 0 11px 0 9px;
    padding-inline: 9px 11px;
    border-radius: var(--_control-radius);
    box-shadow: inset 0 0 0 var(--_line) var(--_edge);
    font-size: var(--_small);
    font-weight: 550;
  }
  .retry:hover {
    background: var(--_tint);
  }
  .retry .icon {
    inline-size: 1rem;
    block-size: 1rem;
  }

  .summary {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 2px 12px;
    padding-block: 9px;
    padding-inline: 14px 8px;
    border-block-end: var(--_line) solid var(--_border);
  }
  .summary-words {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 10px;
    min-block-size: 1.3em;
  }
  .summary-title {
    font-size: var(--_size);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .summary-actions {
    display: flex;
    flex-wrap: wrap;
    margin-inline-start: auto;
  }
  .pause-all {
    display: contents;
  }
  /* It may stand at the edge of its card, which hides what sticks out. */
  .text-button:focus-visible {
    outline-offset: 0;
  }
  @container (max-width: 26rem) {
    .row {
      column-gap: 10px;
      padding-inline: 10px 6px;
    }
    .retry span {
      display: none;
    }
    .retry {
      inline-size: var(--_control);
      padding: 0;
      justify-content: center;
    }
    .summary {
      padding-inline-start: 10px;
    }
    .summary-actions {
      margin-inline-start: -8px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    /* Of a long list, rows come by scrolling, and those are not new. */
    .row:not(.partial > *) {
      animation: appear 0.18s ease-out;
    }
    @keyframes appear {
      from {
        opacity: 0;
        transform: translateY(3px);
      }
    }
    @keyframes breathe {
      50% {
        opacity: 0.45;
      }
    }
  }
`;
