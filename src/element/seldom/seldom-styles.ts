import { css } from "lit";

/** Styles of a progress bar without a number. */
export const seldomStyles = css`
  .busy:not([aria-valuenow]) .bar {
    inline-size: 30%;
    transform: none;
  }
  @media (prefers-reduced-motion: no-preference) {
    .busy:not([aria-valuenow]) .bar {
      animation: pass 1.6s ease-in-out infinite alternate;
    }
    @keyframes pass {
      to {
        margin-inline-start: 70%;
      }
    }
  }
`;
