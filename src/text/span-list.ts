// Spans one after another in, flat typed arrays out: a list that grows without an object a span.
export class SpanList {
  length = 0;
  start: Int32Array;
  end: Int32Array;

  constructor(capacity: number) {
    this.start = new Int32Array(Math.max(16, capacity));
    this.end = new Int32Array(Math.max(16, capacity));
  }

  push(start: number, end: number): void {
    if (this.length === this.start.length) {
      const [starts, ends] = [this.start, this.end];
      this.start = new Int32Array(this.length * 2);
      this.end = new Int32Array(this.length * 2);
      this.start.set(starts);
      this.end.set(ends);
    }
    this.start[this.length] = start;
    this.end[this.length++] = end;
  }
}
