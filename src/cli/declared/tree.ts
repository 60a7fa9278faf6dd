import type { Argument, Command, Option } from 'commander';
import type { Locale } from '../../model/campaign.js';

/** The declared program as plain data, for scripts and pages that are made from it. */
export interface DeclaredCommand {
  /** The words behind `campaign`: `form init`; empty for the program itself. */
  readonly path: string;
  readonly description: string;
  readonly options: readonly DeclaredOption[];
  readonly args: readonly DeclaredValue[];
  readonly commands: readonly DeclaredCommand[];
}

export interface DeclaredOption {
  /** As declared: `--campaign <id|file>`. */
  readonly flags: string;
  readonly long: string | null;
  readonly short: string | null;
  readonly description: string;
  /** What stands behind the option; null for a switch. */
  readonly value: DeclaredValue | null;
  readonly isRequired: boolean;
  /** Null where there is none worth telling. */
  readonly fallback: string | null;
}

/** An argument, or the value of an option. */
export interface DeclaredValue {
  /** As declared: `inbox`, `id|file`. */
  readonly name: string;
  readonly description: string;
  readonly choices: readonly string[];
  readonly isRequired: boolean;
  readonly isVariadic: boolean;
}

export function declared(command: Command, path = ''): DeclaredCommand {
  const help = command.createHelp();
  return {
    path,
    description: command.description(),
    options: help.visibleOptions(command).map(optionOf),
    args: command.registeredArguments.map(argumentOf),
    commands: command.commands.map((one) => declared(one, `${path} ${one.name()}`.trim())),
  };
}

/** The program and every command below it. */
export function everyCommand(command: DeclaredCommand): readonly DeclaredCommand[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

/** Descriptions are declared in both languages: 名册 / roster.csv. */
export function inLanguage(description: string, locale: Locale): string {
  const at = description.indexOf(' / ');
  if (at === -1) return description;
  return locale === 'zh' ? description.slice(0, at) : description.slice(at + 3);
}

function optionOf(option: Option): DeclaredOption {
  const { flags, long = null, short = null, description, defaultValue } = option;
  const name = /[<[]([^>\]]+?)(?:\.\.\.)?[>\]]/.exec(flags)?.[1];
  const isTold = typeof defaultValue === 'string' || typeof defaultValue === 'number';
  return {
    ...{ flags, long, short, description },
    value:
      name === undefined
        ? null
        : { name, description, choices: option.argChoices ?? [], isRequired: true, isVariadic: option.variadic },
    isRequired: option.mandatory,
    fallback: isTold ? String(defaultValue) : null,
  };
}

function argumentOf(argument: Argument): DeclaredValue {
  return {
    name: argument.name(),
    description: argument.description,
    choices: argument.argChoices ?? [],
    isRequired: argument.required,
    isVariadic: argument.variadic,
  };
}
