import { css } from "lit";

export const pastedStyles = css`
  .pasted {
    display: grid;
    gap: 8px;
    padding: 12px 14px;
  }
  .pasted-title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 10px;
    font-size: var(--_size);
    font-weight: 600;
  }
  .pasted-title .meta {
    font-weight: 400;
  }
  .pasted-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px;
  }
  .pasted-question {
    display: grid;
    gap: 8px;
    padding: 10px 12px;
    border-radius: var(--_control-radius);
    background: var(--_tint);
    font-size: var(--_small);
  }
  .pasted-question > :last-child {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .pasted-question button {
    box-shadow: inset 0 0 0 var(--_line) var(--_edge);
    color: inherit;
  }
  .pasted-discarded {
    flex-wrap: wrap;
    align-items: center;
  }
  .pasted-discarded .notice-words {
    flex-basis: 7rem;
  }
  .pasted-discarded button {
    margin-block: 0;
  }
  .pasted label {
    display: grid;
    gap: 3px;
    min-inline-size: 0;
    font-size: var(--_small);
  }
  .pasted-actions label {
    flex: 1 1 14rem;
  }
  .pasted :is(input, textarea) {
    min-inline-size: 0;
    min-block-size: max(2.25rem, var(--_control));
    padding: 6px 10px;
    border: var(--_line) solid color-mix(in oklab, var(--_border), var(--_text) 45%);
    border-radius: min(var(--_control-radius), 1.125rem);
    background: none;
    color: inherit;
    font: inherit;
    /* Phones zoom in on fields with a smaller font. */
    font-size: max(var(--_size), 16px);
    outline-offset: 0;
    resize: vertical;
  }
  .pasted [aria-invalid] {
    border-color: var(--_danger);
  }
  /* No half of a line below the last whole one. */
  .pasted textarea {
    padding-block-end: 0;
  }
  .pasted .error {
    color: var(--_danger);
  }
  /* Both buttons in one line, below the whole name. */
  @container (max-width: 26rem) {
    .pasted-actions label {
      flex-basis: 100%;
    }
  }
`;
