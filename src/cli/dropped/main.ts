import { resolve } from 'node:path';
import { processIo } from '../process-io.js';
import { toTheEnd } from '../to-the-end.js';
import { droppedPaths } from './command-line.js';
import { desktop } from './desktop.js';
import { runDropped } from './run-dropped.js';

const { CAMPAIGN_LINE = '', CAMPAIGN_SELF = '' } = process.env;
const paths = (droppedPaths(CAMPAIGN_LINE, CAMPAIGN_SELF) ?? process.argv.slice(2)).map((path) => resolve(path));

const io = processIo();
toTheEnd(runDropped(paths, io, desktop), io);
