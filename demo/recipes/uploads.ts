import { createTokenEndpoint, refuse } from "lightfield-uploader/server";

/** The endpoint that the other recipes mount. */
export const uploads = createTokenEndpoint({
  apiKey: process.env.LIGHTFIELD_API_KEY,
  secret: process.env.UPLOAD_SECRET,
  baseUrl: process.env.LIGHTFIELD_BASE_URL,
  basePath: "/api/uploads",

  authorize(request) {
    // Look up your own session here. A plain name in a cookie is only a placeholder, since anyone can set it.
    const user = /(?:^|;\s*)user=(\w+)/.exec(request.headers.get("cookie") ?? "")?.[1];
    if (!user) return refuse(401, "Sign in to upload files.");
    return { subject: user, purposes: ["meeting_transcript"], maxFileBytes: 50_000_000 };
  },

  // Store which user has which file, to list a user's own files later (`reads`).
  onCompleted({ file, subject }) {
    console.log(`${subject} uploaded ${file.id}`);
  },
});
