import { css } from "lit";

export const thumbnailStyles = css`
  /* The picture covers the sign, which is there again when a page hides the part. */
  .file-icon > * {
    grid-area: 1 / 1;
  }
  .thumbnail {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    /* The sign must not show through a transparent picture. */
    background: light-dark(#f1f1f3, #2b2d34);
  }
  @media (prefers-reduced-motion: no-preference) {
    .thumbnail {
      animation: thumbnail 0.2s ease-out;
    }
    @keyframes thumbnail {
      from {
        opacity: 0;
      }
    }
  }
`;
