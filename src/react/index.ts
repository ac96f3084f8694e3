/**
 * Entry `lightfield-uploader/react`: both elements as components, and the headless uploader as a hook. React 18 and 19.
 * The build begins it with "use client", so that server components can render it.
 */
import "../define.ts";
import "../files/define.ts";
import { type ForwardRefExoticComponent, forwardRef, type RefAttributes } from "react";
import {
  FILES,
  type FilesElement,
  type FilesProperties,
  type LightfieldFilesEvents,
  type LightfieldUploaderEvents,
  UPLOADER,
  type UploaderElement,
  type UploaderProperties,
} from "../frameworks/elements.ts";
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
  UploaderProperties & Listeners<(typeof UPLOADER)["listeners"], LightfieldUploaderEvents> & ValueListeners
>;

export type LightfieldFilesProps = ElementProps<
  FilesElement,
  FilesProperties & Listeners<(typeof FILES)["listeners"], LightfieldFilesEvents>
>;

/** The element's instance, for a ref. */
export type LightfieldUploaderElement = UploaderElement;
/** The element's instance, for a ref. */
export type LightfieldFilesElement = FilesElement;

const UPLOADER_IN_REACT: ElementApi = {
  ...UPLOADER,
  listeners: { ...UPLOADER.listeners, onChange: "change", onInput: "input" },
};

/** `<lightfield-uploader>`: its properties as props, its events as `onUploadSuccess` and so on, its instance as ref. */
export const LightfieldUploader: ForwardRefExoticComponent<LightfieldUploaderProps & RefAttributes<UploaderElement>> =
  forwardRef<UploaderElement, object>(function LightfieldUploader(props, ref) {
    return useElement(UPLOADER_IN_REACT, { ...props }, ref);
  });

/** `<lightfield-files>`: its properties as props, its events as `onFileOpen` and so on, its instance as ref. */
export const LightfieldFiles: ForwardRefExoticComponent<LightfieldFilesProps & RefAttributes<FilesElement>> =
  forwardRef<FilesElement, object>(function LightfieldFiles(props, ref) {
    return useElement(FILES, { ...props }, ref);
  });
