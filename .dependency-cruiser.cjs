const { builtinModules } = require('node:module');

/** The layout as rules: stages never meet, each library has one home, `node:` stays at the edges. */
const stages = [
  'campaign',
  'intake',
  'read',
  'identify',
  'locate',
  'parse',
  'check',
  'mend',
  'deadlines',
  'aggregate',
  'write',
  'render',
  'form',
];

const stageRules = stages.map((stage) => ({
  name: `stage-${stage}-stands-alone`,
  comment: 'Stages meet in pipeline.ts only; what they share lives in model/ or findings/.',
  severity: 'error',
  from: { path: `^src/${stage}/` },
  to: { path: '^src/', pathNot: `^src/(${stage}|model|findings)/` },
}));

const homes = {
  commander: '^src/cli/',
  exceljs: '^src/write/',
  zod: '^src/(campaign|check|page)/',
  chalk: '^src/(render|cli)/',
  'cli-table3': '^src/render/',
  yaml: '^src/campaign/',
  'csv-parse': '^src/campaign/',
  // Reading inflates; a mended or marked copy of somebody's workbook is put together again.
  fflate: '^src/(read/|mend/|write/marked/)',
  saxes: '^src/(read|mend)/',
  'postal-mime': '^src/read/',
  workerpool: '^src/pipeline/',
  '@e965/xlsx': '^src/read/',
  htmlparser2: '^src/read/',
  exifr: '^src/read/photo/',
  'csv-stringify': '^src/campaign/',
  docx: '^src/write/',
  '@jsquash': '^src/write/pictures/',
  'd3-scale': '^src/render/report-page/',
  'd3-shape': '^src/render/report-page/',
  'fastest-levenshtein': '^src/(identify|locate)/',
  'date-fns': '^src/deadlines/',
  '@date-fns/tz': '^src/deadlines/',
  'chinese-days': '^src/deadlines/',
  libsql: '^src/ledger/',
};
const homeRules = Object.entries(homes).map(([library, home]) => ({
  name: `home-of-${library.replace(/[@/]/g, '')}`,
  comment: `${library} is used in one place, so that it can be replaced there.`,
  severity: 'error',
  from: { path: '^src/', pathNot: home },
  to: { path: `node_modules/${library}/` },
}));

/** What only the program on a computer needs. */
const heavy = ['exceljs', 'docx', 'libsql', 'commander', 'chalk', 'cli-table3'].map(
  (library) => `node_modules/${library}/`,
);

module.exports = {
  forbidden: [
    ...stageRules,
    ...homeRules,
    {
      name: 'model-imports-nothing',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { pathNot: '^src/model/' },
    },
    {
      name: 'findings-know-only-the-model',
      severity: 'error',
      from: { path: '^src/findings/' },
      to: { path: '^src/', pathNot: '^src/(findings|model)/' },
    },
    {
      name: 'pure-stages-touch-no-machine',
      comment: 'The same code must run in a browser.',
      severity: 'error',
      from: { path: '^src/(read|identify|locate|parse|check|mend|findings|model|deadlines|aggregate|render)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'page-stands-on-the-pipeline',
      comment:
        'The page in the browser shows what the pipeline says, as the command line does, and asks no stage by itself.',
      severity: 'error',
      from: { path: '^src/page/' },
      to: { path: '^src/', pathNot: '^src/(page|pipeline|mend|render|findings|model)/' },
    },
    {
      name: 'page-runs-in-a-browser',
      comment: 'Nothing on the way from the page may need a machine, or be too heavy to be sent in a chat.',
      severity: 'error',
      from: { path: '^src/page/' },
      to: { reachable: true, path: `^(?:node:)?(?:${builtinModules.join('|')})(?:/|$)|${heavy.join('|')}` },
    },
    {
      name: 'page-is-built-apart',
      comment: 'The document of a browser is known in src/page only; the command embeds what the build made of it.',
      severity: 'error',
      from: { pathNot: '^src/page/' },
      to: { path: '^src/page/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '(\\.d\\.ts$|^src/cli/main\\.ts$|^src/page/(main|older-browsers)\\.ts$)' },
      to: {},
    },
    {
      name: 'no-dev-packages-in-the-program',
      severity: 'error',
      from: { path: '^(src|bin)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] },
  },
};
