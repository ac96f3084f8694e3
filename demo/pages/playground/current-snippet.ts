import { slottedHtml } from "./choices.ts";
import type { ElementApi } from "./manifest.ts";
import { readProperty, type Sentences } from "./property-text.ts";
import type { SnippetContent } from "./snippet.ts";
import type { State } from "./state.ts";
import { type Supports, tokensIn } from "./token-value.ts";

/** Facts from the browser and the element, which tests can replace. */
export interface Knowledge {
  readonly sentences: Sentences;
  readonly supports: Supports;
}

export const SCRIPT = "/lightfield-uploader/lightfield-uploader.js";

/** URL of a theme, in the same folder as the script. */
export function themeHref(theme: State["stage"]["theme"]): string | null {
  return theme === "none" ? null : `/lightfield-uploader/themes/${theme}.css`;
}

/** Without a name the element submits nothing, and without `required` no form waits for it. */
export function isInForm({ attributes }: State): boolean {
  return Boolean(attributes.name) || attributes.required !== undefined;
}

/** The settings of the playground in the order of the manifest. Incomplete ones are left out. */
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

/** Properties with a valid value. */
export function propertiesIn(state: State, api: ElementApi, sentences: Sentences): (readonly [string, unknown])[] {
  return api.properties.flatMap(({ name }) => {
    const typed = readProperty(name, state.properties[name] ?? "", sentences);
    return typed && "value" in typed ? [[name, typed.value] as const] : [];
  });
}
