import { css } from "lit";

/** Styles of a notice about several files. */
export const noticeListStyles = css`
  .notice ul {
    margin: 4px 0 0;
    padding: 0;
    list-style: none;
  }
  .notice details ul {
    max-block-size: 14rem;
    overflow-y: auto;
  }
  .notice-words .text-button {
    display: block;
    margin-block: 6px 2px;
    box-shadow: inset 0 0 0 var(--_line) var(--_edge);
    color: inherit;
  }
  /* Below the button beside it, in the order of the keyboard. */
  .notice:not(.calm):has(.notice-words .text-button) > .icon-button {
    align-self: end;
  }
  .notice li + li {
    margin-block-start: 4px;
  }
  .refused {
    font-weight: 600;
    margin-inline-end: 4px;
  }
  details summary {
    inline-size: fit-content;
    padding-block: 3px;
    color: var(--_muted);
    cursor: pointer;
  }
`;
