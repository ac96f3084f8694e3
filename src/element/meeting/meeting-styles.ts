import { css } from "lit";

export const meetingStyles = css`
  .meeting {
    display: grid;
    gap: 10px;
    padding: 12px 14px;
  }
  .meeting-title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 10px;
    font-size: var(--_size);
    font-weight: 600;
  }
  .meeting-title .meta {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    font-weight: 400;
  }
  .meeting-summary,
  .meeting-note {
    font-size: var(--_small);
  }
  .meeting-note.caution {
    color: var(--_caution);
  }
  .meeting-fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(7.25rem, 100%), 1fr));
    gap: 10px 8px;
    align-items: start;
  }
  .meeting-choice .text-button {
    box-shadow: inset 0 0 0 var(--_line) var(--_edge);
  }
  .meeting-fields :is(.title, .date) {
    grid-column: 1 / -1;
  }
  .meeting label {
    display: grid;
    gap: 3px;
    min-inline-size: 0;
    font-size: var(--_small);
  }
  .meeting input {
    box-sizing: border-box;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: max(2.75rem, var(--_control));
    padding: 6px 10px;
    border: var(--_line) solid color-mix(in oklab, var(--_border), var(--_text) 45%);
    border-radius: min(var(--_control-radius), 1.125rem);
    background: none;
    color: inherit;
    font: inherit;
    /* Phones zoom in on fields with a smaller font. */
    font-size: max(var(--_size), 16px);
    outline-offset: 0;
  }
  .meeting [aria-invalid] {
    border-color: var(--_danger);
  }
  .meeting .error {
    color: var(--_danger);
  }
  .meeting-choice,
  .meeting-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    font-size: var(--_small);
  }
`;
