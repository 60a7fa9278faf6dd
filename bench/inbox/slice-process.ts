import process from 'node:process';
import { type Slice, writeSlice } from './write-slice.js';

/** One of the processes that write an inbox: gets its slice, answers with what it wrote. */
process.once('message', (slice: Slice) => {
  process.send?.(writeSlice(slice), () => process.disconnect());
});
