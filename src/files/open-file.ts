/**
 * Shows a file. False when the browser let no tab be opened, so that the person has to follow a link.
 *
 * With "_blank" the tab is opened only now that the URL is known. A browser takes a tab away again by itself when the first
 * that comes into it is a download, as the storage's headers may say, but not one that was opened at the click and kept
 * waiting: that one stays, empty, and nothing tells a page so. The click still counts: for five seconds in Chromium and
 * Firefox, and in WebKit for as long as requests are what is waited for. After that there is the link.
 */
export function openFile(url: string, filename: string, target: string): boolean {
  // A download needs no tab at all, not even for a moment, and never takes the place of the page.
  if (target !== "_blank" || isDownload(url)) {
    followLink(url, filename, target === "_blank" ? "_self" : target);
    return true;
  }
  const tab = window.open(url, "_blank");
  // It cannot reach back into this page. ("noopener" would hide whether there is one.)
  if (tab) tab.opener = null;
  return tab !== null;
}

/**
 * Presigned URLs can say how the file is to be served, under their signature: `response-content-disposition` for S3 and
 * those that speak like it, `rscd` for Azure.
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
