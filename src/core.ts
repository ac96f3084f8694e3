/** Entry `lightfield-uploader/core`: the uploader without the element and without Lit. */
export {
  type ConnectedUploader,
  type ConnectionOptions,
  type CreateUploaderOptions,
  createUploader,
} from "./create-uploader.ts";
export { UploadError, type UploadErrorCode, type UploadErrorOptions } from "./engine/errors.ts";
export type { DocumentKind, Hint, HintCode, Inspection, Preview } from "./engine/inspection.ts";
export { mimeTypeOf } from "./engine/mime-types.ts";
export type * from "./engine/ports.ts";
export type {
  Constraints,
  Rejection,
  RejectionCode,
} from "./engine/queue/constraints.ts";
export { Uploader } from "./engine/queue/uploader.ts";
export type { RecoveryPorts } from "./engine/recovery/lazy-recovery.ts";
export type * from "./engine/session/host-files.ts";
export type { InterruptedUpload, QueueSnapshot, UploadSnapshot } from "./engine/snapshot.ts";
export type { Step, UploadState, UploadStatus, WaitReason } from "./engine/upload/upload-state.ts";
export type { FileEntry, UploaderApi, UploaderEvent, UploaderOptions } from "./engine/uploader-api.ts";
export { createFilesApi, type FilesApi, type NewFile, type Result } from "./host/files-api.ts";
export { createFilesClient } from "./host/files-client.ts";
export type { EndpointFunctions, FunctionRefusal, HeadersSource, HostClientOptions } from "./host/host-client.ts";
export type {
  CompleteBody,
  CreateBody,
  CreateReply,
  ErrorReply,
  FileReply,
  ListedFile,
  ListReply,
  Purpose,
  SessionReply,
  UrlReply,
  WireTransfer,
} from "./host/protocol.ts";
export { MAX_FILE_BYTES, MAX_FILENAME_CHARS } from "./wire/limits.ts";
