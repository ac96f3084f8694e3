import { css } from "lit";

/** Styles of rows by the status of the upload, and in narrow elements. */
export const stateStyles = css`
  /* Aligns the icon with the first line of a long text. */
  .status .icon {
    align-self: start;
    margin-block-start: 0.1em;
  }
  [data-status="succeeded"] .status .icon {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin-block-start: 0;
    stroke: none;
  }

  [data-doubt] .status .icon {
    stroke: currentcolor;
  }
  .pause-all {
    display: contents;
  }

  /* The reason takes the room below the other lines, so that the rows stay where they are, or nearly so. */
  .row[data-status="failed"] {
    padding-block-end: 3px;
  }

  @container (max-width: 26rem) {
    /* The reason has several lines in most languages, for which that room is too small. */
    .row[data-status="failed"] {
      padding-block-end: 9px;
    }
    /* The reason follows the status, as one text. */
    [data-status="failed"] .meta:not(.preview) {
      display: block;
    }
    [data-status="failed"] .meta > .figure {
      display: none;
    }
    [data-status="failed"] .meta > :is(.error, .status) {
      display: inline;
    }
    .meta > .error {
      margin-inline-start: 0.4em;
    }
    [data-status="failed"] .status .icon {
      display: inline-block;
      margin-inline-end: 4px;
      vertical-align: -0.2em;
    }
    /* Buttons with text follow the reason, in a line of their own. To retry, the sign is enough, in place of the pause. */
    .row:has(> .actions > .retry:not([part="retry-button"])) > .actions {
      grid-row: 8;
      grid-column: 2 / -1;
      justify-content: space-between;
      margin-block: 6px 5px;
    }
    .actions > .retry:not([part="retry-button"]:has(.icon)) {
      inline-size: auto;
      padding-inline: 9px 11px;
    }
    .actions > .retry:not([part="retry-button"]:has(.icon)) span {
      display: inline;
    }
  }
  /* Gives the text the whole width in a narrow sidebar. */
  @container (max-width: 15rem) {
    .meta,
    .retry {
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .row:has(.icon-button + .icon-button),
    .interrupted .row {
      grid-template-columns: minmax(0, 1fr);
    }
    .icon-button + .icon-button {
      margin-inline-start: auto;
    }
    .summary-actions .text-button {
      max-inline-size: 100%;
    }
    .row .file-icon {
      display: none;
    }
    .row > .note {
      grid-column: 1 / -1;
    }
    .row:has(> .actions > .retry[part]) > .actions,
    .interrupted .actions {
      grid-column: 1 / -1;
    }
    .row:has(> .actions > [part="retry-button"]) > .actions {
      grid-row: 8;
      justify-content: space-between;
      margin-block: 6px 0;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    /* Long lists are excluded, where many rows change at once. */
    .file-icon:not(.partial *) {
      transition: 0.3s ease-out;
      transition-property: background-color, color;
    }
  }
`;
