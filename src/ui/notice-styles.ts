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
  @media (forced-colors: active) {
    .notice > .icon {
      color: inherit;
    }
  }
`;
