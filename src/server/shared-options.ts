/** Checks for the options that the endpoint and the relay have in common. */

/** The secrets of an option that may be one string or several; none if the option is missing. */
export function secretsOf({ secret }: { readonly secret: string | readonly string[] | undefined }): readonly string[] {
  return typeof secret === "string" ? [secret] : (secret ?? []);
}

/** Whether there is at least one secret and each has the 32 characters that an HMAC key needs. */
export function areSecrets(secrets: readonly unknown[]): boolean {
  return secrets.length > 0 && secrets.every((secret) => typeof secret === "string" && secret.length >= 32);
}

/** @throws TypeError for an entry of `allowedOrigins` that is not an exact origin */
export function checkAllowedOrigins(origins: readonly string[] | undefined): void {
  for (const origin of origins ?? []) {
    if (isOrigin(origin)) continue;
    throw new TypeError(
      `\`allowedOrigins\` must list exact origins such as "https://app.example.com", without a path. "${origin}" is not one.`,
    );
  }
}

function isOrigin(text: string): boolean {
  return text !== "null" && URL.canParse(text) && new URL(text).origin === text;
}
