import type { PropertyDeclaration, ReactiveElement } from "lit";

/** Lit's decorator of the same name, without the part for standard decorators, which is a kilobyte of code. */
export function property(options?: PropertyDeclaration): (prototype: object, name: PropertyKey) => void {
  return (prototype, name) => {
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
    // For properties with a getter, TypeScript would otherwise restore the plain getter.
    return Object.getOwnPropertyDescriptor(prototype, name);
  };
}
