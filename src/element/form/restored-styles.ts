import { css } from "lit";

/** Styles of the section of restored files, whose rows are those of the list. */
export const restoredStyles = css`
  .restored {
    background: none;
  }
  .restored-title {
    padding-block: 10px 0;
    padding-inline: 14px;
    color: var(--_muted);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .restored .list {
    max-block-size: min(36rem, var(--lf-uploader-list-height, 36rem));
  }
  .restored .row {
    padding-block: 10px;
  }
  .restored .file-icon {
    background: none;
    box-shadow: inset 0 0 0 1px var(--_border);
  }
  .restored > .note {
    padding: 0 14px 10px;
  }
  @container (max-width: 26rem) {
    .restored-title {
      padding-inline: 10px;
    }
  }
`;
