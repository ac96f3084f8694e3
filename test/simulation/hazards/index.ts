import { again, changedFile, handOver, hasher } from "./files.ts";
import type { Hazard } from "./hazard.ts";
import { damage, endless, lastAnswer, silence, standstill } from "./servers.ts";

export const HAZARDS: readonly [Hazard, ...Hazard[]] = [
  silence,
  lastAnswer,
  handOver,
  changedFile,
  standstill,
  again,
  hasher,
  damage,
  endless,
];
