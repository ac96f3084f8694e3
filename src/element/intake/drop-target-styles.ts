import { css } from "lit";

/** Overlay over the larger drop target. Its words have colours of the system, because it covers any part of the page. */
export const dropTargetStyles = css`
  .drop-target {
    position: fixed;
    inset: auto;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 12px;
    border: 3px dashed var(--_accent);
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_accent) 14%, transparent);
    overflow: hidden;
    /* The element under it stays the target of the drag. */
    pointer-events: none;
  }
  .drop-target:popover-open {
    display: grid;
    place-items: center;
  }
  .drop-target-words {
    display: grid;
    justify-items: center;
    gap: 4px;
    box-sizing: border-box;
    max-inline-size: min(100%, 26rem);
    padding: 16px 24px;
    border-radius: var(--_radius);
    background: Canvas;
    box-shadow: 0 6px 24px rgb(0 0 0 / 22%);
    color: CanvasText;
    text-align: center;
  }
  .drop-target .icon {
    inline-size: 2rem;
    block-size: 2rem;
    color: var(--_accent);
  }
  .drop-target .heading {
    font-size: 1.125em;
  }
  .drop-target .hint {
    color: inherit;
  }
  .drop-target[data-drag="refused"] {
    border-color: var(--_danger);
    background: color-mix(in oklab, var(--_danger) 12%, transparent);
  }
  .drop-target[data-drag="refused"] .icon {
    color: var(--_danger);
  }
  @media (forced-colors: active) {
    .drop-target,
    .drop-target-words {
      border: 3px solid Highlight;
    }
  }
`;
