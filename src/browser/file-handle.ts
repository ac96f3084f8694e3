/** What Chromium adds to the standard's handles (https://wicg.github.io/file-system-access/); others lack it. */
interface Permissions {
  queryPermission?(descriptor: { readonly mode: "read" }): Promise<PermissionState>;
  requestPermission?(descriptor: { readonly mode: "read" }): Promise<PermissionState>;
}

const READ = { mode: "read" } as const;

/** False when it is certain that the handle opens nothing: a "prompt" may still become a yes. */
export async function isUsable(handle: (FileSystemFileHandle & Permissions) | undefined): Promise<boolean> {
  try {
    return typeof handle?.getFile === "function" && (await permissionOf(handle)) !== "denied";
  } catch {
    return false;
  }
}

/** Asks for permission where that is needed, which browsers allow only during a click. null for "no" and for "no such file". */
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

/** A browser that has nothing to ask gives handles only for its own private files. */
async function permissionOf(handle: FileSystemFileHandle & Permissions): Promise<PermissionState> {
  return (await handle.queryPermission?.(READ)) ?? "granted";
}
