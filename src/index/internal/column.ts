type Numbers = Uint8Array | Uint16Array | Int32Array | Float64Array;

/** A list of numbers in one typed array that grows by half when it is full. Hot loops read `data` directly. */
export class Column<A extends Numbers = Int32Array> {
  data: A;
  length = 0;
  readonly #make: (length: number) => A;

  constructor(make: (length: number) => A, room = 16) {
    this.#make = make;
    this.data = make(room);
  }

  /** Takes over an array as it is; the first push makes room. */
  static from<A extends Numbers>(make: (length: number) => A, data: A): Column<A> {
    const column = new Column(make, 0);
    column.data = data;
    column.length = data.length;
    return column;
  }

  push(value: number): void {
    if (this.length === this.data.length) this.#grow(this.length + 1);
    const data: Numbers = this.data;
    data[this.length] = value;
    this.length += 1;
  }

  at(place: number): number {
    return this.data[place] ?? 0;
  }

  put(place: number, value: number): void {
    const data: Numbers = this.data;
    data[place] = value;
  }

  /** The numbers pushed so far, in an array of their own. */
  copy(): A {
    const copy = this.#make(this.length);
    copy.set(this.pushed());
    return copy;
  }

  /** The numbers pushed so far, where they lie: what is pushed later does not reach them, what is put does. */
  pushed(): A {
    // A part of an array is one of its kind.
    return this.data.subarray(0, this.length) as A;
  }

  #grow(least: number): void {
    const larger = this.#make(Math.max(16, least, Math.ceil(this.data.length * 1.5)));
    larger.set(this.data);
    this.data = larger;
  }
}

export const int32 = (length: number): Int32Array => new Int32Array(length);
export const uint16 = (length: number): Uint16Array => new Uint16Array(length);
export const float64 = (length: number): Float64Array => new Float64Array(length);
export const uint8 = (length: number): Uint8Array => new Uint8Array(length);
