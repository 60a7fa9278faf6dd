import type { Locale } from '../../model/campaign.js';
import { lastWord } from './bash.js';
import { type DeclaredCommand, type DeclaredOption, everyCommand, inLanguage } from './tree.js';
import { type Values, valuesOf, valuesOfOption } from './values.js';

/** A completion script for fish. */
export function fishCompletion(program: DeclaredCommand, locale: Locale): string {
  const commands = everyCommand(program);
  return `# fish completion for campaign: campaign completion fish | source

# The command that has been typed so far, such as "form init".
function __campaign_path
  set -l path
  set -l option
  for word in (commandline -opc)[2..-1]
    if test -n "$option"
      set option
    else if contains -- "$path $word" ${commands.flatMap(takers).map(quoted).join(' ')}
      set option $word
    else if contains -- (string trim -- "$path $word") ${commands
      .slice(1)
      .map(({ path }) => quoted(path))
      .join(' ')}
      set path (string trim -- "$path $word")
    end
  end
  echo "$path"
end

function __campaign_at
  test (__campaign_path) = "$argv[1]"
end

complete -c campaign -f
${commands.flatMap((command) => linesOf(command, locale)).join('\n')}
`;
}

function linesOf(command: DeclaredCommand, locale: Locale): readonly string[] {
  const at = `complete -c campaign -n ${quoted(`__campaign_at ${quoted(command.path)}`)}`;
  return [
    ...command.commands.map((one) => `${at} -a ${lastWord(one)} -d ${told(one.description, locale)}`),
    ...command.options.map((option) => `${at} ${flagsOf(option)} -d ${told(option.description, locale)}`),
    ...command.args.flatMap((arg) => {
      const values = given(valuesOf(arg), false);
      return values === '' ? [] : [`${at} ${values} -d ${told(arg.description, locale)}`];
    }),
  ];
}

function flagsOf(option: DeclaredOption): string {
  const { long, short, value } = option;
  const flags = [
    ...(short === null ? [] : [`-s ${short.slice(1)}`]),
    ...(long === null ? [] : [`-l ${long.slice(2)}`]),
  ];
  return [...flags, ...(value === null ? [] : [given(valuesOfOption(option), true)])].join(' ');
}

/** `behind`: the value of an option, which must be there. */
function given({ words, paths }: Values, behind: boolean): string {
  const list = words.length === 0 ? '' : ` -a ${quoted(words.join(' '))}`;
  if (paths === 'files') return `${behind ? '-r ' : ''}-F${list}`;
  const folders = paths === 'folders' ? " -a '(__fish_complete_directories)'" : '';
  return `${behind ? '-x' : ''}${list}${folders}`.trim();
}

function takers({ path, options }: DeclaredCommand): readonly string[] {
  const taking = options.filter(({ value }) => value !== null);
  return taking.flatMap(({ long, short }) =>
    [long, short].flatMap((flag) => (flag === null ? [] : [`${path} ${flag}`])),
  );
}

function told(description: string, locale: Locale): string {
  return quoted(inLanguage(description, locale));
}

/** Within single quotes fish knows only \\\\ and \\'. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
