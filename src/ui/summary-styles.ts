import { css } from "lit";

/** Styles of the line above the files, which both lists share. */
export const summaryStyles = css`
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
  .summary-title {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    unicode-bidi: plaintext;
  }
  .summary-actions {
    display: flex;
    flex-wrap: wrap;
    margin-inline-start: auto;
  }
  @container (max-width: 26rem) {
    .summary {
      padding-inline-start: 10px;
    }
    .summary-actions {
      margin-inline-start: -8px;
    }
  }
`;
