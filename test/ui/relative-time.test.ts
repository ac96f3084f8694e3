import { expect } from "@open-wc/testing";
import { relativeTime } from "../../src/ui/relative-time.ts";

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();
const ago = (thenMs: number, nowMs: number) => relativeTime(thenMs, nowMs, "en");

describe("the age of a file or an upload", () => {
  it("is in minutes, then hours, on the same day", () => {
    expect(ago(at(20, 12), at(20, 12))).to.equal("now");
    expect(ago(at(20, 12), at(20, 12, 59))).to.equal("59 minutes ago");
    expect(ago(at(20, 1), at(20, 23, 59))).to.equal("22 hours ago");
  });

  it("is yesterday after one midnight, however many hours have passed", () => {
    expect(ago(at(19, 22), at(20, 1))).to.equal("yesterday");
    expect(ago(at(19, 0, 1), at(20, 23, 59))).to.equal("yesterday");
    expect(ago(at(18, 23), at(20, 1))).to.equal("2 days ago");
  });

  it("is the date after a week", () => {
    expect(ago(at(10, 12), at(16, 12))).to.equal("6 days ago");
    expect(ago(at(10, 12), at(17, 12))).to.equal("Nov 10, 2026");
  });

  it("is never in the future, even if the clock of the server is ahead", () => {
    expect(ago(at(20, 13), at(20, 12))).to.equal("now");
  });
});
