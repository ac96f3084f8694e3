/** Next.js, as app/api/uploads/[[...path]]/route.ts: a route handler is a function from Request to Response. */
import { uploads } from "./uploads.ts";

export { uploads as GET, uploads as OPTIONS, uploads as POST };
