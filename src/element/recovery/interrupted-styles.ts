import { css } from "lit";

/** Styles of the section of interrupted uploads, whose rows are those of the list. */
export const interruptedStyles = css`
  .interrupted {
    background: none;
  }
  .interrupted-title {
    padding-block: 10px 0;
    padding-inline: 14px;
    color: var(--_muted);
    font-size: var(--_small);
    font-weight: 600;
  }
  .interrupted .list {
    max-block-size: min(36rem, var(--lf-uploader-list-height, 36rem));
  }
  .interrupted .row {
    padding-block: 10px;
  }
  .interrupted .file-icon {
    background: none;
    box-shadow: inset 0 0 0 1px var(--_border);
  }
  @container (max-width: 26rem) {
    .interrupted-title {
      padding-inline: 10px;
    }
    .interrupted .row {
      grid-template-columns: auto minmax(0, 1fr);
      padding-inline-end: 10px;
    }
    .interrupted .actions {
      flex-wrap: wrap;
      grid-column: 2;
      margin-block-start: 4px;
    }
    .interrupted .retry {
      inline-size: auto;
      padding-inline: 9px 11px;
    }
    .interrupted .retry span {
      display: inline;
    }
    /* Aligns the only button with the text above it. */
    .interrupted .text-button:only-child {
      margin-inline-start: -8px;
    }
  }
`;
