import { parseSync } from "vite";

/** A way that the code can take. Offsets are those of the source that ran. */
export interface Branch {
  readonly kind: string;
  readonly offset: number;
  /** The way is taken whenever this place is reached and `offset` is not; null when `offset` itself is the way. */
  readonly insteadOf: number | null;
  /** Body of the loop whose condition this is part of: each of its rounds evaluates the condition once more. */
  readonly again: number | null;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Every branch of a module: if and else, both arms of a condition, the second operand or its absence, cases, catches. */
export function branchesOf(fileName: string, source: string): Branch[] {
  const found: Branch[] = [];
  visit(parseSync(fileName, source).program as unknown as Node, null, found);
  return found;
}

function visit(node: Node, again: number | null, found: Branch[]): void {
  found.push(...branchesAt(node).map((branch) => ({ ...branch, again })));
  const { body } = node;
  const round = (node.type === "WhileStatement" || node.type === "ForStatement") && isNode(body) ? body.start : null;
  for (const [name, value] of Object.entries(node)) {
    const rounds = name === "test" && round !== null ? round : node.type === "LogicalExpression" ? again : null;
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, rounds, found);
  }
}

function branchesAt(node: Node): Omit<Branch, "again">[] {
  const taken = (kind: string, part: unknown): Omit<Branch, "again">[] =>
    isNode(part) ? [{ kind, offset: part.start, insteadOf: null }] : [];
  switch (node.type) {
    case "IfStatement": {
      const { consequent, alternate } = node;
      const otherwise = isNode(alternate) ? taken("else", alternate) : skipped("no else", consequent, node);
      return [...taken("if", consequent), ...otherwise];
    }
    case "ConditionalExpression":
      return [...taken("then", node.consequent), ...taken("otherwise", node.alternate)];
    case "LogicalExpression":
      return [
        ...taken(`right of ${node.operator}`, node.right),
        ...skipped(`left of ${node.operator}`, node.right, node),
      ];
    case "SwitchCase": {
      const statements = node.consequent as readonly Node[];
      return taken("case", statements[0]);
    }
    case "CatchClause":
      return taken("catch", node.body);
    default:
      return [];
  }
}

function skipped(kind: string, part: unknown, whole: Node): Omit<Branch, "again">[] {
  return isNode(part) ? [{ kind, offset: part.start, insteadOf: whole.start }] : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}
