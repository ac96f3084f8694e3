import { css } from "lit";

/** Styles of the uploader's rows, of which only the visible ones are drawn. */
export const rowStyles = css`
  .list {
    margin: 0;
    padding: 0;
    list-style: none;
    max-block-size: var(--lf-uploader-list-height, 32rem);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  /* The element anchors the scroll position itself, because most rows are not drawn. */
  .files {
    position: relative;
    overflow-anchor: none;
    /* Makes Chromium paint the list once: on a translucent background it would repaint for every frame of scrolling. */
    will-change: scroll-position;
  }
  /*
   * Spacer as tall as all rows together, beside the drawn ones. With gaps between rows instead, the list would be shorter
   * while they change, and WebKit would scroll back.
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
    /* The same height with and without a progress bar, so that rows do not move when an upload ends. */
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
    /* Hides the dot before the first figure of a line. */
    overflow: clip;
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }
  .meta > * {
    color: var(--_muted);
    /* Keeps the order of "5 MB of 12 MB" on right-to-left pages. */
    unicode-bidi: plaintext;
  }
  .figure {
    position: relative;
  }
  .figure::before {
    content: "·";
    /* Hidden from screen readers. */
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
  /* The card clips a ring that extends beyond its edge. */
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
    /* Long lists are excluded, because their rows appear by scrolling. */
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
