import { type Document, LineCounter, parseDocument } from 'yaml';
import type { Campaign } from '../model/campaign.js';
import type { RuleId } from '../model/rules.js';
import { buildCampaign } from './build-campaign.js';
import { readPlainYaml } from './plain-yaml.js';
import { CampaignFileError } from './problem.js';
import { brokenReferences } from './references.js';
import { campaignShape } from './schema.js';

/** The campaign a file describes. Throws `CampaignFileError` with line, key and what was expected. */
export function parseCampaign(source: string, path: string, rules: readonly RuleId[]): Campaign {
  const schema = campaignShape(rules).superRefine((file, context) => {
    for (const { path: at, message } of brokenReferences(file)) context.addIssue({ code: 'custom', path: at, message });
  });
  // Run once, it is not worth compiling.
  const asked = { jitless: true };
  const plain = readPlainYaml(source);
  if (plain !== null) {
    const { success, data } = schema.safeParse(plain.value, asked);
    if (success) return buildCampaign(data);
  }
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    throw new CampaignFileError(
      path,
      document.errors.map((error) => `${error.linePos?.[0].line ?? 1} ${firstLine(error.message)}`),
    );
  }
  const parsed = schema.safeParse(document.toJS(), asked);
  if (!parsed.success) {
    throw new CampaignFileError(
      path,
      parsed.error.issues.map(
        (issue) => `${lineOf(document, lines, issue.path)} ${keyName(issue.path)}: ${issue.message}`,
      ),
    );
  }
  return buildCampaign(parsed.data);
}

/** The line of the deepest part of the path that the file has. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function keyName(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'file' : path.map(String).join('.');
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}
