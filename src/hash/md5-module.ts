/**
 * Assembles a WebAssembly module that hashes whole blocks by MD5 (RFC 1321), a tenth of the size of a compiled one: its 64
 * steps differ only in numbers that follow rules. It exports its memory as `m`, whose first four words are the state of the
 * hash, and `h`, which hashes the blocks from `MD5_DATA_AT` up to the given address, at least one.
 */
export function md5Module(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    // One type, a function of an i32; one function of it; one page of memory; two exports.
    ...section(1, [1, 0x60, 1, I32, 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, 1]),
    ...section(7, [2, 1, 0x6d, 2, 0, 1, 0x68, 0, 0]),
    ...section(10, [1, ...sized([1, LOCALS, I32, ...hashBlocks()])]),
  ]);
}

/** Address of the first block, in bytes. */
export const MD5_DATA_AT = 64;
export const MD5_BLOCK_BYTES = 64;

const I32 = 0x7f;
/** Local variables: the parameter is 0, the state is 1 to 4, the state before the block 5 to 8. */
const [END, BLOCK, LOCALS] = [0, 9, 9];
const STATE = [1, 2, 3, 4];

const ADD = 0x6a;
const AND = 0x71;
const OR = 0x72;
const XOR = 0x73;
const ROTATE_LEFT = 0x77;
const LESS_UNSIGNED = 0x49;
const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const constant = (value: number) => [0x41, ...leb(value)];
const load = (offset: number) => [0x28, 2, offset];
const store = (offset: number) => [0x36, 2, offset];

const SHIFTS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];

function hashBlocks(): number[] {
  const steps = Array.from({ length: 64 }, (_, index) => step(index)).flat();
  return [
    ...STATE.flatMap((local, index) => [...constant(0), ...load(index * 4), ...set(local)]),
    ...[...constant(MD5_DATA_AT), ...set(BLOCK)],
    ...[0x03, 0x40], // loop
    ...STATE.flatMap((local) => [...get(local), ...set(local + 4)]),
    ...steps,
    ...STATE.flatMap((local) => [...get(local), ...get(local + 4), ADD, ...set(local)]),
    ...[...get(BLOCK), ...constant(MD5_BLOCK_BYTES), ADD, ...set(BLOCK)],
    ...[...get(BLOCK), ...get(END), LESS_UNSIGNED, 0x0d, 0], // next block
    0x0b,
    ...STATE.flatMap((local, index) => [...constant(0), ...get(local), ...store(index * 4)]),
    0x0b,
  ];
}

/** a = b + rotate(a + word + constant + f(b, c, d)), after which the four change places. */
function step(index: number): number[] {
  const round = index >> 4;
  const [a = 0, b = 0, c = 0, d = 0] = STATE.map((_, place) => STATE[(place - index) & 3] ?? 0);
  const word = [index, 5 * index + 1, 3 * index + 5, 7 * index][round] ?? 0;
  const f = [
    [...get(c), ...get(d), XOR, ...get(b), AND, ...get(d), XOR],
    [...get(b), ...get(c), XOR, ...get(d), AND, ...get(c), XOR],
    [...get(b), ...get(c), XOR, ...get(d), XOR],
    [...get(d), ...constant(-1), XOR, ...get(b), OR, ...get(c), XOR],
  ][round];
  return [
    ...[...get(a), ...get(BLOCK), ...load((word & 15) * 4), ADD],
    ...[...constant(Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32)), ADD],
    ...[...(f ?? []), ADD],
    ...[...constant(SHIFTS[round]?.[index & 3] ?? 0), ROTATE_LEFT],
    ...[...get(b), ADD, ...set(a)],
  ];
}

const section = (id: number, content: readonly number[]) => [id, ...sized(content)];
const sized = (content: readonly number[]) => [...leb(content.length), ...content];

/** A number of 32 bits in LEB128, signed. */
function leb(value: number): number[] {
  const bytes: number[] = [];
  // One byte more than the shortest form of a positive number, so that it serves as an unsigned one, too.
  for (let rest = value | 0; ; rest >>= 7) {
    const isLast = rest >= -64 && rest < 64;
    bytes.push((rest & 127) | (isLast ? 0 : 128));
    if (isLast) return bytes;
  }
}
