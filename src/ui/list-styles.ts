import { css } from "lit";

/**
 * Styles that both lists share: card, icon, name and status of a file, and buttons with text; and what only comes with a list or
 * is not needed before it: calm notices, controls under a pointer, controls that do nothing at the moment.
 */
export const listStyles = css`
  .notice.calm {
    border-color: var(--_border);
    background: var(--_tint);
  }
  .notice.calm > .icon {
    color: var(--_muted);
  }
  @media (hover: hover) {
    .icon-button:hover,
    .text-button:hover {
      background: var(--_tint);
      color: var(--_text);
    }
  }
  [aria-disabled="true"] {
    opacity: 0.4;
    cursor: default;
  }
  .card {
    overflow: hidden;
    border: var(--_line) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .file-icon {
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    border-radius: var(--_inner-radius);
    background: var(--_tint);
    color: var(--_muted);
    overflow: hidden;
  }
  .ending::before {
    content: attr(data-ending);
    /* Hidden from screen readers, which get the ending with the name. */
    content: attr(data-ending) / "";
    color: color-mix(in oklab, currentcolor, var(--_text) 25%);
    font-size: 0.625rem;
    font-weight: 700;
    letter-spacing: 0.02em;
    line-height: 1;
  }
  .name {
    font-weight: 550;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  @container (max-width: 26rem) {
    .name span {
      display: none;
    }
    .name span + span {
      display: inline;
    }
    /* A line may end before the dots, but not between them and the ending of the name. */
    .name span + span::before {
      content: "\\200b…\\a0";
    }
  }
  .tip {
    position: absolute;
    inset: 0;
  }
  button:has(> .tip) {
    position: relative;
  }
  .status {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  /* A press that begins on a sign that is replaced before it ends would be no click. */
  button > .icon {
    pointer-events: none;
  }
  :is(.status, .retry, .odd) .icon {
    inline-size: 1rem;
    block-size: 1rem;
  }
  .detail {
    display: block;
    color: var(--_muted);
  }
  .retry {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: var(--_control);
    padding-block: 0;
    padding-inline: 9px 11px;
    border-radius: var(--_control-radius);
    box-shadow: inset 0 0 0 var(--_line) var(--_edge);
    font-size: var(--_small);
    font-weight: 550;
  }
  @container (max-width: 26rem) {
    .retry span {
      display: none;
    }
    .retry {
      inline-size: var(--_control);
      padding: 0;
      justify-content: center;
    }
  }
  @media (forced-colors: active) {
    .retry {
      border: 1px solid ButtonBorder;
    }
    .name {
      opacity: 1 !important;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .zone,
    .zone-icon,
    button {
      transition: 0.15s ease-out;
      transition-property: background-color, border-color, color, box-shadow, transform;
    }
    @keyframes breathe {
      50% {
        opacity: 0.45;
      }
    }
  }
`;
