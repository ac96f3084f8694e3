import type { CDPSession, Page } from "playwright-core";

/** One thing that a screen reader is given, as the browser hands it to the operating system. */
export interface Heard {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** How far it is, in words: of progress bars. */
  readonly value: string;
  readonly children: readonly Heard[];
}

interface AXNode {
  readonly nodeId: string;
  readonly backendDOMNodeId?: number;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly childIds?: readonly string[];
}

/** What one element tells, from it on down. What is not told is left out, and its children take its place. */
export async function heardOf(page: Page, role: string, name: string): Promise<Heard> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = (await cdp.send("Accessibility.getFullAXTree")) as { nodes: AXNode[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const top = nodes.find((node) => node.role?.value === role && node.name?.value === name && !node.ignored);
  if (!top) throw new Error(`Nothing on the page is a ${role} "${name}".`);
  const [heard] = await told(top, byId, cdp);
  await cdp.detach();
  if (!heard) throw new Error("It tells nothing.");
  return heard;
}

async function told(node: AXNode, byId: ReadonlyMap<string, AXNode>, cdp: CDPSession): Promise<Heard[]> {
  const children: Heard[] = [];
  for (const id of node.childIds ?? []) {
    const child = byId.get(id);
    if (child) children.push(...(await told(child, byId, cdp)));
  }
  const role = node.role?.value ?? "";
  if (node.ignored || role === "generic" || role === "none") return children;
  const name = plain(node.name?.value);
  const description = plain(node.description?.value);
  // Screen readers leave out a tooltip that only repeats the name.
  const about = description === name ? "" : description;
  const value = role === "progressbar" ? plain(await attribute(node, "aria-valuetext", cdp)) : "";
  return [{ role, name, description: about, value, children }];
}

/** The tree of the protocol lacks it. */
async function attribute({ backendDOMNodeId }: AXNode, name: string, cdp: CDPSession): Promise<string> {
  const { node } = await cdp.send("DOM.describeNode", { backendNodeId: backendDOMNodeId ?? 0 });
  const { attributes = [] } = node;
  return attributes[attributes.indexOf(name) + 1] ?? "";
}

/** All below it of that role, in the order in which they are read. */
export function all(root: Heard, role: string): Heard[] {
  return root.children.flatMap((child) => [...(child.role === role ? [child] : []), ...all(child, role)]);
}

/** The words of it and of everything below it. */
export function wordsOf(node: Heard): string {
  if (node.role === "StaticText") return node.name;
  return node.children.map(wordsOf).filter(Boolean).join(" ");
}

/** A line for everything that is more than text, indented by what it is in. */
export function outline(node: Heard, depth = 0): string[] {
  if (node.role === "StaticText") return [];
  const value = node.value && ` = ${node.value}`;
  const about = node.description && ` (${node.description})`;
  const name = node.name && ` "${node.name}"`;
  const line = `${"  ".repeat(depth)}${node.role}${name}${value}${about}`;
  return [line, ...node.children.flatMap((child) => outline(child, depth + 1))];
}

/** Without the marks that isolate names, which nobody hears. */
export function plain(words = ""): string {
  return words
    .replace(/[\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Everything that the live region of the widget says, from now on. */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const region = document.querySelector("lightfield-uploader")?.shadowRoot?.querySelector("[role=status]");
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => said.push(region?.textContent ?? "")).observe(region as Node, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  return async () => (await page.evaluate(() => (window as unknown as { said: string[] }).said)).map(plain);
}
