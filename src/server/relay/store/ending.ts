import { createHash } from "node:crypto";
import { isObject, parseJson, stringField } from "../../json.ts";
import type { Binding } from "./binding.ts";

/** A result of a delivery that another delivery to the same address would not change. */
export type Ending =
  | { readonly kind: "stored" }
  /** Result if the session has expired; a new session can still take over the bytes. */
  | { readonly kind: "expired" }
  | { readonly kind: "refused"; readonly why: string };

/** The ending as text, with a hash of the address that it is about: a binding may get another one. */
export function writeEnding(binding: Binding, ending: Ending): string {
  return JSON.stringify({ ...ending, target: targetOf(binding) });
}

/** Parses an ending; null if the text is not valid, or if it is about another address than the binding's. */
export function parseEnding(binding: Binding, text: string | null | undefined): Ending | null {
  const json = parseJson(text ?? "");
  if (!isObject(json)) return null;
  const kind = stringField(json, "kind");
  // Stored bytes were deleted, so what storage has is all there is.
  if (kind === "stored") return { kind };
  if (stringField(json, "target") !== targetOf(binding)) return null;
  if (kind === "expired") return { kind };
  return kind === "refused" ? { kind, why: stringField(json, "why") ?? "" } : null;
}

function targetOf({ uploadUrl, uploadHeaders }: Binding): string {
  return createHash("sha256")
    .update(JSON.stringify([uploadUrl, uploadHeaders]))
    .digest("hex");
}
