import { load } from './load.js';

load().dropped();
