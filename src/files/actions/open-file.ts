/**
 * Shows a file. Returns false when the browser blocked the tab, so that the user has to follow a link.
 *
 * With "_blank" the tab is opened only when the URL is known. A browser closes a tab automatically when the first thing loaded
 * into it is a download, as the headers of the storage may say. It does not close one that was opened at the click and kept
 * waiting: that tab stays empty, and the page is not notified. The click still counts when the URL arrives: for five seconds
 * in Chromium and Firefox, and in WebKit while requests are pending. After that the user needs the link.
 */
export function openFile(url: string, filename: string, target: string): boolean {
  // A download needs no tab, and does not replace the page.
  if (target !== "_blank" || isDownload(url)) {
    followLink(url, filename, target === "_blank" ? "_self" : target);
    return true;
  }
  const tab = window.open(url, "_blank");
  // Keeps the tab from accessing this page. ("noopener" would hide whether a tab was opened.)
  if (tab) tab.opener = null;
  return tab !== null;
}

/**
 * Whether the storage serves the URL as a download. Presigned URLs can say so under their signature:
 * `response-content-disposition` for S3 and compatible storage, `rscd` for Azure.
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
  // Browsers use `download` for URLs of the page's own origin; for others the Content-Disposition of the storage decides.
  // In a frame of the page it would keep the file from being shown.
  if (target === "" || target === "_self") link.download = filename;
  link.click();
}
