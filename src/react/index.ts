/**
 * Entry `lightfield-uploader/react`: both elements as components, and the headless uploader as a hook. React 18 and 19.
 * The build begins it with "use client", so that server components can render it.
 */
import "../define.ts";
import "../files/define.ts";
import { type ForwardRefExoticComponent, forwardRef, type RefAttributes } from "react";
import type { LightfieldUploader as UploaderElement } from "../element/lightfield-uploader.ts";
import type { LightfieldFiles as FilesElement } from "../files/lightfield-files.ts";
import {
  FILES_ATTRIBUTES,
  FILES_DEFAULTS,
  FILES_LISTENERS,
  type LightfieldFilesProps as FilesProperties,
  type LightfieldFilesEvents,
  type LightfieldUploaderEvents,
  UPLOADER_ATTRIBUTES,
  UPLOADER_DEFAULTS,
  UPLOADER_LISTENERS,
  type LightfieldUploaderProps as UploaderProperties,
} from "../frameworks/element-api.ts";
import { type ElementApi, type ElementProps, useElement } from "./use-element.ts";

export * from "../element/events.ts";
export type { UploadError, UploadErrorCode } from "../engine/errors.ts";
export type { UploaderApi, UploaderEvent } from "../engine/uploader-api.ts";
export type { CreateUploaderOptions, EndpointFunctions, HeadersSource } from "../load-uploader.ts";
export { type UploaderHook, type UploaderHookOptions, useUploader } from "./use-uploader.ts";

type Listener<E> = ((event: E) => void) | undefined;

type Listeners<Names extends Record<string, keyof Events>, Events> = {
  -readonly [Prop in keyof Names]?: Listener<Events[Names[Prop]]>;
};

/** The value has changed; `event.currentTarget.value` has the ids of the completed files. */
interface ValueListeners {
  onChange?: Listener<Event & { readonly currentTarget: UploaderElement }>;
  onInput?: Listener<Event & { readonly currentTarget: UploaderElement }>;
}

export type LightfieldUploaderProps = ElementProps<
  UploaderElement,
  UploaderProperties & Listeners<typeof UPLOADER_LISTENERS, LightfieldUploaderEvents> & ValueListeners
>;

export type LightfieldFilesProps = ElementProps<
  FilesElement,
  FilesProperties & Listeners<typeof FILES_LISTENERS, LightfieldFilesEvents>
>;

/** The element's instance, for a ref. */
export type LightfieldUploaderElement = UploaderElement;
/** The element's instance, for a ref. */
export type LightfieldFilesElement = FilesElement;

const UPLOADER: ElementApi = {
  tag: "lightfield-uploader",
  attributes: UPLOADER_ATTRIBUTES,
  defaults: UPLOADER_DEFAULTS,
  listeners: { ...UPLOADER_LISTENERS, onChange: "change", onInput: "input" },
};

const FILES: ElementApi = {
  tag: "lightfield-files",
  attributes: FILES_ATTRIBUTES,
  defaults: FILES_DEFAULTS,
  listeners: FILES_LISTENERS,
};

/** `<lightfield-uploader>`: its properties as props, its events as `onUploadSuccess` and so on, its instance as ref. */
export const LightfieldUploader: ForwardRefExoticComponent<LightfieldUploaderProps & RefAttributes<UploaderElement>> =
  forwardRef<UploaderElement, object>(function LightfieldUploader(props, ref) {
    return useElement(UPLOADER, { ...props }, ref);
  });

/** `<lightfield-files>`: its properties as props, its events as `onFileOpen` and so on, its instance as ref. */
export const LightfieldFiles: ForwardRefExoticComponent<LightfieldFilesProps & RefAttributes<FilesElement>> =
  forwardRef<FilesElement, object>(function LightfieldFiles(props, ref) {
    return useElement(FILES, { ...props }, ref);
  });
