/** A place for a file that is about to be had, taken while the person's click still counts. */
export interface Opening {
  /** Goes there. False when the browser let no tab be opened, so that the person has to follow a link. */
  show(url: string, filename: string): boolean;
  /** Nothing will come. */
  giveUp(): void;
}

/**
 * With "_blank", a tab at once, to be sent to the file's URL when that is known: after a wait for the server, browsers
 * (Safari above all) take the opening of a tab for an unwanted pop-up. Any other target is gone to when the URL is known.
 * The tab cannot reach back into this page. A download needs no tab, so where the URL says that it is one, the tab closes.
 */
export function startOpening(target: string): Opening {
  if (target !== "_blank") {
    return {
      show(url, filename) {
        followLink(url, filename, target);
        return true;
      },
      giveUp() {},
    };
  }
  const tab = window.open("", "_blank");
  if (tab) tab.opener = null;
  return {
    show(url, filename) {
      if (isDownload(url)) {
        tab?.close();
        followLink(url, filename, "_self");
        return true;
      }
      if (!tab) return false;
      // Not into the tab's history: going back would lead to an empty page.
      if (!tab.closed) tab.location.replace(url);
      return true;
    },
    giveUp: () => tab?.close(),
  };
}

/**
 * Presigned URLs can say how the file is to be served, under their signature: `response-content-disposition` for S3 and
 * those that speak like it, `rscd` for Azure. Such a URL never takes the place of the page.
 */
function isDownload(url: string): boolean {
  const query = new URL(url).searchParams;
  return /^attachment\b/i.test(query.get("response-content-disposition") ?? query.get("rscd") ?? "");
}

function followLink(url: string, filename: string, target: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.target = target;
  link.rel = "noopener";
  // Heeded for URLs of the page's own origin; elsewhere the storage's Content-Disposition decides. In a frame of the page's
  // it would keep the file from being shown.
  if (target === "" || target === "_self") link.download = filename;
  link.click();
}
