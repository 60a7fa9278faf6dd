import type { BoundId } from './bounds.js';

/** The rules and what each needs to say its message. Words live in `findings/catalogue`. */

/** A label as it stands in the form, in the reader's words, such as `宣传活动 / 村居社区计生协 / 宣传人数`. */
type Label = string;
/** A unit's official name. */
type UnitName = string;
/** An entry's path in the inbox. */
type Path = string;
/** A calendar day, `YYYY-MM-DD`. */
type Day = string;

/** What a file turned out to be, told by its content. */
export type Format =
  | 'xlsx'
  | 'xls'
  | 'et'
  | 'ods'
  | 'csv'
  | 'docx'
  | 'doc'
  | 'html'
  /** A workbook or document that is one XML, and a web page with all it shows in one file. */
  | 'xml'
  | 'mht'
  | 'text'
  | 'pdf'
  | 'jpg'
  | 'png'
  | 'gif'
  | 'bmp'
  | 'webp'
  | 'heic'
  | 'tiff'
  | 'mp4'
  | 'mov'
  | 'avi'
  | 'wmv'
  | 'mkv'
  | 'flv'
  | 'mpeg'
  | '3gp'
  | 'zip'
  | 'rar'
  | '7z'
  | 'eml'
  | 'ole'
  | 'pptx'
  | 'odt'
  | 'odp'
  | 'ofd'
  | 'epub'
  | 'visio'
  | 'onenote'
  | 'access'
  | 'sqlite'
  | 'dbf'
  | 'lotus'
  | 'audio'
  | 'svg'
  | 'psd'
  | 'dwg'
  | 'ps'
  | 'caj'
  | 'chm'
  | 'vcf'
  | 'ics'
  | 'font'
  | 'exe'
  | 'apk'
  | 'torrent'
  | 'unknown';

/** Why a file's content could not be had; `findings/catalogue/causes` says each in words, and what to ask for. */
export type UnreadableReason =
  | 'damaged'
  | 'zeros'
  | 'zero-part'
  | 'cut-off'
  | 'damaged-archive'
  | 'damaged-part'
  | 'part-size'
  | 'part-missing'
  | 'part-twice'
  | 'member-twice'
  | 'parts-overlap'
  | 'headers-disagree'
  | 'mail-cut-off'
  | 'broken-xml'
  | 'doctype'
  | 'broken-container'
  | 'encoding'
  | 'compression'
  | 'split-archive'
  | 'no-sheet'
  | 'only-charts'
  | 'only-hidden'
  | 'no-table'
  | 'content-elsewhere'
  | 'torn-figures'
  | 'encoded-text'
  | 'sent-as-text'
  /** Its examination ended the process it ran in. */
  | 'given-up'
  | 'no-permission'
  | 'closed-folder'
  /** Another program has it open and lets nobody read it. */
  | 'in-use'
  /** Written to while it was read. */
  | 'settling'
  | 'vanished-meanwhile'
  | 'path-too-long'
  | 'too-many-open'
  | 'disk-error'
  | 'not-downloaded'
  | 'link'
  | 'special'
  | 'shortcut'
  | 'web-shortcut'
  | 'cloud-link'
  | 'cloud-placeholder'
  | 'half-downloaded'
  | 'login-page'
  | 'server-answer'
  | 'left-by-system'
  | 'picture-renamed'
  | 'video-renamed'
  | 'unsupported'
  | 'excel-95'
  | 'word-95'
  | 'binary-workbook'
  | 'rich-text'
  | 'flat-xml'
  | 'web-archive'
  | 'rights'
  | 'works'
  | 'iwork'
  | 'old-open-office'
  | 'uof'
  | 'exchange-table'
  | 'outlook-mail'
  | 'winmail-dat'
  | 'signed-mail'
  | 'mailbox'
  | 'packed';

/** What an activity of a progress report leaves unsaid. */
export type ActivityPart = 'time' | 'place' | 'people' | 'content';

export interface RuleArgs {
  'file/unreadable': { reason: UnreadableReason };
  /** `file`: a workbook or document, which of the two is behind the password too. */
  'file/encrypted': { what: 'file' | 'workbook' | 'document' | 'member' };
  'file/wrong-kind': { format: Format; wanted: readonly Format[] };
  /** `found`: how much there is, where that is known, in the unit of the bound. */
  'file/too-large': { bound: BoundId; limit: number; found?: number };
  'file/empty': { what: 'bytes' | 'text' | 'form' | 'mail' | 'archive' };
  'file/lock-file': Record<never, never>;
  'file/duplicate': { of: Path };
  'file/vanished': Record<never, never>;
  'file/withdrawn': { reason: string; who: string };
  'file/accepted': { reason: string; who: string };
  'file/copied': { unit: UnitName; path: Path };
  'file/few-words': { text: string };

  /** `inName`: nobody wrote a unit; the text is the file's name, which tells none either. */
  'unit/unknown': { text: string; suggestions: readonly UnitName[]; inName?: true };
  /** `of`: how many there are, where only the first are named. */
  'unit/ambiguous': { text: string; candidates: readonly UnitName[]; of?: number };
  'unit/conflict': { claims: readonly { evidence: UnitEvidence; text: string; unit: UnitName; of?: number }[] };
  'unit/several': { units: readonly UnitName[] };

  /** `texts`: what a text without a table may be, where the notice asks for any. */
  'form/wrong-form': { expected: readonly string[]; texts?: readonly string[] };
  'form/other-year': { found: string; wanted: string };
  /** `level`: the only one whose figures are missing. */
  'form/label-missing': { label: Label; suggestion?: string; level?: string };
  'form/label-repeated': { label: Label; times: number };
  'form/several-value-rows': { label: Label; rows: readonly number[] };
  /** `unit`: as written on it, where that is another than on the one used. */
  'form/extra-sheet': { sheet: string; used: string; unit?: string };

  'count/unreadable': { label: Label; suggestion?: number };
  'count/negative': { label: Label; value: number };
  'count/fraction': { label: Label; value: number };
  'count/estimate': { label: Label; value: number; counted: boolean };
  'count/normalised': { label: Label; value: number };
  'count/households': { label: Label; value: number };
  'count/blank': { labels: readonly Label[] };
  'count/formula-error': { label: Label; code: string };
  'count/formula-without-value': { label: Label; formula: string };
  'count/merged-values': { labels: readonly Label[] };
  'count/implausible': { label: Label; value: number; limit: number; perSession: boolean };

  'pair/people-without-sessions': { sessions: Label; people: Label; value: number };
  'pair/sessions-without-people': { sessions: Label; people: Label; value: number };
  'pair/fewer-people-than-sessions': { sessions: Label; people: Label; sessionsValue: number; peopleValue: number };

  'level/not-yours': { level: string; labels: readonly Label[] };

  'online/not-filled': { labels: readonly Label[] };
  'online/not-a-link': { label: Label };

  'progress/no-activity': Record<never, never>;
  'progress/vague': { activity: number; lacking: readonly ActivityPart[] };
  'progress/outside-period': { activity: number; day: Day; from: Day; to: Day };
  'progress/not-cumulative': { missing: number; earlier: Path };
  'progress/photos-missing': { activity: number; wanted: number };

  'photo/wrong-format': { format: Format; wanted: readonly Format[] };
  'photo/too-few': { count: number; wanted: number };
  'photo/too-many': { count: number; wanted: number };
  'photo/damaged': Record<never, never>;
  'photo/repeated': { path: Path; unit: UnitName };
  'photo/outside-period': { day: Day; from: Day; to: Day };
  /** In pixels. */
  'photo/too-small': { width: number; height: number };

  'video/missing': { count: number; wanted: number };
  'video/wrong-format': { format: Format };
  'video/damaged': Record<never, never>;

  'series/outlier': { label: Label; value: number; median: number };
  'series/dropped': { label: Label; value: number; before: number; earlier: Path };
  'series/same-figures-as-another-unit': { unit: UnitName };
  'series/reports-disagree': { activities: number; sessions: number };

  'deadline/late': { deadline: string; days: number };
  'deadline/missing': { deadline: string; unmatched: number };
  'deadline/receipt-uncertain': { deadline: string; from: string; to: string };
  'deadline/incomplete': { deadline: string; lacking: readonly string[] };
}

export type RuleId = keyof RuleArgs;

/** What told which unit an entry belongs to, strongest first. */
export type UnitEvidence = 'decision' | 'form' | 'folder' | 'archive' | 'file-name' | 'sender';
