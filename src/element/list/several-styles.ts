import { css } from "lit";

/** Styles of a list of several files, of which only the visible rows are drawn, and of their summary. */
export const severalStyles = css`
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
  .text-button[aria-pressed="true"] {
    background: var(--_tint);
    color: var(--_text);
  }
  /* The lines of the summary stay the same while files are uploaded, with whatever is in them. */
  .summary-words {
    flex: 1 1 45%;
    display: grid;
    min-inline-size: 0;
  }
  .summary-words .meta {
    min-block-size: 1lh;
  }
  .summary-title {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .summary-title .icon {
    stroke-width: 2.4;
  }
  .all-done .summary-title {
    color: var(--_success);
  }
  /* Begins where it did when other buttons come. */
  .summary-actions {
    flex: 1000 1 auto;
    justify-content: flex-end;
    min-block-size: var(--_control);
  }
  .meta .failed-count {
    color: var(--_danger);
    font-weight: 550;
  }
  .meta .doubt-count {
    color: var(--_caution);
  }
  @media (pointer: coarse) {
    .summary-actions {
      gap: 8px;
    }
  }

  @container (max-width: 26rem) {
    /* One line of buttons, so that the rows stay where they are when other buttons come: two, with two lines of text. */
    .summary-actions {
      flex: 1 0 100%;
      justify-content: flex-start;
    }
    .summary-actions .text-button:not(div:empty:first-child + :last-child) {
      max-inline-size: calc(50% - 4px);
      overflow-wrap: anywhere;
      line-height: 1.15;
      text-align: start;
    }
    .summary:has(.overall) :is([part="filter-button"], [part="retry-all-button"]),
    .summary:has([part="filter-button"]) [part="clear-button"] {
      display: none;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .all-done .summary-title .icon {
      animation: done 0.5s cubic-bezier(0.3, 1.6, 0.6, 1);
    }
    @keyframes done {
      from {
        transform: scale(0);
      }
    }
  }
`;
