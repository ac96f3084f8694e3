import { css } from "lit";

/** Styles of the drop zone: large while there is no file, one line above a list or in a narrow element. */
export const zoneStyles = css`
  .zone {
    display: grid;
    justify-items: center;
    gap: 14px;
    padding: 30px 20px 28px;
    border: calc(var(--_line) * 1.5) dashed var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: center;
    cursor: pointer;
  }
  .zone-icon {
    order: -1;
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    border-radius: 50%;
    background: color-mix(in oklab, var(--_accent) 13%, transparent);
    color: var(--_accent);
  }
  .zone-words {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .heading {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .hint {
    color: var(--_muted);
    font-size: var(--_small);
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .zone-buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 8px;
    max-inline-size: 100%;
  }
  .browse {
    max-inline-size: 100%;
    min-block-size: max(2.25rem, var(--_control));
    padding: 4px 16px;
    border-radius: var(--_control-radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .browse:disabled {
    cursor: not-allowed;
  }

  .zone[data-disabled] {
    cursor: not-allowed;
  }
  /* The text keeps its contrast, because it is not a control. */
  .zone[data-disabled] :is(.zone-icon, button) {
    opacity: 0.55;
  }

  @container (max-width: 26rem) {
    .zone {
      padding: 20px 14px 16px;
    }
    .zone-buttons,
    .zone-buttons .browse {
      inline-size: 100%;
    }
  }
  /* Touch devices have no drag and drop of files. */
  @media (hover: none) and (pointer: coarse) {
    .zone {
      border-style: solid;
    }
    .drop-words {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .browse {
      border: 1px solid ButtonBorder;
    }
  }
`;
