import { css } from "lit";

/** Styles of the message that a form waits for its files. */
export const formStyles = css`
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
`;
