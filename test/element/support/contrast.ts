/** Contrast by WCAG 2.2 of what a browser draws, including translucent colours and opacity. */

type Rgb = readonly [red: number, green: number, blue: number];
type Rgba = readonly [...Rgb, alpha: number];

const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const known = new Map<string, Rgba>();

/** Parses any CSS colour that the browser understands. */
function rgba(color: string): Rgba {
  const before = known.get(color);
  if (before) return before;
  if (!canvas) throw new Error("There is no canvas.");
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  const parsed: Rgba = [red, green, blue, alpha / 255];
  known.set(color, parsed);
  return parsed;
}

function mix(over: Rgb, under: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2) => over[index] * share + under[index] * (1 - share);
  return [channel(0), channel(1), channel(2)];
}

function over(color: string, under: Rgb): Rgb {
  const [red, green, blue, alpha] = rgba(color);
  return mix([red, green, blue], under, alpha);
}

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Ancestors from the page to the element, through shadow roots. */
function around(element: Element): Element[] {
  const parent = element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;
  return parent ? [...around(parent), element] : [element];
}

/** Contrast ratio, 1 to 21, of a colour and what is behind it, inside an element or at its edge. */
export function contrast(element: Element, color: string, where: "inside" | "at the edge" = "inside"): number {
  const chain = around(element);
  const draw = (index: number, backdrop: Rgb): readonly [mark: Rgb, behind: Rgb] => {
    const one = chain[index];
    if (!one) return [over(color, backdrop), backdrop];
    const isAtEdge = where === "at the edge" && one === element;
    const { backgroundColor, opacity } = getComputedStyle(one);
    const [mark, behind] = draw(index + 1, isAtEdge ? backdrop : over(backgroundColor, backdrop));
    return [mix(mark, backdrop, Number(opacity)), mix(behind, backdrop, Number(opacity))];
  };
  return ratio(...draw(0, [255, 255, 255]));
}
