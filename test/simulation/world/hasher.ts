import { UploadError } from "../../../src/engine/errors.ts";
import type { Inspection } from "../../../src/engine/inspection.ts";
import type { Hasher, Inspector } from "../../../src/engine/ports.ts";
import { Call } from "./calls.ts";
import { digestOf, fileOf } from "./files.ts";
import type { Tab } from "./tabs.ts";
import type { World } from "./world.ts";

/** MD5 in a worker that may fail, be slow, or be wrong. */
export function hasherFor(world: World, tab: Tab): Hasher {
  const { sim } = world;
  return {
    md5: (blob, signal) => {
      const file = fileOf(blob);
      const call = new Call<string>(tab, "md5", blob === file ? file.name : `samples of ${file.name}`, signal);
      const effect = sim.faults.take("md5");
      if (effect?.name === "hang") return call.promise;
      const slowMs = effect?.name === "slow" ? effect.ms : 0;
      sim.clock.after(sim.random.between("md5", 0, 60) + slowMs, () => {
        if (!file.isReadable || effect?.name === "unreadable") {
          call.fail(new UploadError("file-unreadable", "the file cannot be read any more"));
        } else if (effect?.name === "broken") {
          call.fail(new UploadError("internal", "no MD5 can be computed on this page"));
        } else {
          call.answer(digestOf(effect?.name === "wrong" ? "something else" : file.content));
        }
      });
      return call.promise;
    },
    dispose: () => tab.say("the hasher is disposed of"),
  };
}

const FINDINGS: readonly [Inspection, ...Inspection[]] = [
  { hint: null, preview: null },
  { hint: { code: "blank" }, preview: null },
  { hint: null, preview: null, kind: "vtt" },
  { hint: { code: "renamed", named: "txt", found: "json" }, preview: null, kind: "json" },
  { hint: { code: "web-page" }, preview: null, kind: "html" },
];

export function inspectorFor(world: World, tab: Tab): Inspector {
  const { sim } = world;
  return {
    inspect: (file) => {
      const call = new Call<Inspection>(tab, "inspect", file.name, null);
      const effect = sim.faults.take("inspect");
      if (effect?.name === "hang") return call.promise;
      sim.clock.after(sim.random.between("inspect", 0, effect?.name === "slow" ? effect.ms : 30), () => {
        if (effect?.name === "reject") call.fail(new TypeError("the inspector is broken"));
        else call.answer(sim.random.stream("inspect").pick(FINDINGS));
      });
      return call.promise;
    },
  };
}
