import { css } from "lit";

/** Styles of the line about removed files. */
export const undoStyles = css`
  .undo {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-inline: 14px 6px;
    border-radius: var(--_radius);
    background: var(--_tint);
    font-size: var(--_small);
  }
  .undo-words {
    flex: 1;
    min-inline-size: 0;
    padding-block: 6px;
    overflow-wrap: anywhere;
  }
  .undo .text-button {
    color: var(--_accent);
  }
  @media (forced-colors: active) {
    .undo {
      border: 1px solid CanvasText;
    }
  }
`;
