// Generated from custom-elements.json by `npm run manifest`.
/** Properties, attributes and events of `<lightfield-uploader>`, for the wrappers and the types of the frameworks. */
import type {
  FileAddEvent,
  FileRejectEvent,
  FileRemoveEvent,
  LightfieldUploader,
  UploadCancelEvent,
  UploadDuplicateEvent,
  UploadErrorEvent,
  UploadPauseEvent,
  UploadProgressEvent,
  UploadResumeEvent,
  UploadRetryEvent,
  UploadStartEvent,
  UploadSuccessEvent,
  UploadsCompleteEvent,
} from "../element/index.ts";

/** Settings of `<lightfield-uploader>`, as a page gives them. */
export interface LightfieldUploaderProps {
  /** URL of your token endpoint; as a property also an object of functions that do the same. */
  endpoint?: LightfieldUploader["endpoint"] | undefined;
  /** Purpose of the files: `meeting_transcript`, `knowledge_user`, `knowledge_workspace` or `email_attachment`. */
  purpose?: LightfieldUploader["purpose"] | undefined;
  /** Accepted files, as for a file input: ".vtt, text/*". A file fits if its reported type, the type by its name or its extension is on the list. Case, spaces, "*.vtt" and a missing dot make no difference; an entry that can match no file is named on the console. Empty accepts every file. */
  accept?: LightfieldUploader["accept"] | undefined;
  /** Accepts several files. Without it, a new file replaces one that is over. */
  multiple?: LightfieldUploader["multiple"] | undefined;
  /** Makes the picker choose a folder with everything in it. With `multiple`, folders can be dropped as well. */
  directory?: LightfieldUploader["directory"] | undefined;
  /** Largest number of files on the list; null for no limit. */
  maxFiles?: LightfieldUploader["maxFiles"] | undefined;
  /** Largest size of a file, in bytes; null for Lightfield's limit of 536,870,912 (“512 MB”), which cannot be exceeded. */
  maxFileSize?: LightfieldUploader["maxFileSize"] | undefined;
  /** Smallest size of a file, in bytes; null for 1 byte. */
  minFileSize?: LightfieldUploader["minFileSize"] | undefined;
  /** Largest number of files that are uploaded at the same time. */
  maxConcurrentUploads?: LightfieldUploader["maxConcurrentUploads"] | undefined;
  /** Does not start uploads automatically: only `start()` or the button of the list does. */
  noAuto?: LightfieldUploader["noAuto"] | undefined;
  /** Ignores dropped files. */
  noDrop?: LightfieldUploader["noDrop"] | undefined;
  /** Larger target for drops, besides the element itself: "page", or a CSS selector of elements. While files are dragged over it, an overlay covers it. With several elements on a page, the innermost target around the pointer takes the drop. */
  dropTarget?: LightfieldUploader["dropTarget"] | undefined;
  /** Ignores pasted files and pasted text of transcripts. */
  noPaste?: LightfieldUploader["noPaste"] | undefined;
  /** Language of all text, as a tag like "de" or "pt-BR"; by default that of the closest `lang` attribute. */
  locale?: LightfieldUploader["locale"] | undefined;
  /** Whether cookies are sent with the calls to the endpoint: "omit", "same-origin" or "include". */
  credentials?: LightfieldUploader["credentials"] | undefined;
  /** URL of `md5.worker.js` on your origin, for pages whose security policy allows no blob workers. */
  workerUrl?: LightfieldUploader["workerUrl"] | undefined;
  /** Continues uploads when the element is removed from the document. */
  keepAlive?: LightfieldUploader["keepAlive"] | undefined;
  /** Stores nothing about uploads: later visits neither list unfinished ones nor recognize content that was uploaded before. */
  noRecovery?: LightfieldUploader["noRecovery"] | undefined;
  /** Uploads transcripts without inspecting their content first. */
  noInspect?: LightfieldUploader["noInspect"] | undefined;
  /** Sends a transcript whose content looks wrong (empty, cut off, a web page) only after the user has confirmed it. */
  holdSuspicious?: LightfieldUploader["holdSuspicious"] | undefined;
  /** Asks for title and times of each file's meeting first; your server gets them as `context.meeting` (`attachTranscript`). */
  meetingDetails?: LightfieldUploader["meetingDetails"] | undefined;
  /** Turns off the warning of the browser when the user leaves the page during an upload. */
  noLeaveWarning?: LightfieldUploader["noLeaveWarning"] | undefined;
  /** Behaviour of a form that is submitted while uploads are pending. "refuse": the form is invalid and shows the reason. "wait": the form is submitted, once, as soon as every file is uploaded; queued and paused uploads are started, and an upload that fails ends the wait. Buttons with `formnovalidate` and calls of `form.submit()` do not wait. Forms that open a new tab are refused in both cases, because browsers allow that only with a click. */
  submitWhileUploading?: LightfieldUploader["submitWhileUploading"] | undefined;
  /** Headers of the calls to the endpoint, or a function that returns them for each call. */
  headers?: LightfieldUploader["headers"] | undefined;
  /** JSON value that is passed to the hooks of your server with every file, or a function that returns it for each file. */
  context?: LightfieldUploader["context"] | undefined;
  /** Your own sentences, in place of built-in ones. */
  messages?: LightfieldUploader["messages"] | undefined;
  /** Headless uploader behind the list: the element's own once it is needed, or one that you supply and dispose of. */
  uploader?: LightfieldUploader["uploader"] | undefined;
  /** Form field name under which the ids of the completed files are submitted. */
  name?: LightfieldUploader["name"] | undefined;
  /** Makes the form invalid until a file is uploaded. */
  required?: LightfieldUploader["required"] | undefined;
  /** Refuses new files; running uploads continue. Reflected at once, because forms and fieldsets read the attribute; an attribute "false" is removed. */
  disabled?: LightfieldUploader["disabled"] | undefined;
}

/** Attributes of `<lightfield-uploader>` whose name differs from that of the property. */
export interface LightfieldUploaderAttributes {
  /** Largest number of files on the list; null for no limit. */
  "max-files"?: LightfieldUploader["maxFiles"] | undefined;
  /** Largest size of a file, in bytes; null for Lightfield's limit of 536,870,912 (“512 MB”), which cannot be exceeded. */
  "max-file-size"?: LightfieldUploader["maxFileSize"] | undefined;
  /** Smallest size of a file, in bytes; null for 1 byte. */
  "min-file-size"?: LightfieldUploader["minFileSize"] | undefined;
  /** Largest number of files that are uploaded at the same time. */
  "max-concurrent-uploads"?: LightfieldUploader["maxConcurrentUploads"] | undefined;
  /** Does not start uploads automatically: only `start()` or the button of the list does. */
  "no-auto"?: LightfieldUploader["noAuto"] | undefined;
  /** Ignores dropped files. */
  "no-drop"?: LightfieldUploader["noDrop"] | undefined;
  /** Larger target for drops, besides the element itself: "page", or a CSS selector of elements. While files are dragged over it, an overlay covers it. With several elements on a page, the innermost target around the pointer takes the drop. */
  "drop-target"?: LightfieldUploader["dropTarget"] | undefined;
  /** Ignores pasted files and pasted text of transcripts. */
  "no-paste"?: LightfieldUploader["noPaste"] | undefined;
  /** URL of `md5.worker.js` on your origin, for pages whose security policy allows no blob workers. */
  "worker-url"?: LightfieldUploader["workerUrl"] | undefined;
  /** Continues uploads when the element is removed from the document. */
  "keep-alive"?: LightfieldUploader["keepAlive"] | undefined;
  /** Stores nothing about uploads: later visits neither list unfinished ones nor recognize content that was uploaded before. */
  "no-recovery"?: LightfieldUploader["noRecovery"] | undefined;
  /** Uploads transcripts without inspecting their content first. */
  "no-inspect"?: LightfieldUploader["noInspect"] | undefined;
  /** Sends a transcript whose content looks wrong (empty, cut off, a web page) only after the user has confirmed it. */
  "hold-suspicious"?: LightfieldUploader["holdSuspicious"] | undefined;
  /** Asks for title and times of each file's meeting first; your server gets them as `context.meeting` (`attachTranscript`). */
  "meeting-details"?: LightfieldUploader["meetingDetails"] | undefined;
  /** Turns off the warning of the browser when the user leaves the page during an upload. */
  "no-leave-warning"?: LightfieldUploader["noLeaveWarning"] | undefined;
  /** Behaviour of a form that is submitted while uploads are pending. "refuse": the form is invalid and shows the reason. "wait": the form is submitted, once, as soon as every file is uploaded; queued and paused uploads are started, and an upload that fails ends the wait. Buttons with `formnovalidate` and calls of `form.submit()` do not wait. Forms that open a new tab are refused in both cases, because browsers allow that only with a click. */
  "submit-while-uploading"?: LightfieldUploader["submitWhileUploading"] | undefined;
}

/** Events of `<lightfield-uploader>` by name. */
export interface LightfieldUploaderEvents {
  /** A file is about to be added; `preventDefault()` leaves it out. */
  "file-add": FileAddEvent;
  /** A file violated a rule and was not added. */
  "file-reject": FileRejectEvent;
  /** A file was removed from the list. */
  "file-remove": FileRemoveEvent;
  /** An upload started. */
  "upload-start": UploadStartEvent;
  /** Bytes of an upload were sent. */
  "upload-progress": UploadProgressEvent;
  /** Lightfield has stored the file and verified its MD5. */
  "upload-success": UploadSuccessEvent;
  /** An upload failed and is not retried automatically. */
  "upload-error": UploadErrorEvent;
  /** An upload was cancelled. */
  "upload-cancel": UploadCancelEvent;
  /** An upload was paused. */
  "upload-pause": UploadPauseEvent;
  /** The same content was uploaded before; nothing is sent until `resume(id)` or `remove(id)`. */
  "upload-duplicate": UploadDuplicateEvent;
  /** A paused upload was resumed. */
  "upload-resume": UploadResumeEvent;
  /** A failed upload is being retried. */
  "upload-retry": UploadRetryEvent;
  /** The queue has become idle: no upload is running or queued any more. */
  "uploads-complete": UploadsCompleteEvent;
}

/** Attribute of each property of `<lightfield-uploader>`; null for properties without one. */
export const UPLOADER_ATTRIBUTES = {
  endpoint: "endpoint",
  purpose: "purpose",
  accept: "accept",
  multiple: "multiple",
  directory: "directory",
  maxFiles: "max-files",
  maxFileSize: "max-file-size",
  minFileSize: "min-file-size",
  maxConcurrentUploads: "max-concurrent-uploads",
  noAuto: "no-auto",
  noDrop: "no-drop",
  dropTarget: "drop-target",
  noPaste: "no-paste",
  locale: "locale",
  credentials: "credentials",
  workerUrl: "worker-url",
  keepAlive: "keep-alive",
  noRecovery: "no-recovery",
  noInspect: "no-inspect",
  holdSuspicious: "hold-suspicious",
  meetingDetails: "meeting-details",
  noLeaveWarning: "no-leave-warning",
  submitWhileUploading: "submit-while-uploading",
  headers: null,
  context: null,
  messages: null,
  uploader: null,
  name: "name",
  required: "required",
  disabled: "disabled",
} as const satisfies Record<keyof LightfieldUploaderProps, string | null>;

/** Value of each property of `<lightfield-uploader>` that is not set. */
export const UPLOADER_DEFAULTS: Readonly<Record<keyof LightfieldUploaderProps, unknown>> = {
  endpoint: null,
  purpose: "",
  accept: "",
  multiple: false,
  directory: false,
  maxFiles: null,
  maxFileSize: null,
  minFileSize: null,
  maxConcurrentUploads: 3,
  noAuto: false,
  noDrop: false,
  dropTarget: "",
  noPaste: false,
  locale: "",
  credentials: "",
  workerUrl: "",
  keepAlive: false,
  noRecovery: false,
  noInspect: false,
  holdSuspicious: false,
  meetingDetails: false,
  noLeaveWarning: false,
  submitWhileUploading: "refuse",
  headers: null,
  context: undefined,
  messages: null,
  uploader: null,
  name: "",
  required: false,
  disabled: false,
};

/** Event of each listener: `onUploadSuccess` listens to `upload-success`. */
export const UPLOADER_LISTENERS = {
  onFileAdd: "file-add",
  onFileReject: "file-reject",
  onFileRemove: "file-remove",
  onUploadStart: "upload-start",
  onUploadProgress: "upload-progress",
  onUploadSuccess: "upload-success",
  onUploadError: "upload-error",
  onUploadCancel: "upload-cancel",
  onUploadPause: "upload-pause",
  onUploadDuplicate: "upload-duplicate",
  onUploadResume: "upload-resume",
  onUploadRetry: "upload-retry",
  onUploadsComplete: "uploads-complete",
} as const satisfies Record<string, keyof LightfieldUploaderEvents>;
