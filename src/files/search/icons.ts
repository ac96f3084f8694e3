import { svg } from "lit";
import { icon } from "../../ui/icons.ts";

export const SEARCH = icon(svg`<circle cx="11" cy="11" r="5.5"/><path d="m15.2 15.2 4.3 4.3"/>`);
export const CHEVRON = icon(svg`<path d="m7.5 10 4.5 4.5 4.5-4.5"/>`);
