import type { EndpointFunctions } from "../../src/create-uploader.ts";
import type { CreateBody, FileReply, WireTransfer } from "../../src/host/protocol.ts";

/** A host that lets one file travel as the test says, and knows what became of it. */
export function hostFor(transfer: WireTransfer): EndpointFunctions {
  let file: CreateBody = { filename: "", mimeType: "", sizeBytes: 0 };
  const reply = async (status: FileReply["status"]): Promise<FileReply> => {
    const { filename, mimeType, sizeBytes } = file;
    const at = new Date().toISOString();
    return { id: "fil_1", filename, mimeType, sizeBytes, status, createdAt: at, completedAt: at, expiresAt: null };
  };
  return {
    async create(body) {
      file = body;
      return { ...(await reply("PENDING")), transfer };
    },
    complete: () => reply("COMPLETED"),
    cancel: () => reply("CANCELLED"),
    retrieve: () => reply("PENDING"),
  };
}
