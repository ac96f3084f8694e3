/** What is cut off, sticks out or lies on something else: measured on the boxes that a browser really made. */
import type { EitherElement } from "./states-walk.ts";

/** These are cut short on purpose, with an ellipsis, and have a title with the whole; a field scrolls. */
const CUT_ON_PURPOSE = ".name span:first-child, .folder bdi, input, textarea";
/** And of a pasted text, only the beginning is shown. */
const UNSEEN = ".pasted-text, [hidden], style, [aria-hidden=true]:not(svg, .name)";
/** Pixels: what browsers round. */
const TOLERANCE = 1;

interface Box {
  readonly what: string;
  readonly owner: Element;
  readonly rect: DOMRect;
}

/** Also what is only there for screen readers. */
function isUnseen(element: Element): boolean {
  if (element.closest(UNSEEN)) return true;
  for (let around: Element | null = element; around; around = around.parentElement) {
    if (getComputedStyle(around).clipPath !== "none") return true;
  }
  return false;
}

/** Every line of text, as wide as it is and as tall as its letters: fonts claim more than they fill. */
function linesOf(root: ShadowRoot): Box[] {
  const boxes: Box[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const owner = node.parentElement;
    if (!owner || !node.data.trim() || isUnseen(owner)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { x, y, width, height } of range.getClientRects()) {
      if (width === 0 || height === 0) continue;
      const rect = new DOMRect(x, y + height * 0.25, width, height * 0.5);
      const cut = owner.closest(CUT_ON_PURPOSE)?.getBoundingClientRect();
      const seen = cut ? within(rect, cut) : rect;
      // WebKit has a box for each word of what is cut, also for those that nobody sees.
      if (seen.width > 0) boxes.push({ what: node.data.trim(), owner, rect: seen });
    }
  }
  return boxes;
}

function within(rect: DOMRect, { left, right }: DOMRect): DOMRect {
  // WebKit gives several boxes for one line, some of them wholly beyond the cut.
  const start = Math.min(Math.max(rect.left, left), right);
  return new DOMRect(start, rect.y, Math.max(0, Math.min(rect.right, right) - start), rect.height);
}

/** Texts that stick out of something that hides what sticks out, or out of the element. */
function clipped(element: EitherElement, boxes: readonly Box[]): string[] {
  const host = element.getBoundingClientRect();
  return boxes.flatMap(({ what, owner, rect }) => {
    for (let around: Element | null = owner; around; around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around);
      const box = around.getBoundingClientRect();
      const hidesSides = overflowX === "hidden" || overflowX === "clip" || overflowX === "auto";
      if (hidesSides && (rect.left < box.left - TOLERANCE || rect.right > box.right + TOLERANCE)) {
        return [`"${what}" is cut off at the sides of ${around.className || around.localName}`];
      }
      // It can be scrolled into view.
      if (overflowY === "auto") return [];
      const hidesEnds = overflowY === "hidden" || overflowY === "clip";
      if (hidesEnds && (rect.top < box.top - TOLERANCE || rect.bottom > box.bottom + TOLERANCE)) {
        return [`"${what}" is cut off above or below ${around.className || around.localName}`];
      }
    }
    const sticksOut = rect.left < host.left - TOLERANCE || rect.right > host.right + TOLERANCE;
    return sticksOut ? [`"${what}" sticks out of the element`] : [];
  });
}

/** Boxes that hide what does not fit, and have something that does not. */
function overfull(root: ShadowRoot): string[] {
  return [...root.querySelectorAll<HTMLElement>("*")].flatMap((box) => {
    if (box.matches(CUT_ON_PURPOSE) || isUnseen(box)) return [];
    const { overflowX } = getComputedStyle(box);
    if (overflowX === "visible" || box.scrollWidth <= box.clientWidth + TOLERANCE) return [];
    return [`${box.className || box.localName} is ${box.clientWidth} wide and holds ${box.scrollWidth}`];
  });
}

function controlsOf(root: ShadowRoot): Box[] {
  return [...root.querySelectorAll("button, .icon, .file-icon, .progress:not(.overall), a")]
    .filter((owner) => !isUnseen(owner))
    .map((owner) => ({
      what: owner.getAttribute("aria-label") ?? owner.localName,
      owner,
      rect: owner.getBoundingClientRect(),
    }))
    .filter(({ rect }) => rect.width > 0);
}

function overlaps(boxes: readonly Box[]): string[] {
  const found: string[] = [];
  boxes.forEach((one, index) => {
    for (const other of boxes.slice(index + 1)) {
      if (one.owner.contains(other.owner) || other.owner.contains(one.owner)) continue;
      const width = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const height = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      if (width > TOLERANCE && height > TOLERANCE) found.push(`"${one.what}" lies on "${other.what}"`);
    }
  });
  return found;
}

const allRows = new CSSStyleSheet();
allRows.replaceSync(".row { animation: none !important }");

export interface Layout {
  readonly faults: readonly string[];
  /** How many lines of text were looked at. */
  readonly lines: number;
}

export function layoutOf(element: EitherElement): Layout {
  const root = element.shadowRoot;
  if (!root) throw new Error("It is not there.");
  // Rows out of sight are not laid out.
  root.adoptedStyleSheets.push(allRows);
  const texts = linesOf(root);
  return {
    faults: [...clipped(element, texts), ...overfull(root), ...overlaps([...texts, ...controlsOf(root)])],
    lines: texts.length,
  };
}
