import type { PropertyDeclaration, ReactiveElement } from "lit";

/** Boolean attributes: present is true, except for the text "false", which React 18 and Vue write for a false value. */
const booleanAttribute = {
  fromAttribute: (text: string | null) => text !== null && text !== "false",
  toAttribute: (value: unknown) => (value ? "" : null),
};

/** Lit's decorator of the same name, without the part for standard decorators, which is a kilobyte of code. */
export function property(options?: PropertyDeclaration): (prototype: object, name: PropertyKey) => void {
  const declaration = options?.type === Boolean ? { converter: booleanAttribute, ...options } : options;
  return (prototype, name) => {
    (prototype.constructor as typeof ReactiveElement).createProperty(name, declaration);
    // For properties with a getter, TypeScript would otherwise restore the plain getter.
    return Object.getOwnPropertyDescriptor(prototype, name);
  };
}
