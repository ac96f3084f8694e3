import "lightfield-uploader";
import type { UploadSuccessEvent } from "lightfield-uploader";
import { useState } from "react";

export function App() {
  const [arrived, setArrived] = useState<string[]>([]);

  function addArrived(event: UploadSuccessEvent) {
    setArrived((names) => [...names, event.detail.upload.name]);
  }

  return (
    <>
      <lightfield-uploader
        endpoint="/api/uploads"
        purpose="meeting_transcript"
        accept=".vtt, .srt, .txt, .md, .docx, .pdf"
        context={{ meeting: "weekly" }}
        multiple
        onupload-success={addArrived}
      />
      <p className="arrived">
        {arrived.length === 0 ? "React has heard of no file yet." : `React heard: ${arrived.join(", ")}`}
      </p>
    </>
  );
}
