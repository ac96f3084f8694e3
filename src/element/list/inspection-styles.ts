import { css } from "lit";

/** Styles of remarks about files. */
export const inspectionStyles = css`
  .note {
    color: var(--_muted);
    font-size: var(--_small);
    overflow-wrap: anywhere;
  }
  .row > .note {
    grid-column: 2 / -1;
    padding-inline-end: 4px;
  }
  .note.odd {
    display: flex;
    gap: 6px;
    color: var(--_caution);
  }
  .note.odd span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .note.odd .icon {
    margin-block-start: 1px;
  }
`;
