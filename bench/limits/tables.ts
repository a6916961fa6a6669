import type { Through } from '../../test/engine/limits/alone';
import type { Job } from '../../test/engine/limits/jobs';
import type { Shared } from '../../test/engine/limits/sharing';
import { markdownTable } from '../conditions';

/** Targets: windows beyond the fewest, refusals in percent while a key is shared, and what of the limit is used then. */
const SPARE_WINDOWS = 1;
const MOST_REFUSED = 10;
const LEAST_USED = 85;

/** A job that one n8n went through. */
export interface Alone {
	job: Job;
	rows: number;
	/** Whether somebody else used the key meanwhile. */
	beside: boolean;
	through: Through;
}

/** A job that several n8n went through at once. */
export interface Sharing {
	job: Job;
	workers: number;
	shared: Shared;
}

const count = (number: number): string => number.toLocaleString('en-US');
const percent = (number: number): string => `${number.toFixed(1)} %`;
const met = (isMet: boolean): string => (isMet ? 'yes' : '**no**');

const operationOf = ({ folder, operation, rowsPerRequest }: Job): string =>
	`${folder === 'Kairo' ? 'KAIRO' : folder} ${operation}, ${rowsPerRequest === 1 ? 'a request a row' : `${rowsPerRequest} rows a request`}`;

const limitOf = ({ limit: { requests, perSeconds, source } }: Job): string =>
	`[${count(requests)} ${perSeconds === 60 ? 'a minute' : 'an hour'}](${source})`;

function isMet({ rows, beside, through }: Alone): boolean {
	const { once, repeated, items, error, windows, fewestWindows, refused } = through;
	const isWhole = once === rows && repeated === 0 && items === rows && error === undefined;
	return isWhole && (beside || (windows <= fewestWindows + SPARE_WINDOWS && refused === 0));
}

export const aloneTable = (found: Alone[]): string =>
	markdownTable(
		[
			'Operation',
			'Limit',
			'Rows',
			'Done once',
			'More than once',
			'Requests',
			'Windows (fewest)',
			'Refused',
			'By somebody else',
			'Met',
		],
		found.map((each) => [
			operationOf(each.job),
			limitOf(each.job),
			count(each.rows),
			count(each.through.once),
			count(each.through.repeated),
			count(each.through.requests),
			`${count(each.through.windows)} (${count(each.through.fewestWindows)})`,
			count(each.through.refused),
			each.beside ? count(each.through.foreign) : '',
			met(isMet(each)),
		]),
	);

export const sharingTable = (found: Sharing[]): string =>
	markdownTable(
		['Operation', 'Limit', 'Workers', 'Refused after three windows', 'Of the limit used', 'Rows more than once', 'Met'],
		found.map(({ job, workers, shared: { refusedPercent, usedPercent, repeated } }) => [
			operationOf(job),
			limitOf(job),
			String(workers),
			percent(refusedPercent),
			percent(usedPercent),
			count(repeated),
			met(refusedPercent <= MOST_REFUSED && usedPercent >= LEAST_USED && repeated === 0),
		]),
	);
