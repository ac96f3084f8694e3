import { css } from "lit";

/** Styles of the progress bars of uploads and of the whole queue. */
export const progressStyles = css`
  .progress {
    overflow: hidden;
    block-size: 4px;
    border-radius: 2px;
    background: color-mix(in oklab, var(--_text) 11%, transparent);
  }
  /* Out of the flow, so that nothing moves when an upload begins or ends. */
  .row .progress {
    position: absolute;
    inset-inline: calc(26px + 2.25rem) 10px;
    inset-block-end: 7px;
  }
  @container (max-width: 26rem) {
    .row .progress {
      inset-inline-start: calc(20px + 2.25rem);
    }
  }
  @container (max-width: 15rem) {
    .row .progress {
      inset-inline-start: 10px;
    }
  }
  .bar {
    block-size: 100%;
    border-radius: inherit;
    /*
     * Moved and not resized, so that the compositor moves it without a layout or paint of the page. Without a transition,
     * which would make the browser draw sixty frames a second for as long as anything is sent.
     */
    transform: translateX(calc((100% - var(--_done)) * var(--_away, -1)));
    background: var(--_accent);
  }
  [dir="rtl"] .bar {
    --_away: 1;
  }
  .bar:dir(rtl) {
    --_away: 1;
  }
  [data-status="waiting"] .bar {
    background: var(--_caution);
  }
  [data-status="paused"] .bar {
    background: var(--_muted);
  }

  .overall {
    position: absolute;
    inset: auto 0 -1px;
    block-size: 2px;
    border-radius: 0;
    background: none;
  }

  @media (prefers-reduced-motion: no-preference) {
    .busy .bar {
      animation: breathe 1.4s ease-in-out infinite;
    }
  }
  @media (forced-colors: active) {
    .progress {
      outline: 1px solid CanvasText;
    }
    .bar {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
