import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { NotToBeReached } from '../../../shared/contract/contact';
import { sendingFailure } from '../../../shared/contract/failure';
import type { RowResult } from '../../../shared/contract/outcome';
import type { ItemParameters, ApiClient } from '../../../shared/contract/operation';
import { vendorWords } from '../../../shared/http/vendorWords';
import { valueAt, isRecord } from '../../../shared/values/json';
import { askUntil } from '../../../shared/operations/poll';
import { profileKey } from '../../profiles/address';
import type { ProspectRow } from './row';
import { plainText } from '../../../shared/values/text';

const DEFAULT_IMPORT_MINUTES = 15;

/** The user's choice about waiting; part of the target of a batch. */
export interface ImportWait {
	waitMinutes: number;
}

/** 0 minutes: do not wait. */
export function readImportWait(item: ItemParameters): ImportWait {
	if (item.parameter('waitForImport', false) !== true) return { waitMinutes: 0 };
	const minutes = item.parameter('importTimeout', DEFAULT_IMPORT_MINUTES);
	return { waitMinutes: Number(minutes) || DEFAULT_IMPORT_MINUTES };
}

/** Fields of operations that start an import. */
export const importFields: INodeProperties[] = [
	{
		displayName: 'Wait for Import',
		name: 'waitForImport',
		type: 'boolean',
		default: false,
		description:
			'Whether to wait for the end of the import. Every item then says whether its person was imported, existed already, is invalid or is on the Do Not Contact list.',
	},
	{
		displayName: 'Wait Up To (Minutes)',
		name: 'importTimeout',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: DEFAULT_IMPORT_MINUTES,
		description: 'After this time, the items say that the import is still running. Kakiyo still adds the prospects.',
		displayOptions: { show: { waitForImport: [true] } },
	},
];

/** The lines of an import report, by profile. */
type Report = ReadonlyMap<string, Record<string, unknown>>;

const lineOf = (report: Report | undefined, { url }: ProspectRow) => report?.get(profileKey(url) ?? '');

function reportByProfile(body: unknown): Report {
	const report = valueAt(body, 'report');
	const lines = Array.isArray(report) ? report.filter(isRecord) : [];
	return new Map(
		lines.flatMap((line) => {
			const key = typeof line.inputUrl === 'string' ? profileKey(line.inputUrl) : undefined;
			return key === undefined ? [] : [[key, line] as const];
		}),
	);
}

const DNC: NotToBeReached = 'doNotContact';

/** The report counts `skippedDnc`; the status of such a line is not documented. */
const DO_NOT_CONTACT = /dnc|do.?not.?contact/i;

/** The import status of a person; known statuses of Kakiyo in plainer words. */
function importStatusIn(status: unknown): string {
	const said = plainText(status);
	if (DO_NOT_CONTACT.test(said)) return DNC;
	return said === 'existing' ? 'alreadyThere' : said;
}

/** A row that repeats the person of another item; the person counts once. */
export const repeatedProspect = (row: ProspectRow, { imported: _ofTheFirst, ...first }: IDataObject): IDataObject => ({
	...first,
	...row,
	importStatus: 'duplicate',
});

/** A row counts as imported only if its chat was created (docs/vendors/kakiyo.md#prospects). */
function withReport(row: IDataObject, line: Record<string, unknown> | undefined, body: unknown): IDataObject {
	if (!line) return { ...row, importStatus: plainText(valueAt(body, 'status') ?? 'processing') };
	const { status, prospectId, chatId, chatCreated } = line;
	const message = vendorWords(line.message);
	return {
		...row,
		importStatus: importStatusIn(status),
		imported: chatCreated === true,
		...(importStatusIn(status) === DNC && { outcome: 'heldBack', reason: DNC }),
		...(prospectId !== undefined && { prospectId: plainText(prospectId) }),
		...(chatId !== undefined && chatId !== null && { chatId: plainText(chatId) }),
		...(message !== '' && { importMessage: message }),
	};
}

async function importOf(listId: string, waitMinutes: number, api: ApiClient): Promise<unknown> {
	const request = { method: 'GET' as const, path: `/prospects/imports/${encodeURIComponent(listId)}`, query: {} };
	return await askUntil(
		async () => await api.send({ request, ids: { listId } }),
		(body) => valueAt(body, 'status') === 'completed',
		waitMinutes * 60_000,
		api,
	);
}

/** A started import, from the reply to its request. */
export interface StartedImport {
	listId: string;
	campaignId: string | undefined;
}

const importRef = ({ listId, campaignId }: StartedImport): IDataObject => ({
	listId,
	...(campaignId !== undefined && { campaignId }),
});

/**
 * A row counts as soon as it is accepted; the result of its import is extra. With several imports, Kakiyo shows only at
 * the end which import has the row.
 */
function acceptedRow(row: ProspectRow, started: StartedImport[]): IDataObject {
	const [first, ...others] = started;
	const ref = first && others.length === 0 ? importRef(first) : { imports: started.map(importRef) };
	return { ...row, ...ref, importStatus: 'accepted' };
}

/** A followed import: its report, or a note why the report is missing. */
type FollowedImport = StartedImport &
	({ body: unknown; report: Report; note?: undefined } | { report?: undefined; note: string });

/** A failed status request does not undo the import, so the rows get a note and do not fail. */
async function follow(started: StartedImport, waitMinutes: number, api: ApiClient): Promise<FollowedImport> {
	try {
		const body = await importOf(started.listId, waitMinutes, api);
		return { ...started, body, report: reportByProfile(body) };
	} catch (error) {
		const note = `Accepted, but the state of the import could not be read: ${sendingFailure(error).message}`;
		return { ...started, note };
	}
}

/** The result of each row of an accepted batch; waits for its imports if the user wants that. */
export async function importResults(
	rows: ProspectRow[],
	started: StartedImport[],
	{ waitMinutes }: ImportWait,
	api: ApiClient,
): Promise<RowResult[]> {
	if (waitMinutes === 0) return rows.map((row) => ({ row: acceptedRow(row, started) }));
	const followed = await Promise.all(started.map(async (one) => await follow(one, waitMinutes, api)));
	return rows.map((row) => {
		const match =
			followed.length === 1 ? followed[0] : followed.find(({ report }) => lineOf(report, row) !== undefined);
		if (match?.report) {
			return { row: withReport({ ...row, ...importRef(match) }, lineOf(match.report, row), match.body) };
		}
		const note = followed.find((one) => one.note !== undefined)?.note;
		return { row: { ...acceptedRow(row, started), ...(note !== undefined && { note }) } };
	});
}
