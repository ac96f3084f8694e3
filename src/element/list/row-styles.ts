import { css } from "lit";

/** Styles of the uploader's rows. */
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
  .row {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    /* In a row that is kept taller than its lines they stay where they are. */
    align-content: start;
    gap: 2px 12px;
    padding-block: 14px 21px;
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
  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 1.1em;
    /* Hides the dot before the first figure of a line. Letters may stick out above and below. */
    overflow-x: clip;
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
    flex: 0 1 auto;
    min-inline-size: 0;
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
  [data-status="failed"] .status {
    color: var(--_danger);
    font-weight: 550;
  }
  [data-status="waiting"] .status,
  [data-doubt] .status {
    color: var(--_caution);
  }
  [data-doubt] .file-icon {
    background: color-mix(in oklab, var(--_caution) 14%, transparent);
    color: var(--_caution);
  }
  .error {
    font-size: var(--_small);
    overflow-wrap: anywhere;
  }
  .meta .error {
    flex: 1 0 100%;
    min-inline-size: 0;
    color: inherit;
  }
  .actions {
    display: flex;
    align-items: center;
    gap: 2px;
  }
  @media (pointer: coarse) {
    .actions {
      gap: 8px;
    }
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
    /* There is no room for both, nor for the speed. */
    .row .figure.speed,
    .row .figure.sent:has(~ .left) {
      display: none;
    }
  }
  @container (15rem < width <= 26rem) {
    /* Name and buttons above, bar and figures below with the whole width. */
    .row:not(.interrupted .row) .words {
      display: contents;
    }
    .row:not(.interrupted .row) > :is(.file-icon, .actions) {
      grid-row: 1;
    }
    .row .name {
      grid-area: 1 / 2;
      min-inline-size: 0;
    }
    .row:not(.interrupted .row) > .actions {
      /* Buttons do not make the line of the name taller, nor break it in another place when one of two comes or goes. */
      margin-block: -6px;
      justify-content: flex-end;
      min-inline-size: calc(2 * var(--_control) + 8px);
    }
    .row {
      row-gap: 0;
    }
    .row .meta {
      grid-area: 3 / 2 / auto / -1;
      margin-block-start: 4px;
    }
    .row .meta.preview {
      grid-row: 4;
    }
    /* In several languages there is no room for the size beside the outcome. */
    [data-status="succeeded"] .meta:not(.preview) > .figure:not(.folder) {
      display: none;
    }
    .row > .note {
      grid-row: 5;
      margin-block-start: 2px;
    }
    .row > .note.odd {
      grid-row: 6;
    }
  }
`;
