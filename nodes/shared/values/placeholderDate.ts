import { withoutMarks } from './spreadsheetMarks';

const MIDNIGHT = String.raw`(?:[T ]+(?:00?:00|12:00|23:59)(?::\d\d(?:\.\d+)?)?(?: ?[AP]M)?(?:Z|[+-]\d\d:?\d\d)?)?`;

/**
 * The first and the last day of programs, which they write for a missing date: databases (`0000-00-00`), Outlook
 * (`0/0/00`), .NET (`0001-01-01`), spreadsheets (`1899-12-30`, `1/0/1900`), accounting (`9999-12-31`).
 */
const NO_DATE = new RegExp(
	`^(?:0000-00-00|0001-01-01|1899-12-3[01]|1900-0?1-00|9999-12-31|00?[/.-]00?[/.-]00(?:00)?|0?1[/.-]0?1[/.-]0001|12/3[01]/1899|3[01][.-]12[.-]1899|0?1/00?/1900|00?[.-]0?1[.-]1900|12/31/9999|31[/.-]12[/.-]9999)${MIDNIGHT}$`,
	'i',
);

/** Whether a cell has such a day instead of a date. */
export const isPlaceholderDate = (value: unknown): boolean =>
	typeof value === 'string' && NO_DATE.test(withoutMarks(value));
