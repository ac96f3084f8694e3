import { css } from "lit";

export const inspectionStyles = css`
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
    inline-size: 1rem;
    block-size: 1rem;
    margin-block-start: 1px;
  }
`;
