import { config } from 'zod';
import type { PageData } from '../model/page-data.js';
import { CheckPage } from './check-page.js';

// The page allows no code that is made while it runs, which is how zod compiles its schemas otherwise.
config({ jitless: true });

/** The page's program: it finds its data and its place in the page that it was written into. */
const data = document.getElementById('campaign-data');
const root = document.getElementById('page');
if (data === null || root === null) throw new Error('not the page this program belongs to');
new CheckPage(root, JSON.parse(data.textContent) as PageData).open();
