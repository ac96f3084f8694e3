import { css } from "lit";

export const searchStyles = css`
  .search,
  .order select {
    min-inline-size: 0;
    block-size: max(2.25rem, var(--_control));
    border: var(--_line) solid color-mix(in oklab, var(--_border), var(--_text) 45%);
    border-radius: min(var(--_control-radius), 1.125rem);
    background: none;
    font-size: var(--_small);
  }
  .search {
    display: flex;
    align-items: center;
    flex: 1 1 12rem;
    padding-inline-start: 9px;
  }
  .search > .icon {
    color: var(--_muted);
    pointer-events: none;
  }
  /* The field has no padding: its text may run against the page, and then its padding would be on the other side. */
  .search input {
    appearance: none;
    flex: 1;
    align-self: stretch;
    min-inline-size: 0;
    margin: 0;
    margin-inline: 7px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-size: inherit;
    text-overflow: ellipsis;
  }
  @supports selector(:has(a)) {
    .search:has(input:focus-visible) {
      outline: calc(var(--_line) + 1px) solid var(--lf-uploader-focus, var(--_accent));
    }
    .search input:focus-visible {
      outline: 0;
    }
  }
  .search > .icon-button {
    align-self: stretch;
    block-size: auto;
    inline-size: max(2.25rem, var(--_control));
  }
  .search input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  /* Firefox has none, so the button beside the field does this everywhere. */
  .search input::-webkit-search-cancel-button {
    display: none;
  }
  .order {
    position: relative;
    display: flex;
    flex: none;
    align-items: center;
  }
  .order select {
    appearance: none;
    inline-size: 100%;
    margin: 0;
    padding-block: 0;
    padding-inline: 10px 30px;
    color: inherit;
    font-family: inherit;
    outline-offset: 0;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  /* Browsers draw the list of choices on their own background. */
  .order option {
    background: Canvas;
    color: CanvasText;
  }
  .order > .icon {
    position: absolute;
    inset-inline-end: 7px;
    color: var(--_muted);
    pointer-events: none;
  }
  @media (pointer: coarse) {
    /* Phones zoom in on fields with a smaller font. */
    .search,
    .order select {
      font-size: max(var(--_size), 16px);
    }
  }
  @media (forced-colors: active) {
    .order > .icon {
      color: ButtonText;
    }
  }
  .search-note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    padding-block: 5px;
    padding-inline: 14px 8px;
    border-block-end: var(--_line) solid var(--_border);
    background: var(--_tint);
    font-size: var(--_small);
  }
  .search-note > span {
    min-block-size: 1lh;
    padding-block: calc((var(--_control) - 1lh) / 2);
  }
  .search-note .text-button {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--_accent);
  }
  .search-note .icon {
    inline-size: 1rem;
    block-size: 1rem;
  }
  @container (max-width: 26rem) {
    .search-note {
      padding-inline-start: 10px;
    }
    .order {
      max-inline-size: 50%;
    }
  }
`;
