import { slottedHtml } from "./choices.ts";
import type { ElementApi } from "./manifest.ts";
import { readProperty, type Sentences } from "./property-text.ts";
import type { SnippetContent } from "./snippet.ts";
import type { State } from "./state.ts";
import { type Supports, tokensIn } from "./token-value.ts";

/** Sentences of the element and CSS support of the browser, as parameters so that tests can supply their own. */
export interface Knowledge {
  readonly sentences: Sentences;
  readonly supports: Supports;
}

export const SCRIPT = "/lightfield-uploader/lightfield-uploader.js";

/** URL of the style sheet of a theme, in the folder of the script; null for no theme. */
export function themeHref(theme: State["stage"]["theme"]): string | null {
  return theme === "none" ? null : `/lightfield-uploader/themes/${theme}.css`;
}

/** Whether the snippet needs a form: only with a `name` or `required` does the element take part in one. */
export function isInForm({ attributes }: State): boolean {
  return Boolean(attributes.name) || attributes.required !== undefined;
}

/** Content of the snippet for the current settings, in the order of the manifest. Invalid values are omitted. */
export function snippetContent(state: State, api: ElementApi, knowledge: Knowledge): SnippetContent {
  return {
    tag: api.tag,
    script: SCRIPT,
    theme: themeHref(state.stage.theme),
    attributes: api.attributes.flatMap(({ name, kind }) => {
      const value = state.attributes[name];
      return value === undefined ? [] : [[name, kind === "boolean" ? null : value] as const];
    }),
    tokens: tokensIn(state.tokens, api.tokens, knowledge.supports),
    parts: state.parts,
    slotted: state.slots.map(slottedHtml),
    properties: propertiesIn(state, api, knowledge.sentences),
    listeners: api.events.filter(({ name }) => state.events.includes(name)),
    inForm: isInForm(state),
  };
}

/** Properties that are set to a valid value, with their names. */
export function propertiesIn(state: State, api: ElementApi, sentences: Sentences): (readonly [string, unknown])[] {
  return api.properties.flatMap(({ name }) => {
    const typed = readProperty(name, state.properties[name] ?? "", sentences);
    return typed && "value" in typed ? [[name, typed.value] as const] : [];
  });
}
