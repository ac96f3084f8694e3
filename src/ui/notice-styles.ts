import { css } from "lit";

export const noticeStyles = css`
  .notice {
    display: flex;
    gap: 10px;
    padding-block: 11px;
    padding-inline: 14px 10px;
    border: var(--_line) solid color-mix(in oklab, var(--_border), var(--_danger) 32%);
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_danger) 6%, transparent);
    font-size: var(--_small);
  }
  .notice > .icon {
    color: var(--_danger);
  }
  .notice.calm {
    border-color: var(--_border);
    background: var(--_tint);
  }
  .notice.calm > .icon {
    color: var(--_muted);
  }
  .notice-words {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .notice-title {
    font-size: var(--_size);
    font-weight: 600;
  }
  .notice .icon-button {
    margin-block: -6px;
  }
  .notice ul {
    margin: 4px 0 0;
    padding: 0;
    list-style: none;
  }
  .notice details ul {
    max-block-size: 14rem;
    overflow-y: auto;
  }
  .notice li + li {
    margin-block-start: 4px;
  }
  .refused {
    font-weight: 600;
    margin-inline-end: 4px;
  }
  @media (forced-colors: active) {
    .notice > .icon {
      color: inherit;
    }
  }
  details summary {
    inline-size: fit-content;
    padding-block: 3px;
    color: var(--_muted);
    cursor: pointer;
  }
`;
