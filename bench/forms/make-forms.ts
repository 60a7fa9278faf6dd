import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { addressOf } from '../../scripts/fixtures/grid.js';
import { findCampaign, loadCampaign } from '../../src/campaign/find-campaign.js';
import { ruleIds } from '../../src/findings/catalogue.js';
import type { Campaign } from '../../src/model/campaign.js';
import { blankStatisticsForm } from '../../src/write/statistics-form.js';
import type { BlankForm } from '../inbox/blank-forms.js';

/**
 * The blank forms the benchmarks fill in, as four programs write them: the official one from exceljs, the same saved
 * again by openpyxl and LibreOffice, and one a clerk drew in WPS. Needs Python with openpyxl, and LibreOffice.
 */
const folder = fileURLToPath(new URL('.', import.meta.url));
const campaign = shippedCampaign();
const work = mkdtempSync(join(tmpdir(), 'campaign-forms-'));
try {
  const official = join(folder, 'exceljs.xlsx');
  writeFileSync(official, await blankStatisticsForm(campaign));
  python('resave', official, join(folder, 'openpyxl.xlsx'));
  execFileSync('soffice', ['--headless', '--convert-to', 'xlsx', '--outdir', work, official], { stdio: 'ignore' });
  renameSync(join(work, 'exceljs.xlsx'), join(folder, 'libreoffice.xlsx'));
  const labels = join(work, 'labels.json');
  writeFileSync(labels, JSON.stringify(labelsOf(campaign)));
  const drawn = JSON.parse(python('draw', labels, join(folder, 'wps.xlsx'))) as Record<string, string>;
  const forms: BlankForm[] = [
    ...['exceljs', 'openpyxl', 'libreoffice'].map((producer) => ({ producer, addresses: officialAddresses(campaign) })),
    { producer: 'wps', addresses: drawn },
  ];
  writeFileSync(join(folder, 'forms.json'), `${JSON.stringify(forms, null, 2)}\n`);
  for (const { producer } of forms) {
    console.log(producer, readFileSync(join(folder, `${producer}.xlsx`)).length, 'bytes');
  }
} finally {
  rmSync(work, { recursive: true });
}

function shippedCampaign(): Campaign {
  const place = findCampaign('wanzhang-2023', process.cwd());
  if (place === null) throw new Error('no campaign wanzhang-2023');
  return loadCampaign(place, ruleIds);
}

function python(...args: readonly string[]): string {
  const interpreter = process.env.PYTHON ?? '/usr/bin/python3';
  return execFileSync(interpreter, [join(folder, 'clerks.py'), ...args], { encoding: 'utf8' });
}

/** The official form begins with two lines, attachment and title, above its table. */
function officialAddresses({ forms }: Campaign): Record<string, string> {
  const addresses: Record<string, string> = {};
  for (const cell of forms.statistics.layout.cells) {
    const key = cell.role === 'unit' ? 'unit' : cell.field;
    if (key !== undefined) addresses[key] = addressOf(cell.row + 2, cell.column);
  }
  return addresses;
}

function labelsOf({ forms: { statistics: form } }: Campaign): unknown {
  return {
    attachment: form.attachment,
    title: form.title,
    unit: `${form.unit.labels[0]}：${form.unit.blank}`,
    notes: form.notes,
    blocks: form.blocks.map((block, b) => ({
      label: block.labels[0],
      groups: block.groups.map((group) => group.labels[0]),
      rows: block.rows.map((row, r) =>
        form.fields
          .filter((field) => field.at.block === b && field.at.row === r)
          .map((field) => ({ field: field.id, label: row.leaves[field.at.leaf]?.labels[0] })),
      ),
    })),
  };
}
