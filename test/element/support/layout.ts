/** Finds text that is cut off, overflows or overlaps, by the boxes that a browser has laid out. */
import type { EitherElement } from "./states-walk.ts";

/** Elements that are shortened on purpose, with an ellipsis and a title, and fields, which scroll. */
const CUT_ON_PURPOSE = ".folder bdi, input, textarea";
/** The field for pasted text, which shows only the beginning. */
const UNSEEN = ".pasted-text, [hidden], style, [aria-hidden=true]:not(svg, .name)";
/** Tolerance for rounding, in pixels. */
const TOLERANCE = 1;

interface Box {
  readonly what: string;
  readonly owner: Element;
  readonly rect: DOMRect;
}

/** How an element cuts off what it holds. */
interface Clip {
  readonly rect: DOMRect;
  readonly hasOverflow: boolean;
  readonly hidesSides: boolean;
  readonly hidesEnds: boolean;
  /** Its overflow can be scrolled into view. */
  readonly scrolls: boolean;
}

/** Answers about the elements of one layout, each asked of the browser once: all texts have the same few ancestors. */
class Elements {
  readonly #unseen = new Map<Element, boolean>();
  readonly #clips = new Map<Element, Clip>();

  /** Whether the element is hidden, or visible only to screen readers. */
  isUnseen(element: Element): boolean {
    const before = this.#unseen.get(element);
    if (before !== undefined) return before;
    const { parentElement } = element;
    const isUnseen =
      element.matches(UNSEEN) ||
      getComputedStyle(element).clipPath !== "none" ||
      (parentElement !== null && this.isUnseen(parentElement));
    this.#unseen.set(element, isUnseen);
    return isUnseen;
  }

  clipOf(element: Element): Clip {
    const before = this.#clips.get(element);
    if (before) return before;
    const { overflowX, overflowY } = getComputedStyle(element);
    const clip = {
      rect: element.getBoundingClientRect(),
      hasOverflow: overflowX !== "visible",
      hidesSides: overflowX === "hidden" || overflowX === "clip" || overflowX === "auto",
      hidesEnds: overflowY === "hidden" || overflowY === "clip",
      scrolls: overflowY === "auto",
    };
    this.#clips.set(element, clip);
    return clip;
  }
}

/** Boxes of all lines of text, as tall as the letters: fonts report more height than they fill. */
function linesOf(root: ShadowRoot, elements: Elements): Box[] {
  const boxes: Box[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const owner = node.parentElement;
    if (!owner || !node.data.trim() || elements.isUnseen(owner)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { x, y, width, height } of range.getClientRects()) {
      if (width === 0 || height === 0) continue;
      const rect = new DOMRect(x, y + height * 0.25, width, height * 0.5);
      const cut = owner.closest(CUT_ON_PURPOSE)?.getBoundingClientRect();
      const seen = cut ? within(rect, cut) : rect;
      // WebKit has a box for each word of shortened text, including hidden words.
      if (seen.width > 0) boxes.push({ what: node.data.trim(), owner, rect: seen });
    }
  }
  return boxes;
}

function within(rect: DOMRect, { left, right, top, bottom }: DOMRect): DOMRect {
  // WebKit has several boxes for one line, some of them wholly hidden; lines beyond the last shown one are hidden, too.
  const start = Math.min(Math.max(rect.left, left), right);
  const isHidden = rect.top > bottom || rect.bottom < top;
  return new DOMRect(start, rect.y, isHidden ? 0 : Math.max(0, Math.min(rect.right, right) - start), rect.height);
}

/** Texts that overflow a clipping ancestor or the element. */
function clipped(element: EitherElement, boxes: readonly Box[], elements: Elements): string[] {
  const host = element.getBoundingClientRect();
  return boxes.flatMap(({ what, owner, rect }) => {
    for (let around: Element | null = owner; around; around = around.parentElement) {
      const { rect: box, hidesSides, hidesEnds, scrolls } = elements.clipOf(around);
      if (hidesSides && (rect.left < box.left - TOLERANCE || rect.right > box.right + TOLERANCE)) {
        return [`"${what}" is cut off at the sides of ${around.className || around.localName}`];
      }
      if (scrolls) return [];
      if (hidesEnds && (rect.top < box.top - TOLERANCE || rect.bottom > box.bottom + TOLERANCE)) {
        return [`"${what}" is cut off above or below ${around.className || around.localName}`];
      }
    }
    const sticksOut = rect.left < host.left - TOLERANCE || rect.right > host.right + TOLERANCE;
    return sticksOut ? [`"${what}" sticks out of the element`] : [];
  });
}

/** Clipping boxes whose content does not fit. */
function overfull(root: ShadowRoot, elements: Elements): string[] {
  return [...root.querySelectorAll<HTMLElement>("*")].flatMap((box) => {
    if (box.matches(CUT_ON_PURPOSE) || elements.isUnseen(box)) return [];
    if (!elements.clipOf(box).hasOverflow || box.scrollWidth <= box.clientWidth + TOLERANCE) return [];
    return [`${box.className || box.localName} is ${box.clientWidth} wide and holds ${box.scrollWidth}`];
  });
}

function controlsOf(root: ShadowRoot, elements: Elements): Box[] {
  return [...root.querySelectorAll("button, .icon, .file-icon, .progress:not(.overall), a")]
    .filter((owner) => !elements.isUnseen(owner))
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
  /** Number of lines of text that were checked. */
  readonly lines: number;
}

export function layoutOf(element: EitherElement): Layout {
  const root = element.shadowRoot;
  if (!root) throw new Error("It is not there.");
  // Rows outside the visible range are not laid out.
  root.adoptedStyleSheets.push(allRows);
  const elements = new Elements();
  const texts = linesOf(root, elements);
  return {
    faults: [
      ...clipped(element, texts, elements),
      ...overfull(root, elements),
      ...overlaps([...texts, ...controlsOf(root, elements)]),
    ],
    lines: texts.length,
  };
}
