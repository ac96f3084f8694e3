import { css } from "lit";

/**
 * Public custom properties and everything that is derived from them. Neutral colours are mixed from the text colour, so
 * that the element suits any page, dark ones included, even if the page declares no `color-scheme`.
 */
export const tokens = css`
  :host {
    --_text: var(--lf-uploader-text, currentcolor);
    --_surface: var(--lf-uploader-surface, color-mix(in oklab, currentcolor 2%, transparent));
    --_accent: var(--lf-uploader-accent, light-dark(#3d5bd9, #8fa6ff));
    --_danger: var(--lf-uploader-danger, light-dark(#bf2630, #ff9592));
    --_success: var(--lf-uploader-success, light-dark(#157347, #5bd197));
    --_caution: var(--lf-uploader-caution, light-dark(#8a5a00, #f2b84b));
    --_border: var(--lf-uploader-border, color-mix(in oklab, var(--_text) var(--_ink, 14%), transparent));
    --_line: var(--lf-uploader-border-width, 1px);
    --_radius: var(--lf-uploader-radius, 12px);
    --_gap: var(--lf-uploader-gap, 12px);
    --_size: var(--lf-uploader-font-size, 0.9375rem);
    --_small: calc(var(--_size) * 0.867);
    --_muted: color-mix(in oklab, var(--_text) 70%, transparent);
    --_tint: color-mix(in oklab, var(--_text) 6%, transparent);
    /* Edge of controls, slightly stronger than other lines. */
    --_edge: color-mix(in oklab, var(--_border), var(--_text) 16%);
    --_inner-radius: max(0px, var(--_radius) - 4px);
    --_control-radius: var(--lf-uploader-control-radius, var(--_inner-radius));
    --_control: 2rem;
    --_on-accent: light-dark(#fff, #10142b);

    display: block;
    min-inline-size: 0;
    max-inline-size: 100%;
    color: var(--_text);
    font-family: var(--lf-uploader-font, inherit);
    font-size: var(--_size);
    line-height: 1.4;
    text-align: start;
    -webkit-tap-highlight-color: transparent;
  }
  @media (prefers-contrast: more) {
    :host {
      --_muted: var(--_text);
      --_ink: 60%;
    }
  }
  :host([hidden]) {
    display: none;
  }
  /* Black or white text on the accent colour, by its lightness. */
  @supports (color: oklch(from red l c h)) {
    :host {
      --_on-accent: oklch(from var(--_accent) clamp(0.16, (0.68 - l) * 1000, 1) 0.01 h);
    }
  }
  *,
  *::before {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  .root {
    position: relative;
    container-type: inline-size;
    /* Preferred width where the container does not set one. */
    contain-intrinsic-inline-size: 30rem;
    display: grid;
    gap: var(--_gap);
  }
  /* Hidden while the sentences are loading. After two seconds English text is shown instead. */
  .silent {
    visibility: hidden;
    animation: reveal 0s 2s forwards;
  }
  @keyframes reveal {
    to {
      visibility: visible;
    }
  }
  .icon {
    display: block;
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  button {
    font: inherit;
    color: inherit;
    margin: 0;
    border: 0;
    background: none;
    cursor: pointer;
    touch-action: manipulation;
    /* Shows the focus ring as well when a list scrolls to the button. */
    scroll-margin: 8px;
  }
  :focus-visible {
    outline: calc(var(--_line) + 1px) solid var(--lf-uploader-focus, var(--_accent));
    outline-offset: 2px;
  }
  .icon-button {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: var(--_control);
    block-size: var(--_control);
    padding: 0;
    border-radius: var(--_control-radius);
    color: var(--_muted);
  }
  .text-button {
    min-block-size: var(--_control);
    padding: 0 8px;
    border-radius: var(--_control-radius);
    color: var(--_muted);
    font-size: var(--_small);
    font-weight: 550;
  }
  .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Larger controls for fingers. */
  @media (pointer: coarse) {
    :host {
      --_control: 2.75rem;
    }
  }
`;
