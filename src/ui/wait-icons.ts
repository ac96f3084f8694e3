import { svg } from "lit";
import { icon } from "./icons.ts";

export const CLOCK = icon(svg`<circle cx="12" cy="12" r="8"/><path d="M12 7.5V12l3 2"/>`);
export const OFFLINE = icon(svg`<path d="M5 10.5a10 10 0 0 1 14 0M8 14a5.7 5.7 0 0 1 8 0m-4 3.5v.1M4.5 4.5l15 15"/>`);
