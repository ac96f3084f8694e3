import type { ElementApi } from "./manifest.ts";

export const THEMES = ["none", "plain", "rounded", "high-contrast"] as const;
export const SCHEMES = ["system", "light", "dark"] as const;
export const DIRECTIONS = ["ltr", "rtl"] as const;
export const TEXT_SIZES = ["100", "200"] as const;
export const NARROWEST = 200;
export const WIDEST = 960;

/** Settings of the page around the element. */
export interface Surroundings {
  readonly theme: (typeof THEMES)[number];
  readonly scheme: (typeof SCHEMES)[number];
  readonly direction: (typeof DIRECTIONS)[number];
  readonly text: (typeof TEXT_SIZES)[number];
  readonly language: string;
  /** Width of the element's container, in CSS pixels; null fills the available width. */
  readonly width: number | null;
}

/** All settings of the playground. Names are those of the manifest; values are as typed. */
export interface State {
  /** Values of the attributes that are set; "" for a boolean one. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly tokens: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, string>>;
  readonly slots: readonly string[];
  readonly parts: readonly string[];
  /** Names of the events that get a listener in the snippet. */
  readonly events: readonly string[];
  readonly stage: Surroundings;
}

export const INITIAL: State = {
  attributes: { endpoint: "/api/uploads", multiple: "" },
  tokens: {},
  properties: {},
  slots: [],
  parts: [],
  events: [],
  stage: { theme: "none", scheme: "system", direction: "ltr", text: "100", language: "en", width: null },
};

/** Copy of the values with one of them set, or removed if it is null. */
export function withValue(values: State["attributes"], name: string, value: string | null): State["attributes"] {
  const { [name]: _, ...others } = values;
  return value === null ? others : { ...others, [name]: value };
}

export function withName(names: readonly string[], name: string, isIn: boolean): readonly string[] {
  const others = names.filter((one) => one !== name);
  return isIn ? [...others, name] : others;
}

/**
 * Differences from the initial settings, as the hash of the address. Attributes and custom properties have their own
 * names, `-multiple` is an initial attribute that was removed, and all other keys contain a dot, which no name does.
 */
export function toHash(state: State): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(state.attributes)) {
    if (INITIAL.attributes[name] !== value) params.set(name, value);
  }
  for (const name of Object.keys(INITIAL.attributes)) {
    if (!Object.hasOwn(state.attributes, name)) params.set(`-${name}`, "");
  }
  for (const [name, value] of Object.entries(state.tokens)) params.set(name, value);
  for (const [name, value] of Object.entries(state.properties)) params.set(`property.${name}`, value);
  for (const key of ["slots", "parts", "events"] as const) {
    if (state[key].length > 0) params.set(`in.${key}`, state[key].join(" "));
  }
  for (const [name, value] of Object.entries(state.stage)) {
    if (INITIAL.stage[name as keyof Surroundings] !== value) params.set(`stage.${name}`, String(value));
  }
  return params.toString();
}

/** Reads settings from the hash of an address. Ignores names that are not in the manifest: links are untrusted. */
export function fromHash(hash: string, api: ElementApi): State {
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  const valuesOf = (entries: ElementApi["slots"], prefix = "") =>
    Object.fromEntries(
      entries.flatMap(({ name }) => {
        const value = params.get(prefix + name);
        return value === null ? [] : [[name, clean(value)]];
      }),
    );
  const namesOf = (key: string, entries: ElementApi["slots"]) => {
    const asked = params.get(`in.${key}`)?.split(" ") ?? [];
    return entries.map(({ name }) => name).filter((name) => asked.includes(name));
  };
  const attributes = api.attributes.flatMap(({ name, kind }) => {
    const value = params.get(name);
    if (value === null || (kind === "number" && !/^\d+(\.\d+)?$/.test(value))) return [];
    return [[name, kind === "boolean" ? "" : clean(value)]];
  });
  const kept = Object.entries(INITIAL.attributes).filter(([name]) => !params.has(`-${name}`));
  return {
    attributes: { ...Object.fromEntries(kept), ...Object.fromEntries(attributes) },
    tokens: valuesOf(api.tokens),
    properties: valuesOf(api.properties, "property."),
    slots: namesOf("slots", api.slots),
    parts: namesOf("parts", api.parts),
    events: namesOf("events", api.events),
    stage: surroundings((name) => params.get(`stage.${name}`)),
  };
}

/** Removes null characters, which HTML cannot express. */
function clean(value: string): string {
  return value.replaceAll("\0", "");
}

function surroundings(get: (name: keyof Surroundings) => string | null): Surroundings {
  const initial = INITIAL.stage;
  const width = Number(get("width") ?? Number.NaN);
  const language = get("language") ?? "";
  return {
    theme: oneOf(THEMES, get("theme"), initial.theme),
    scheme: oneOf(SCHEMES, get("scheme"), initial.scheme),
    direction: oneOf(DIRECTIONS, get("direction"), initial.direction),
    text: oneOf(TEXT_SIZES, get("text"), initial.text),
    language: /^[A-Za-z][A-Za-z0-9-]*$/.test(language) ? language : initial.language,
    width: Number.isNaN(width) ? initial.width : clampWidth(width),
  };
}

export function clampWidth(width: number): number {
  return Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)));
}

function oneOf<T extends string>(choices: readonly T[], asked: string | null, otherwise: T): T {
  return choices.find((choice) => choice === asked) ?? otherwise;
}
