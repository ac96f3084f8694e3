import type { Rejection } from "../engine/queue/constraints.ts";
import type { UploaderEvent } from "../engine/uploader-api.ts";
import {
  FileRejectEvent,
  FileRemoveEvent,
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
} from "./events.ts";

/** Classes of the DOM events that carry only the upload. */
const UPLOAD_EVENTS = {
  removed: FileRemoveEvent,
  started: UploadStartEvent,
  progressed: UploadProgressEvent,
  paused: UploadPauseEvent,
  duplicate: UploadDuplicateEvent,
  resumed: UploadResumeEvent,
  succeeded: UploadSuccessEvent,
  cancelled: UploadCancelEvent,
} as const;

/** DOM events for one event of the engine. `describe` returns the sentence about a refused file. */
export function domEventsFor(event: UploaderEvent, describe: (rejection: Rejection) => string): readonly Event[] {
  switch (event.type) {
    case "added":
    case "restored":
    case "inspected":
    case "waiting":
      // `file-add` is fired earlier, while it can still be prevented; the others change no outcome.
      return [];
    case "rejected":
      return event.rejections.map((rejection) => new FileRejectEvent({ ...rejection, message: describe(rejection) }));
    case "retried":
      return [new UploadRetryEvent({ upload: event.upload, error: null })];
    case "renewed":
      return [new UploadRetryEvent({ upload: event.upload, error: event.error })];
    case "failed":
      return [new UploadErrorEvent({ upload: event.upload, error: event.error })];
    case "finished":
      return [new UploadsCompleteEvent(event.queue)];
    default:
      // A new type of event is a compile error here.
      return [new UPLOAD_EVENTS[event.type]({ upload: event.upload })];
  }
}
