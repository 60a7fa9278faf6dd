import { processIo } from './process-io.js';
import { run } from './run.js';
import { toTheEnd } from './to-the-end.js';

const io = processIo();
toTheEnd(run(process.argv.slice(2), io), io);
