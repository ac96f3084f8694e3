import type { Rejection } from "../engine/constraints.ts";
import type { UploaderEvent } from "../engine/uploader-api.ts";
import {
  FileRejectEvent,
  FileRemoveEvent,
  UploadCancelEvent,
  UploadErrorEvent,
  UploadPauseEvent,
  UploadProgressEvent,
  UploadResumeEvent,
  UploadRetryEvent,
  UploadStartEvent,
  UploadSuccessEvent,
  UploadsCompleteEvent,
} from "./events.ts";

/** DOM events for one event of the engine. `describe` returns the sentence about a refused file. */
export function domEventsFor(event: UploaderEvent, describe: (rejection: Rejection) => string): readonly Event[] {
  switch (event.type) {
    case "added":
    case "inspected":
    case "waiting":
      // `file-add` is fired earlier, while it can still be prevented; the others change no outcome.
      return [];
    case "rejected":
      return event.rejections.map((rejection) => new FileRejectEvent({ ...rejection, message: describe(rejection) }));
    case "removed":
      return [new FileRemoveEvent({ upload: event.upload })];
    case "started":
      return [new UploadStartEvent({ upload: event.upload })];
    case "progressed":
      return [new UploadProgressEvent({ upload: event.upload })];
    case "paused":
      return [new UploadPauseEvent({ upload: event.upload })];
    case "resumed":
      return [new UploadResumeEvent({ upload: event.upload })];
    case "retried":
      return [new UploadRetryEvent({ upload: event.upload })];
    case "succeeded":
      return [new UploadSuccessEvent({ upload: event.upload })];
    case "failed":
      return [new UploadErrorEvent({ upload: event.upload, error: event.error })];
    case "cancelled":
      return [new UploadCancelEvent({ upload: event.upload })];
    case "finished":
      return [new UploadsCompleteEvent(event.queue)];
    default:
      return assertNever(event);
  }
}

function assertNever(value: never): never {
  throw new TypeError(`unhandled: ${JSON.stringify(value)}`);
}
