import { css } from "lit";

/** Styles of what is shown only in a form: restored files, and a form that waits. */
export const formStyles = css`
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
    max-block-size: min(20rem, var(--lf-uploader-list-height, 32rem));
  }
  .restored .row {
    min-block-size: 0;
  }
  .restored .file-icon {
    background: none;
    box-shadow: inset 0 0 0 1px var(--_border);
  }
  .restored > .note {
    padding: 0 14px 10px;
  }
  .submit-wait {
    flex-wrap: wrap;
  }
  .submit-wait .notice-words {
    flex-basis: 11rem;
  }
  .submit-wait .text-button {
    margin-block: -5px;
    margin-inline-start: auto;
  }

  @container (max-width: 26rem) {
    .restored-title {
      padding-inline: 10px;
    }
  }
`;
