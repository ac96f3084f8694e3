import { expect } from "@open-wc/testing";
import { type ConnectedUploader, createUploader } from "../../src/create-uploader.ts";
import { MAX_ATTEMPTS } from "../../src/engine/session/retry-delay.ts";
import { until } from "../support/backend-client.ts";
import { tusUpload } from "../support/tus-upload.ts";
import { hostFor } from "./host-for.ts";

const AT_ONCE = { "retry-after": "0" };
const UNDER_WAY = {
  ...AT_ONCE,
  "x-lightfield-code": "delivery_under_way",
  "access-control-expose-headers": "upload-offset, upload-length, retry-after, x-lightfield-code",
};

describe("a relay that has not passed the file on yet", () => {
  let uploader: ConnectedUploader;
  afterEach(() => uploader.dispose());

  /** A tus server that is busy so many times, each of them in the words of `headers`. */
  async function send(times: number, headers: Readonly<Record<string, string>>) {
    const upload = await tusUpload({ size: 5 }, { method: "PATCH", status: 503, times, answer: headers });
    uploader = createUploader({ recovery: false, endpoint: hostFor({ kind: "tus", url: upload.url }) });
    const heard: string[] = [];
    uploader.listen(({ type }) => heard.push(type));
    uploader.add([{ file: new File(["hello"], "hello.txt") }]);
    await until("its end", () => uploader.snapshot.counts.succeeded + uploader.snapshot.counts.failed > 0);
    return heard;
  }

  it("is asked again as often as it takes, and nothing is said of a failure", async () => {
    const heard = await send(2 * MAX_ATTEMPTS, UNDER_WAY);
    expect(heard.at(-2)).to.equal("succeeded");
    expect(heard).to.not.include("waiting");
  });

  it("is another thing than a server that is only busy", async () => {
    const heard = await send(2 * MAX_ATTEMPTS, AT_ONCE);
    expect(heard.filter((type) => type === "waiting")).to.have.length(MAX_ATTEMPTS - 1);
    expect(heard.at(-2)).to.equal("failed");
  });
});
