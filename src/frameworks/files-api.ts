// Generated from custom-elements.json by `npm run manifest`.
/** Properties, attributes and events of `<lightfield-files>`, for the wrappers and the types of the frameworks. */
import type { FileCancelEvent, FileOpenEvent, FilesLoadEvent, LightfieldFiles } from "../files/index.ts";

/** Settings of `<lightfield-files>`, as a page gives them. */
export interface LightfieldFilesProps {
  /** URL of your token endpoint; as a property also an object of functions that do the same. */
  endpoint?: LightfieldFiles["endpoint"] | undefined;
  /** Number of files on a page, 25 at most. */
  pageSize?: LightfieldFiles["pageSize"] | undefined;
  /** Where files open that the browser can show: "_blank" is a new tab, others are "_self" or the name of a frame. Files that the storage serves as downloads leave no tab behind and never replace the page. */
  target?: LightfieldFiles["target"] | undefined;
  /** Language of all text, as a tag like "de" or "pt-BR"; by default that of the closest `lang` attribute. */
  locale?: LightfieldFiles["locale"] | undefined;
  /** Whether cookies are sent with the calls to the endpoint: "omit", "same-origin" or "include". */
  credentials?: LightfieldFiles["credentials"] | undefined;
  /** Headers of the calls to the endpoint, or a function that returns them for each call. */
  headers?: LightfieldFiles["headers"] | undefined;
  /** Your own sentences, in place of built-in ones. */
  messages?: LightfieldFiles["messages"] | undefined;
}

/** Attributes of `<lightfield-files>` whose name differs from that of the property. */
export interface LightfieldFilesAttributes {
  /** Number of files on a page, 25 at most. */
  "page-size"?: LightfieldFiles["pageSize"] | undefined;
}

/** Events of `<lightfield-files>` by name. */
export interface LightfieldFilesEvents {
  /** A page of files was loaded and is shown. */
  "files-load": FilesLoadEvent;
  /** A file is about to be opened; `preventDefault()` leaves that to the page. */
  "file-open": FileOpenEvent;
  /** A pending file was cancelled. */
  "file-cancel": FileCancelEvent;
}

/** Attribute of each property of `<lightfield-files>`; null for properties without one. */
export const FILES_ATTRIBUTES = {
  endpoint: "endpoint",
  pageSize: "page-size",
  target: "target",
  locale: "locale",
  credentials: "credentials",
  headers: null,
  messages: null,
} as const satisfies Record<keyof LightfieldFilesProps, string | null>;

/** Value of each property of `<lightfield-files>` that is not set. */
export const FILES_DEFAULTS: Readonly<Record<keyof LightfieldFilesProps, unknown>> = {
  endpoint: null,
  pageSize: 25,
  target: "_blank",
  locale: "",
  credentials: "",
  headers: null,
  messages: null,
};

/** Event of each listener: `onUploadSuccess` listens to `upload-success`. */
export const FILES_LISTENERS = {
  onFilesLoad: "files-load",
  onFileOpen: "file-open",
  onFileCancel: "file-cancel",
} as const satisfies Record<string, keyof LightfieldFilesEvents>;
