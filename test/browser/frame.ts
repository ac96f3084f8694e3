/** A document of the page's own origin, like another tab. */
export interface Frame {
  /** The module as this document sees it, with its own globals; the path is taken from the project's root. */
  load<T>(path: string): Promise<T>;
  /** Ends the document, as closing a tab does. */
  remove(): void;
}

const addressOf = (path: string) => new URL(`../../${path}`, import.meta.url).href;

/** @param address page of this origin to open; default: an empty one */
export async function openFrame(address?: string): Promise<Frame> {
  const frame = await attach(address);
  // Importing from within the frame makes the module run there.
  const view = frame.contentWindow as unknown as { eval(script: string): unknown };
  return {
    load: async <T>(path: string) => (await view.eval(`import(${JSON.stringify(addressOf(path))})`)) as T,
    remove: () => frame.remove(),
  };
}

function attach(address?: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement("iframe");
  if (address) frame.src = address;
  else frame.srcdoc = "<!doctype html>";
  return new Promise((resolve) => {
    frame.addEventListener("load", () => resolve(frame), { once: true });
    document.body.append(frame);
  });
}
