/** Words that begin a command line rather than name something dropped. */
const commands = [
  ...['aggregate', 'check', 'status', 'history', 'decide', 'init', 'template', 'explain', 'list', 'help'],
  ...['--help', '-h', '--version', '-V'],
];

/**
 * `campaign.cmd`. What people read is written by the program; this file is ASCII, since cmd reads it in whatever code
 * page the machine has, up to its last lines, which are reached only after chcp and when there is no program. `exit`
 * and not `exit /b` ends a drop: of `C:\a&b.xlsx`, which Explorer leaves unquoted, cmd would go on to run `b.xlsx`.
 */
export function launcherText(): string {
  const program = '"%~dp0node\\node.exe" --disable-warning=ExperimentalWarning';
  const lines = [
    '@echo off',
    'rem Drop the folder with all that was received, or files to be checked, onto this file.',
    'setlocal EnableExtensions DisableDelayedExpansion',
    'set "WINDOWS="',
    `for /f "tokens=2 delims=[]" %%v in ('ver') do set "WINDOWS=%%v"`,
    'for /f "tokens=2" %%v in ("%WINDOWS%") do set "WINDOWS=%%v"',
    'for /f "delims=." %%v in ("%WINDOWS%") do set "WINDOWS=%%v"',
    'if defined WINDOWS if %WINDOWS% LSS 10 goto old',
    'if /i "%PROCESSOR_ARCHITECTURE%"=="x86" if not defined PROCESSOR_ARCHITEW6432 goto old',
    'chcp 65001 >nul',
    'if not exist "%~dp0node\\node.exe" goto incomplete',
    `for %%w in (${commands.join(' ')}) do if /i "%~1"=="%%w" goto command`,
    'set "CAMPAIGN_SELF=%~nx0"',
    'setlocal EnableDelayedExpansion',
    'set "CAMPAIGN_LINE=!CMDCMDLINE!"',
    'setlocal DisableDelayedExpansion',
    `${program} "%~dp0dist\\cli\\dropped\\main.js" %*`,
    'set "CAMPAIGN_CODE=%ERRORLEVEL%"',
    'echo.',
    'pause',
    'exit %CAMPAIGN_CODE%',
    '',
    ':command',
    `${program} "%~dp0bin\\campaign.js" %*`,
    'exit /b %ERRORLEVEL%',
    '',
    ':old',
    'echo campaign needs Windows 10 or 11, 64 bit.',
    `start "" notepad.exe "%~dp0${oldWindowsName}"`,
    'pause',
    'exit 2',
    '',
    ':incomplete',
    'echo node\\node.exe is missing: unpack the whole zip, then use campaign.cmd in the unpacked folder.',
    'echo 请先把整个压缩包解压出来（右键“全部解压缩”），再用解压后文件夹里的 campaign.cmd。',
    'pause',
    'exit 2',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

export const oldWindowsName = 'old-windows.txt';
