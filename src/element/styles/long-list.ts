import { css } from "lit";

/** What a list needs of which only the rows in sight are drawn. */
export const longListStyles = css`
  /* Its own doing, since most rows are not there to hold on to. */
  .files {
    position: relative;
    overflow-anchor: none;
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
  .text-button[aria-pressed="true"] {
    background: var(--_tint);
    color: var(--_text);
  }
`;
