import { badRequest } from "../api-error.ts";

/** A JSON object whose values are not validated yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** One value of a body: its object and key, and its path for errors ("fields.$title"). */
export interface Place {
  readonly in: JsonObject;
  readonly name: string;
  readonly param: string;
}

export function place(object: JsonObject, name: string, prefix = ""): Place {
  return { in: object, name, param: prefix + name };
}

/** The object at a key; null if absent. Other types are refused. */
export function optionalObject({ in: object, name, param }: Place): JsonObject | null {
  const value = object[name];
  if (value === undefined) return null;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw wrongType(param, "an object");
  }
  return value as JsonObject;
}

export function required({ in: object, name, param }: Place): unknown {
  const value = object[name];
  if (value === undefined) throw badRequest(`'${param}' is required.`, { code: "parameter_missing", param });
  return value;
}

export function text(at: Place): string {
  const value = required(at);
  if (typeof value !== "string") throw wrongType(at.param, "a string");
  return value;
}

export function wholeNumber(at: Place): number {
  const value = required(at);
  if (typeof value !== "number" || !Number.isInteger(value)) throw wrongType(at.param, "a whole number");
  return value;
}

export function wrongType(param: string, rule: string): Error {
  return badRequest(`'${param}' must be ${rule}.`, { code: "invalid_type", param });
}

export function outOfRange(param: string, rule: string): Error {
  return badRequest(`'${param}' ${rule}.`, { code: "invalid_value", param });
}

/** Refuses unknown fields, as in the reference's example of an error. */
export function refuseUnknownFields(object: JsonObject, known: readonly string[], of: string, prefix = ""): void {
  const unknown = Object.keys(object).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const param = prefix + unknown;
  throw badRequest(`Unrecognized field '${unknown}' for '${of}'.`, { code: "unknown_field", param });
}
