import type { Ecosystem } from "../ecosystem.ts";
import { BUNDLERS } from "./bundlers.ts";
import { CONSUMERS } from "./consumers.ts";
import { NEST } from "./nest.ts";
import { SERVERS } from "./servers.ts";
import { VITE_FRAMEWORKS } from "./vite-frameworks.ts";

export const ECOSYSTEMS: readonly Ecosystem[] = [...BUNDLERS, ...VITE_FRAMEWORKS, ...SERVERS, NEST, ...CONSUMERS];
