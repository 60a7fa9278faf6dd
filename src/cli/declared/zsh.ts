import type { Locale } from '../../model/campaign.js';
import { lastWord, quoted } from './bash.js';
import { type DeclaredCommand, type DeclaredOption, type DeclaredValue, everyCommand, inLanguage } from './tree.js';
import { type Values, valuesOf, valuesOfOption } from './values.js';

/** A completion script for zsh: sourced, or put as _campaign into a folder of $fpath. */
export function zshCompletion(program: DeclaredCommand, locale: Locale): string {
  return `#compdef campaign
# zsh completion for campaign: source <(campaign completion zsh)

# One of these words, or a file.
_campaign_either() {
  _alternative "words:value:($*)" 'files:file:_files'
}

${everyCommand(program)
  .map((command) => functionOf(command, locale))
  .join('\n\n')}

if [[ "$funcstack[1]" == _campaign ]]; then
  _campaign "$@"
else
  compdef _campaign campaign
fi
`;
}

function functionOf(command: DeclaredCommand, locale: Locale): string {
  const options = command.options.map((option) => optionSpec(option, locale));
  const body = command.commands.length > 0 ? withCommands(command, options, locale) : plain(command, options, locale);
  return `${nameOf(command)}() {\n${body.map((line) => `  ${line}`).join('\n')}\n}`;
}

function plain(command: DeclaredCommand, options: readonly string[], locale: Locale): readonly string[] {
  const args = command.args.map((arg, n) => quoted(argumentSpec(arg, n, locale)));
  return ['_arguments \\', ...continued([...options.map(quoted), ...args])];
}

/** The first word is one of the commands; what follows is theirs. */
function withCommands(command: DeclaredCommand, options: readonly string[], locale: Locale): readonly string[] {
  const list = command.commands.map((one) => quoted(`${lastWord(one)}:${described(one.description, locale)}`));
  return [
    'local line state',
    'local -a commands',
    `commands=(${list.join(' ')})`,
    '_arguments -C \\',
    ...continued([...options.map(quoted), "'1: :->command'", "'*:: :->rest'"]),
    'case $state in',
    `  command) _describe command commands ;;`,
    '  rest)',
    '    case $line[1] in',
    ...command.commands.map((one) => `      ${lastWord(one)}) ${nameOf(one)} ;;`),
    '    esac ;;',
    'esac',
  ];
}

function described(description: string, locale: Locale): string {
  return inLanguage(description, locale).replaceAll(':', '\\:');
}

function nameOf({ path }: DeclaredCommand): string {
  return ['_campaign', ...path.split(' ')]
    .filter((word) => word !== '')
    .join('_')
    .replaceAll('-', '_');
}

function continued(specs: readonly string[]): readonly string[] {
  return specs.map((spec, n) => `  ${spec}${n === specs.length - 1 ? '' : ' \\'}`);
}

function optionSpec(option: DeclaredOption, locale: Locale): string {
  const { long, short, value, description } = option;
  const names = [short, long].filter((flag) => flag !== null);
  const exclusive = names.length > 1 ? `(${names.join(' ')})` : '';
  const name = names.at(-1) ?? '';
  const what = value === null ? '' : `:${escaped(value.name)}:${action(valuesOfOption(option))}`;
  return `${exclusive}${name}[${escaped(inLanguage(description, locale))}]${what}`;
}

function argumentSpec(arg: DeclaredValue, n: number, locale: Locale): string {
  const place = arg.isVariadic ? '*' : `${n + 1}`;
  return `${place}${arg.isRequired || arg.isVariadic ? ':' : '::'}${escaped(inLanguage(arg.description, locale))}:${action(valuesOf(arg))}`;
}

/** An action of `_arguments`; in braces it is evaluated as it stands. */
function action({ words, paths }: Values): string {
  const list = words.join(' ');
  if (words.length > 0) return paths === 'none' ? `(${list})` : `{_campaign_either ${list}}`;
  if (paths === 'none') return ' ';
  return paths === 'folders' ? '_files -/' : '_files';
}

/** Brackets and colons part a specification. */
function escaped(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&');
}
