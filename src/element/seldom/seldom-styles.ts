import { css } from "lit";

/** Styles of a progress bar without a number. */
export const seldomStyles = css`
  /* As long as the whole: a still part would be taken for the part that is sent. */
  .busy:not([aria-valuenow]) .bar {
    transform: none;
    opacity: 0.4;
  }
  @media (prefers-reduced-motion: no-preference) {
    .busy:not([aria-valuenow]) .bar {
      inline-size: 30%;
      opacity: 1;
      animation: pass 1.6s ease-in-out infinite alternate;
    }
    @keyframes pass {
      to {
        margin-inline-start: 70%;
      }
    }
  }
`;
