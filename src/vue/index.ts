/**
 * Entry `lightfield-uploader/vue`: both elements as typed components of Vue 3, with `v-model` for the ids of the completed
 * files. They need no `isCustomElement`.
 */
import "../define.ts";
import "../files/define.ts";
import type { DefineComponent } from "vue";
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
import { elementComponent } from "./element-component.ts";

export * from "../element/events.ts";
export type { UploadError, UploadErrorCode } from "../engine/errors.ts";
export type { EndpointFunctions, HeadersSource } from "../load-uploader.ts";

/** The element's instance: `element` of the component's template ref. */
export type LightfieldUploaderElement = UploaderElement;
/** The element's instance: `element` of the component's template ref. */
export type LightfieldFilesElement = FilesElement;

export interface LightfieldUploaderProps extends UploaderProperties {
  /** Ids of the completed files, for `v-model`. Uploads change it; an assignment does not change the uploads. */
  modelValue?: readonly string[] | undefined;
}

type None = Record<never, never>;

type Emits<Events> = { [Name in keyof Events]: (event: Events[Name]) => void };

type UploaderEmits = Emits<LightfieldUploaderEvents> & {
  change: (event: Event) => void;
  input: (event: Event) => void;
  "update:modelValue": (ids: readonly string[]) => void;
};

interface Exposed<E> {
  /** The element itself; null before it is mounted. */
  readonly element: E | null;
}

/** `<lightfield-uploader>`: its properties as props, its events as emits, `v-model` for the ids of the completed files. */
export const LightfieldUploader: DefineComponent<
  LightfieldUploaderProps,
  Exposed<UploaderElement>,
  None,
  None,
  None,
  None,
  None,
  UploaderEmits
> = elementComponent({
  ...UPLOADER,
  events: [...Object.values(UPLOADER.listeners), "input", "change"],
  model: { event: "change", read: (element) => (element as UploaderElement).value },
}) as never;

/** `<lightfield-files>`: its properties as props, its events as emits. */
export const LightfieldFiles: DefineComponent<
  FilesProperties,
  Exposed<FilesElement>,
  None,
  None,
  None,
  None,
  None,
  Emits<LightfieldFilesEvents>
> = elementComponent({
  ...FILES,
  events: Object.values(FILES.listeners),
}) as never;
