import type { ConnectedUploader, CreateUploaderOptions } from "../load-uploader.ts";
import { limit, maxFileBytes, type UploaderSettings } from "./settings.ts";

/** The element's own uploader, whose options follow the settings of the element. Loaded with the list. */
export class OwnUploader {
  readonly uploader: ConnectedUploader;
  readonly #options: () => CreateUploaderOptions;
  #applied: CreateUploaderOptions;

  /** @param options by the current settings of the element */
  static async create(
    options: () => CreateUploaderOptions,
    create: (options: CreateUploaderOptions) => Promise<ConnectedUploader>,
  ): Promise<OwnUploader> {
    const applied = options();
    return new OwnUploader(await create(applied), options, applied);
  }

  private constructor(
    uploader: ConnectedUploader,
    options: () => CreateUploaderOptions,
    applied: CreateUploaderOptions,
  ) {
    this.uploader = uploader;
    this.#options = options;
    this.#applied = applied;
  }

  /** Applies changed settings. */
  configure(): void {
    const now = this.#options();
    if (applyOptions(this.uploader, this.#applied, now)) this.#applied = now;
  }
}

const CONNECTION = ["endpoint", "headers", "credentials", "workerUrl"] as const;

/** Applies changed options to an uploader, and returns whether any has changed. */
export function applyOptions(
  uploader: ConnectedUploader,
  before: CreateUploaderOptions,
  now: CreateUploaderOptions,
): boolean {
  if (isSame(before, now)) return false;
  if (CONNECTION.some((key) => before[key] !== now[key])) uploader.reconnect(now);
  uploader.configure(now);
  return true;
}

function isSame(a: CreateUploaderOptions, b: CreateUploaderOptions): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof CreateUploaderOptions>;
  return [...keys].every((key) => a[key] === b[key]);
}

/** @param maxFiles maximum number of files in the uploader itself; null for no limit */
export function uploaderOptions(settings: UploaderSettings, maxFiles: number | null): CreateUploaderOptions {
  return {
    endpoint: settings.endpoint ?? "",
    headers: settings.headers ?? undefined,
    credentials: settings.credentials || undefined,
    ...(settings.workerUrl && { workerUrl: settings.workerUrl }),
    accept: settings.accept,
    maxFiles,
    maxFileBytes: maxFileBytes(settings),
    minFileBytes: limit(settings.minFileSize) ?? 1,
    purpose: settings.purpose || null,
    context: settings.context,
    maxConcurrentUploads: limit(settings.maxConcurrentUploads) || 3,
    ...(settings.noInspect && { inspect: false }),
    holdSuspicious: settings.holdSuspicious,
    recovery: !settings.noRecovery,
    scope: scopeOf(settings.endpoint),
    autoStart: !settings.noAuto && Boolean(settings.endpoint),
  };
}

/** Key under which interrupted uploads are stored: the absolute URL of the endpoint; "" for functions, which have none. */
function scopeOf(endpoint: UploaderSettings["endpoint"]): string {
  if (typeof endpoint !== "string" || !endpoint) return "";
  return URL.canParse(endpoint, document.baseURI) ? new URL(endpoint, document.baseURI).href : endpoint;
}
