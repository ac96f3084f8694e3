import { ECOSYSTEMS } from "../compat/ecosystems/index.ts";
import { trySome } from "../compat/try-some.ts";

trySome(ECOSYSTEMS);
