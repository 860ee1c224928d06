/** Whether two columns begin at the same place of one memory, so that what both have of rows is the same without a look at them. */
export const isSameView = (a: Float64Array, b: Float64Array): boolean =>
  a.buffer === b.buffer && a.byteOffset === b.byteOffset;
