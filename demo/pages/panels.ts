import { DemoEventLog } from "./panels/event-log.ts";
import { DemoFaults } from "./panels/faults.ts";
import { DemoMeeting } from "./panels/meeting.ts";
import { DemoPageSource } from "./panels/page-source.ts";
import { DemoServerFiles } from "./panels/server-files.ts";

customElements.define("demo-event-log", DemoEventLog);
customElements.define("demo-faults", DemoFaults);
customElements.define("demo-meeting", DemoMeeting);
customElements.define("demo-page-source", DemoPageSource);
customElements.define("demo-server-files", DemoServerFiles);
