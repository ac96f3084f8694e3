import { createTokenEndpoint, refuse } from "lightfield-uploader/server";

/** The endpoint that every recipe beside this file mounts; only the mounting differs. */
export const uploads = createTokenEndpoint({
  apiKey: process.env.LIGHTFIELD_API_KEY ?? "",
  secret: process.env.UPLOAD_SECRET ?? "",
  baseUrl: process.env.LIGHTFIELD_BASE_URL,
  basePath: "/api/uploads",

  authorize(request) {
    // Your own session lookup goes here. A bare name in a cookie is only a stand-in: anybody can write one.
    const user = /(?:^|;\s*)user=(\w+)/.exec(request.headers.get("cookie") ?? "")?.[1];
    if (!user) return refuse(401, "Sign in to upload files.");
    return { subject: user, purposes: ["meeting_transcript"], maxFileBytes: 50_000_000 };
  },

  // Your records: which user has which file, for a list of one's own later (`reads`).
  onCompleted({ file, subject }) {
    console.log(`${subject} uploaded ${file.id}`);
  },
});
