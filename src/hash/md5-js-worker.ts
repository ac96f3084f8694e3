/** The hash worker without WebAssembly, for pages whose content security policy forbids it: Blob workers inherit the policy. */
import { createJsMd5 } from "./md5-js.ts";
import { serveMd5 } from "./serve-md5.ts";

serveMd5(createJsMd5);
