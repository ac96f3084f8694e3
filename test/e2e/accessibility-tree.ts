import type { Page } from "playwright-core";

/** One thing that a screen reader is given, as the browser hands it to the operating system. */
export interface Heard {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** What else is said of it: "valuetext", "disabled", "setsize" … */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly children: readonly Heard[];
}

interface AXNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly value?: { readonly value: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[];
  readonly childIds?: readonly string[];
}

/** Everything that the page tells, from the root on. What is not told is left out, and its children take its place. */
export async function accessibilityTree(page: Page): Promise<Heard> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = (await cdp.send("Accessibility.getFullAXTree")) as { nodes: AXNode[] };
  await cdp.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const heard = (node: AXNode): Heard[] => {
    const children = (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child ? heard(child) : [];
    });
    const role = node.role?.value ?? "";
    if (node.ignored || role === "generic" || role === "none") return children;
    const properties = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
    if (node.value) properties.value = node.value.value;
    const words = { name: plain(node.name?.value), description: plain(node.description?.value) };
    return [{ role, ...words, properties, children }];
  };
  const [root] = nodes[0] ? heard(nodes[0]) : [];
  if (!root) throw new Error("The page tells nothing.");
  return root;
}

/** All of it and below it that fits, in the order in which it is read. */
export function all(root: Heard, role: string, name?: string | RegExp): Heard[] {
  const fits = name === undefined || (typeof name === "string" ? root.name === name : name.test(root.name));
  const below = root.children.flatMap((child) => all(child, role, name));
  return root.role === role && fits ? [root, ...below] : below;
}

/** The one that fits. */
export function one(root: Heard, role: string, name?: string | RegExp): Heard {
  const [found, ...others] = all(root, role, name);
  if (!found || others.length > 0)
    throw new Error(`${1 + others.length - (found ? 0 : 1)} × ${role} ${name}\n${outline(root)}`);
  return found;
}

/** The words of it and of everything below it. */
export function wordsOf(node: Heard): string {
  if (node.role === "StaticText") return node.name;
  return node.children.map(wordsOf).filter(Boolean).join(" ");
}

/** A line for everything that is more than text, indented by what it is in. */
export function outline(node: Heard, depth = 0): string {
  const isText = node.role === "StaticText" || node.role === "InlineTextBox";
  const value = node.properties.valuetext ? ` = ${plain(String(node.properties.valuetext))}` : "";
  const about = node.description ? ` (${node.description})` : "";
  const line = isText ? [] : [`${"  ".repeat(depth)}${node.role} "${node.name}"${value}${about}`];
  return [...line, ...node.children.map((child) => outline(child, depth + 1)).filter(Boolean)].join("\n");
}

/** Without the marks that isolate names, which nobody hears. */
export function plain(words = ""): string {
  return words
    .replace(/[\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
