import { svg, type TemplateResult } from "lit";
import type { FileStatus } from "../../engine/ports.ts";
import { icon } from "../../ui/icons.ts";
import { CLOCK } from "../../ui/wait-icons.ts";

export const DOWNLOAD = icon(
  svg`<path d="M12 4.5v11m-4.5-4 4.5 4.5 4.5-4.5M4.5 16v1.5a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V16"/>`,
);
export const PREVIOUS = icon(svg`<path d="m14.5 6.5-5.5 5.5 5.5 5.5"/>`);
export const NEXT = icon(svg`<path d="m9.5 6.5 5.5 5.5-5.5 5.5"/>`);
export const FOLDER = icon(
  svg`<path d="M4 7.5a2 2 0 0 1 2-2h3.4l2.2 2.5H18a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2z"/>`,
);

/** Icons of different shapes, so that a status can be recognized without its colour. */
export const STATUS_ICONS: Readonly<Record<FileStatus, TemplateResult<2>>> = {
  COMPLETED: icon(svg`<circle cx="12" cy="12" r="8"/><path d="m8.5 12.2 2.4 2.4 4.6-4.9"/>`),
  PENDING: CLOCK,
  CANCELLED: icon(svg`<circle cx="12" cy="12" r="8"/><path d="m6.5 17.5 11-11"/>`),
  EXPIRED: icon(
    svg`<path d="M7 4h10M7 20h10M8 4v3.2c0 2 4 3.3 4 4.8s-4 2.8-4 4.8V20m8-16v3.2c0 2-4 3.3-4 4.8s4 2.8 4 4.8V20"/>`,
  ),
};
