/** Permission methods that only Chromium adds to file handles (https://wicg.github.io/file-system-access/). */
interface Permissions {
  queryPermission?(descriptor: { readonly mode: "read" }): Promise<PermissionState>;
  requestPermission?(descriptor: { readonly mode: "read" }): Promise<PermissionState>;
}

const READ = { mode: "read" } as const;

/** Whether the handle may open a file: false only when that is certain. A "prompt" permission may still be granted. */
export async function isUsable(handle: (FileSystemFileHandle & Permissions) | undefined): Promise<boolean> {
  try {
    return typeof handle?.getFile === "function" && (await permissionOf(handle)) !== "denied";
  } catch {
    return false;
  }
}

/**
 * Opens the file and requests permission if needed, which browsers allow only during a click. null when permission is
 * denied or the file no longer exists.
 */
export async function openHandle(handle: (FileSystemFileHandle & Permissions) | undefined): Promise<File | null> {
  try {
    if (!handle) return null;
    let permission = await permissionOf(handle);
    if (permission === "prompt") permission = (await handle.requestPermission?.(READ)) ?? "denied";
    return permission === "granted" ? await handle.getFile() : null;
  } catch {
    return null;
  }
}

/** "granted" in browsers without permission methods: their handles are only for the origin private file system. */
async function permissionOf(handle: FileSystemFileHandle & Permissions): Promise<PermissionState> {
  return (await handle.queryPermission?.(READ)) ?? "granted";
}
