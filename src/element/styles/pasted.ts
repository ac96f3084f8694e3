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
  .pasted-text {
    display: -webkit-box;
    overflow: hidden;
    color: var(--_muted);
    font-size: var(--_small);
    overflow-wrap: anywhere;
    white-space: pre-line;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .pasted-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px;
  }
  .pasted label {
    display: grid;
    flex: 1 1 14rem;
    gap: 3px;
    min-inline-size: 0;
    color: var(--_muted);
    font-size: var(--_small);
  }
  .pasted input {
    min-inline-size: 0;
    min-block-size: 2.25rem;
    padding: 0 10px;
    border: var(--_line) solid color-mix(in oklab, var(--_border), var(--_text) 45%);
    border-radius: min(var(--_control-radius), 1.125rem);
    background: none;
    color: var(--_text);
    font: inherit;
    font-size: var(--_size);
  }
  .pasted .text-button {
    min-block-size: 2.25rem;
  }
`;
