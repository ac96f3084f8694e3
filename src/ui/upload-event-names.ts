/** Names of the uploader's events that the list of files also listens to. The list carries none of their classes. */
export const UPLOAD_SUCCESS = "upload-success";
export const UPLOADS_COMPLETE = "uploads-complete";
