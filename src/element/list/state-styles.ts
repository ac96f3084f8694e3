import { css } from "lit";

/** What an upload's row says by its looks, and how it does where it is narrow. */
export const stateStyles = css`
  /* Beside the first line of a long reason. */
  .status .icon {
    align-self: start;
    margin-block-start: 0.1em;
  }
  [data-status="succeeded"] .status .icon {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin-block-start: 0;
    stroke: none;
  }

  @container (max-width: 26rem) {
    /* First why, then what can be done about it, in words. */
    [data-status="failed"] .actions {
      grid-column: 2 / -1;
      order: 1;
      justify-content: space-between;
      margin-block-start: 6px;
    }
    [data-status="failed"] .retry {
      inline-size: auto;
      padding-inline: 9px 11px;
    }
    .retry span {
      display: inline;
    }
  }
  /* As wide as a narrow sidebar: the words need it all. */
  @container (max-width: 15rem) {
    .meta,
    .retry {
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .row:has(.icon-button + .icon-button),
    .interrupted .row {
      grid-template-columns: minmax(0, 1fr);
    }
    .icon-button + .icon-button {
      margin-inline-start: auto;
    }
    .row .file-icon {
      display: none;
    }
    .row > :is(.error, .note) {
      grid-column: 1 / -1;
    }
    [data-status="failed"] .actions,
    .interrupted .actions {
      grid-column: 1 / -1;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .file-icon {
      transition: 0.3s ease-out;
      transition-property: background-color, color;
    }
    /* Once, when it is so; not for those that were so before they came into sight. */
    [data-status="active"] .file-icon {
      box-shadow: 0 0 0 0 color-mix(in oklab, var(--_success) 60%, transparent);
    }
    [data-status="succeeded"] .file-icon {
      box-shadow: 0 0 0 9px transparent;
      transition-property: background-color, color, box-shadow;
      transition-duration: 0.7s;
    }
  }
`;
