import { type DeclaredCommand, everyCommand } from './tree.js';
import { type Values, valuesOf, valuesOfOption } from './values.js';

/** A completion script for bash 3.2 and later, without the package bash-completion. */
export function bashCompletion(program: DeclaredCommand): string {
  const commands = everyCommand(program);
  return `# bash completion for campaign: source <(campaign completion bash)

# Prints what may follow an option, or stand as the n-th argument: words, and "files:" or "folders:".
_campaign_values() {
  case "$1" in
${indented(commands.flatMap(valueCases))}
  esac
}

_campaign_options() {
  case "$1" in
${indented(commands.map((one) => arm([one.path], one.options.flatMap(({ long, short }) => [long, short]).filter(isThere))))}
  esac
}

_campaign_commands() {
  case "$1" in
${indented(commands.filter((one) => one.commands.length > 0).map((one) => arm([one.path], one.commands.map(lastWord))))}
  esac
}

_campaign_takes_value() {
  case "$1" in
${indented(commands.filter((one) => takers(one).length > 0).map((one) => `${takers(one).map(quoted).join('|')}) return 0 ;;`))}
  esac
  return 1
}

_campaign() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" path="" args=0 option="" word values value i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    if [[ "$word" == "=" ]]; then
      continue
    elif [[ -n "$option" ]]; then
      option=""
    elif _campaign_takes_value "$path $word"; then
      option="$word"
    elif [[ "$word" == -* ]]; then
      continue
    elif [[ $args -eq 0 && " $(_campaign_commands "$path") " == *" $word "* ]]; then
      path="\${path:+$path }$word"
    else
      args=$((args + 1))
    fi
  done
  [[ "$cur" == "=" ]] && cur=""
  if [[ -n "$option" ]]; then
    values="$(_campaign_values "$path $option")"
  elif [[ "$cur" == -* ]]; then
    values="$(_campaign_options "$path")"
  else
    values="$(_campaign_commands "$path")"
    [[ -z "$values" ]] && values="$(_campaign_values "$path $args")"
    [[ -z "$values" ]] && values="$(_campaign_values "$path *")"
  fi
  case "$values" in
    *files:*) word=-f ;;
    *folders:*) word=-d ;;
    *) word="" ;;
  esac
  values="\${values%files:}"
  values="\${values%folders:}"
  while IFS= read -r value; do
    [[ -n "$value" ]] && COMPREPLY+=("$value")
  done < <(
    compgen -W "$values" -- "$cur"
    [[ -n "$word" ]] && compgen "$word" -- "$cur"
  )
  if [[ -n "$word" ]]; then
    compopt -o filenames 2>/dev/null
  fi
  return 0
}

complete -F _campaign campaign
`;
}

function valueCases(command: DeclaredCommand): readonly string[] {
  const ofOptions = command.options.map((option) => ({
    keys: [option.long, option.short].filter(isThere),
    words: told(valuesOfOption(option)),
  }));
  const ofArgs = command.args.map((arg, n) => ({ keys: [arg.isVariadic ? '*' : `${n}`], words: told(valuesOf(arg)) }));
  return [...ofOptions, ...ofArgs]
    .filter(({ words }) => words.length > 0)
    .map(({ keys, words }) =>
      arm(
        keys.map((key) => `${command.path} ${key}`),
        words,
      ),
    );
}

function told({ words, paths }: Values): readonly string[] {
  return paths === 'none' ? words : [...words, `${paths}:`];
}

/** The options of a command that have a value behind them, with the command before them. */
function takers({ path, options }: DeclaredCommand): readonly string[] {
  const taking = options.filter(({ value }) => value !== null);
  return taking.flatMap(({ long, short }) => [long, short].filter(isThere).map((flag) => `${path} ${flag}`));
}

function arm(patterns: readonly string[], words: readonly string[]): string {
  return `${patterns.map(quoted).join('|')}) echo ${quoted(words.join(' '))} ;;`;
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}`).join('\n');
}

export function lastWord({ path }: DeclaredCommand): string {
  return path.split(' ').at(-1) ?? '';
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function isThere(flag: string | null): flag is string {
  return flag !== null;
}
