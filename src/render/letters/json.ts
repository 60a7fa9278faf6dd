import { speak } from '../../findings/speak.js';
import type { Locale, Unit } from '../../model/campaign.js';
import type { Report, Spoken, Status } from '../../model/report.js';
import type { Debt } from './debts.js';
import type { Attachment } from './message.js';
import { whatToSay } from './phone-list.js';
import type { Reminder } from './reminder.js';
import type { UnitCase, Urgency } from './unit-case.js';

/** `--json` of `return`, a contract; its keys are written in this order. Paths of what was written are below `out`. */
export interface ReturnJson {
  readonly schema: 1;
  readonly campaign: string;
  readonly asOf: string;
  readonly out: string;
  readonly phoneList: string | null;
  /** The most urgent first. */
  readonly units: readonly ReturnedUnit[];
}

interface ReturnedUnit extends Reached {
  readonly urgency: Urgency;
  readonly toSay: string;
  readonly folder: string;
  readonly message: string;
  readonly owes: readonly OwedJson[];
  readonly files: readonly {
    readonly path: string;
    readonly sha256: string;
    readonly outcome: string;
    /** The marked copy or list in the unit's folder; null where the message says it all. */
    readonly copy: string | null;
    readonly copyKind: Attachment['kind'] | null;
    /** Why there is no marked copy where there should be one. */
    readonly unmarked: string | null;
    readonly findings: readonly Spoken[];
  }[];
  /** Of no one file. */
  readonly findings: readonly Spoken[];
}

interface Reached {
  readonly id: string;
  readonly name: string;
  readonly contact: string;
  readonly phone: string;
}

interface OwedJson {
  readonly deadline: string;
  readonly due: string;
  readonly status: Status;
  readonly overdue: boolean;
  readonly materials: readonly {
    readonly id: string;
    readonly state: 'absent' | 'short' | 'sent-back';
    readonly have: number;
    readonly least: number;
  }[];
  /** Earlier deadlines that the same cumulative report makes up for. */
  readonly alsoFor: readonly string[];
}

/** `--json` of `remind`, a contract. */
export interface RemindJson {
  readonly schema: 1;
  readonly campaign: string;
  readonly asOf: string;
  /** Null where nothing was written. */
  readonly out: string | null;
  /** The message for the group; null where there is nothing to remind of. */
  readonly group: string | null;
  readonly units: readonly (Reached & {
    readonly file: string | null;
    readonly message: string;
    readonly owes: readonly OwedJson[];
  })[];
}

/** What was made for one unit. */
export interface MadeLetter {
  readonly about: UnitCase;
  readonly folder: string;
  readonly message: string;
  readonly attachments: readonly Attachment[];
  readonly unmarked: readonly { readonly file: { readonly path: string }; readonly why: string }[];
}

export function returnJson(
  letters: readonly MadeLetter[],
  report: Report,
  written: { readonly out: string; readonly phoneList: string | null },
  locale: Locale,
): ReturnJson {
  const { campaign, asOf } = report;
  return {
    schema: 1,
    campaign: campaign.id,
    asOf,
    out: written.out,
    phoneList: written.phoneList,
    units: letters.map((letter) => {
      const { about, folder, message, attachments, unmarked } = letter;
      return {
        ...reached(about.unit.unit),
        urgency: about.urgency,
        toSay: whatToSay(about, report, locale),
        folder,
        message,
        owes: about.debts.map(owedJson),
        files: about.files.map(({ file, findings }) => {
          const copy = attachments.find(({ path }) => path === file.path);
          return {
            ...{ path: file.path, sha256: file.sha256, outcome: file.outcome },
            ...{ copy: copy?.name ?? null, copyKind: copy?.kind ?? null },
            unmarked: unmarked.find((one) => one.file.path === file.path)?.why ?? null,
            findings: findings.map((finding) => speak(finding, locale)),
          };
        }),
        findings: about.whole.map((finding) => speak(finding, locale)),
      };
    }),
  };
}

export function remindJson(
  reminders: readonly Reminder[],
  { campaign, asOf }: Report,
  said: { readonly group: string | null; readonly messages: readonly string[] },
  written: { readonly out: string | null; readonly files: readonly string[] },
): RemindJson {
  return {
    schema: 1,
    campaign: campaign.id,
    asOf,
    out: written.out,
    group: said.group,
    units: reminders.map(({ unit, debts }, n) => ({
      ...reached(unit.unit),
      file: written.files[n] ?? null,
      message: said.messages[n] ?? '',
      owes: debts.map(owedJson),
    })),
  };
}

function reached({ id, name, contact, phone }: Unit): Reached {
  return { id, name, contact, phone };
}

function owedJson({ deadline, isOver, owed, alsoFor }: Debt): OwedJson {
  const { id, due, status } = deadline;
  return {
    ...{ deadline: id, due, status, overdue: isOver },
    materials: owed.map(({ material, state, have }) => ({ id: material.id, state, have, least: material.least })),
    alsoFor: alsoFor.map((one) => one.id),
  };
}
