/** The schemas of `src/host/openapi.yaml`, ready to validate values. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { parse } from "yaml";

type Method = "get" | "post";

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly enum?: readonly string[];
  readonly allOf?: readonly Schema[];
}

export interface Contract {
  readonly paths: Readonly<Record<string, Partial<Record<Method, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export const contractText = readFileSync(new URL("../../src/host/openapi.yaml", import.meta.url), "utf8");
export const contract = parse(contractText) as Contract;

const ajv = new Ajv2020({ strict: false, allErrors: true });
// The package is CommonJS: its function is the default export of a default export for some loaders.
const addFormats = ("default" in formats ? formats.default : formats) as unknown as (to: Ajv2020) => void;
addFormats(ajv);
ajv.addSchema(contract as object, "contract");

/** Faults of a value as text; null when it satisfies the schema `name`. */
export function faultsOf(name: string, value: unknown): string | null {
  const validate = ajv.getSchema(`contract#/components/schemas/${name}`);
  if (!validate) throw new Error(`The contract has no schema ${name}.`);
  return validate(value) ? null : ajv.errorsText(validate.errors);
}

/** Names of the schemas of a successful reply, by operation. */
export const REPLIES: Readonly<Record<string, string>> = {
  create: "SessionReply",
  complete: "FileReply",
  cancel: "FileReply",
  retrieve: "FileReply",
  list: "ListReply",
  url: "UrlReply",
};
