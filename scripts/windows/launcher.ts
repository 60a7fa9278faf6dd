/** Words that begin a command line rather than name something dropped. */
const commands = [
  ...['aggregate', 'check', 'status', 'history', 'return', 'remind', 'decide', 'word', 'page'],
  ...['init', 'template', 'form', 'completion', 'explain', 'list', 'help'],
  ...['--help', '-h', '--version', '-V'],
];

/**
 * `campaign.cmd`. What people read is written by the program; this file is ASCII, since cmd reads it in whatever code
 * page the machine has, up to its last lines, which are reached only after chcp and when there is no program. `exit`
 * and not `exit /b` ends a drop: of `C:\a&b.xlsx`, which Explorer leaves unquoted, cmd would go on to run `b.xlsx`.
 */
export function launcherText(): string {
  const program = '"%CAMPAIGN_NODE%" %CAMPAIGN_NODE_OPTIONS%';
  const lines = [
    '@echo off',
    'rem Drop the folder with all that was received, or files to be checked, onto this file.',
    'setlocal EnableExtensions DisableDelayedExpansion',
    'if /i "%PROCESSOR_ARCHITECTURE%"=="x86" if not defined PROCESSOR_ARCHITEW6432 goto unfit',
    ...versionLines,
    'if not exist "%CAMPAIGN_NODE%" goto incomplete',
    `for %%w in (${commands.join(' ')}) do if /i "%~1"=="%%w" goto command`,
    'set "CAMPAIGN_SELF=%~nx0"',
    'setlocal EnableDelayedExpansion',
    'set "CAMPAIGN_LINE=!CMDCMDLINE!"',
    'setlocal DisableDelayedExpansion',
    `${program} "%~dp0dist\\program\\dropped.cjs" %*`,
    'set "CAMPAIGN_CODE=%ERRORLEVEL%"',
    'echo.',
    'pause',
    'exit %CAMPAIGN_CODE%',
    '',
    ':command',
    `${program} "%~dp0bin\\campaign.js" %*`,
    'exit /b %ERRORLEVEL%',
    '',
    ':unfit',
    'echo campaign needs a 64 bit Windows.',
    `start "" notepad.exe "%~dp0${unfitName}"`,
    'pause',
    'exit 2',
    '',
    ':incomplete',
    'echo node.exe is missing: unpack the whole zip, then use campaign.cmd in the unpacked folder.',
    'echo 请先把整个压缩包解压出来（右键“全部解压缩”），再用解压后文件夹里的 campaign.cmd。',
    'pause',
    'exit 2',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** `ver` says `Microsoft Windows [Version 10.0.19045]`, the word in the system's language; Wine leaves word and brackets out. */
const versionLines = [
  'set "WINDOWS="',
  `for /f "tokens=2 delims=[]" %%v in ('ver') do set "WINDOWS=%%v"`,
  'for /f "tokens=2" %%v in ("%WINDOWS%") do set "WINDOWS=%%v"',
  `if not defined WINDOWS for /f "tokens=3" %%v in ('ver') do set "WINDOWS=%%v"`,
  'for /f "delims=." %%v in ("%WINDOWS%") do set "WINDOWS=%%v"',
  'set "CAMPAIGN_OLD="',
  'if defined WINDOWS if %WINDOWS% LSS 10 set "CAMPAIGN_OLD=1"',
  'set "CAMPAIGN_NODE=%~dp0node\\node.exe"',
  'set "CAMPAIGN_NODE_OPTIONS=--disable-warning=ExperimentalWarning"',
  'if defined CAMPAIGN_OLD set "CAMPAIGN_NODE=%~dp0node-windows7\\node.exe"',
  'if defined CAMPAIGN_OLD set "CAMPAIGN_NODE_OPTIONS="',
  'if defined CAMPAIGN_OLD set "NODE_SKIP_PLATFORM_CHECK=1"',
  // The console of Windows 7 loses its way in a .cmd under 65001; the program writes Unicode to it all the same.
  'if not defined CAMPAIGN_OLD chcp 65001 >nul',
];

export const unfitName = '32-bit.txt';
