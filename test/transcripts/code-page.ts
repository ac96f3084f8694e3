/** The bytes of each character, by encoding. */
const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** The text in an old encoding, made by means of the decoder of the runtime. Throws for characters that it does not have. */
export function codePage(text: string, label: string): Uint8Array<ArrayBuffer> {
  const table = tables.get(label) ?? tableOf(label);
  tables.set(label, table);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (!bytes) throw new Error(`${label} has no ${character}.`);
      return [...bytes];
    }),
  );
}

function tableOf(label: string): Map<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(label);
  const learn = (...bytes: readonly number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && character !== "\ufffd" && !table.has(character)) table.set(character, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) learn(byte);
  for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) learn(lead, trail);
  return table;
}
