import { css } from "lit";

/** The uploader's own: rows, of which only those in sight are there. */
export const rowStyles = css`
  .list {
    margin: 0;
    padding: 0;
    list-style: none;
    max-block-size: var(--lf-uploader-list-height, 32rem);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  /* Its own doing, since most rows are not there to hold on to. */
  .files {
    position: relative;
    overflow-anchor: none;
    /* Painted once and moved: on what shines through, Chromium would paint it anew for every frame of scrolling. */
    will-change: scroll-position;
  }
  /*
   * As tall as all rows together, beside those that are drawn: were it made of gaps, a layout while they change would find
   * less to scroll than there is, and WebKit would scroll back.
   */
  .partial::after {
    content: "";
    position: absolute;
    inset-block-start: 0;
    inline-size: 1px;
    block-size: var(--_all-rows);
    visibility: hidden;
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
  [data-status="failed"] .file-icon {
    background: color-mix(in oklab, var(--_danger) 11%, transparent);
    color: var(--_danger);
  }
  [data-status="succeeded"] .file-icon {
    background: color-mix(in oklab, var(--_success) 12%, transparent);
    color: var(--_success);
  }
  [data-status="cancelled"] .name {
    opacity: 0.65;
  }
  [data-status="cancelled"] .file-icon {
    background: none;
  }
  .words {
    position: relative;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 1.1em;
    /* Hides the dot before a figure that begins a line. */
    overflow: clip;
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }
  .meta > * {
    color: var(--_muted);
    /* "5 MB of 12 MB" keeps its order on a right-to-left page. */
    unicode-bidi: plaintext;
  }
  .figure {
    position: relative;
  }
  .figure::before {
    content: "·";
    /* To be seen and not heard. */
    content: "·" / "";
    position: absolute;
    inset-inline-start: -0.7em;
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
  .actions {
    display: flex;
    align-items: center;
    gap: 2px;
  }
  .pause-all {
    display: contents;
  }
  .text-button[aria-pressed="true"] {
    background: var(--_tint);
    color: var(--_text);
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
  }
`;
