/** A file that counts what is read of it: a slice that nobody reads costs nothing. */
export class WatchedFile extends File {
  #bytesRead = 0;

  get bytesRead(): number {
    return this.#bytesRead;
  }

  override slice(start?: number, end?: number, type?: string): Blob {
    const slice = super.slice(start, end, type);
    const read = slice.arrayBuffer.bind(slice);
    slice.arrayBuffer = () => {
      this.#bytesRead += slice.size;
      return read();
    };
    return slice;
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    this.#bytesRead += this.size;
    return super.arrayBuffer();
  }

  override text(): Promise<string> {
    this.#bytesRead += this.size;
    return super.text();
  }

  override stream(): ReturnType<File["stream"]> {
    this.#bytesRead += this.size;
    return super.stream();
  }
}
