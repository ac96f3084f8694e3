import { loadHints, loadPreviews } from "../../src/element/list/content-lines.ts";
import { loadListView } from "../../src/element/list/list-view-loader.ts";

/** Loads what the elements load when they need it: what is loaded already is drawn within a turn, on any machine. */
export async function loadEverything(): Promise<void> {
  await Promise.all([
    loadListView(),
    import("../../src/create-uploader.ts"),
    import("../../src/connect-files.ts"),
    import("../../src/draft-meeting.ts"),
    import("../../src/transcripts/text-kind.ts"),
    import("../../src/element/list/beside.ts"),
    loadHints(),
    loadPreviews(),
    import("../../src/transcripts/signature-findings.ts"),
    import("../../src/element/list/several-files.ts"),
    import("../../src/element/list/thumbnails/thumbnails.ts"),
    import("../../src/element/intake/drop-target.ts"),
    import("../../src/element/intake/judging.ts"),
    import("../../src/element/intake/notices.ts"),
    import("../../src/element/intake/pasted-section.ts"),
    import("../../src/element/meeting/meeting-review.ts"),
    import("../../src/files/actions/file-actions.ts"),
    import("../../src/files/search/file-search.ts"),
    import("../../src/ui/console-report.ts"),
  ]);
}
