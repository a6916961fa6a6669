import type { IncomingResponse } from '../../shared/contract/exchange';
import type { Failure } from '../../shared/contract/failure';
import type { ItemParameters } from '../../shared/contract/operation';
import { DoneRow, missingRow } from '../../shared/batching/rowResult';
import type { RowResult } from '../../shared/contract/outcome';
import { valueAt, isRecord } from '../../shared/values/json';
import { isFilled } from '../../shared/values/filled';
import { numberFrom } from '../../shared/values/text';
import { asItem } from '../../shared/values/rows';
import { readChange } from '../input/readChange';
import { FIELDS } from '../../shared/fields/mapped';
import { SharedIds } from '../identity/sharedIds';
import { readPolicy } from '../input/updateMode';
import { checkKeepable } from '../update/merge';
import { recordLocks } from '../update/recordLocks';
import { ID, isAutomatic, whatIsMapped } from '../input/mapping';
import type { RecordKind } from '../records/record';
import { isNothing } from '../../shared/values/reading/nothing';
import { readWholeNumber } from '../../shared/values/reading/number';
import { readOption } from '../../shared/values/reading/option';
import { idFrom } from '../values/values';
import { routing } from '../vendor';
import type { Change, UpdatePolicy } from '../input/change';
import {
	bodyReplacing,
	checkComplete,
	createBody,
	isKept,
	lockOf,
	pathOf,
	updateOf,
	type Update,
} from '../update/updateRecord';
import { DEFAULT_ROWS_PER_REQUEST, ROWS_PER_REQUEST, rowsPerRequestOption } from './bulkOptions';
import { nameIn, sourceOf } from '../identity/sameRecord';

/** A record to update if it has an ID, otherwise to create. */
interface UpsertRow {
	id: number | undefined;
	change: Change;
	policy: UpdatePolicy;
	/** The request body, built right before it is sent. */
	sent: Update;
}

interface UpsertTarget extends Record<string, unknown> {
	rowsPerRequest: number;
}

function readTarget(item: ItemParameters): UpsertTarget {
	const rowsPerRequest = readOption(
		item,
		`options.${ROWS_PER_REQUEST}`,
		rowsPerRequestOption.displayName,
		readWholeNumber,
		{ min: 1 },
	);
	return { rowsPerRequest: rowsPerRequest ?? DEFAULT_ROWS_PER_REQUEST };
}

function readRow(item: ItemParameters, kind: RecordKind): UpsertRow {
	const { values: mapped, ...chosen } = readChange(item, kind, 'upsert', [ID]);
	const { [ID]: rawId, ...values } = mapped;
	const id = isNothing(rawId) ? undefined : idFrom(rawId, 'ID');
	// The "id" column of an input item may come from another system.
	const change: Change = { ...chosen, values, isIdDoubtful: id !== undefined && isAutomatic(item, FIELDS) };
	const policy = readPolicy(item, kind, 'upsert');
	const way = { mapped: () => whatIsMapped(item, FIELDS) };
	if (id === undefined)
		checkComplete(kind, createBody(change), { otherwise: 'With an ID, the node updates that record.', ...way });
	else if (!isKept(kind, policy)) bodyReplacing(kind, change, way);
	kind.check?.(values, id !== undefined);
	if (id !== undefined) checkKeepable(kind, change);
	return { id, change, policy, sent: { body: {} } };
}

/** Rows of a bulk answer. No document shows one for case lists (docs/vendors/kayse.md#c14). */
function answeredRows(body: unknown, kind: RecordKind): Array<Record<string, unknown>> {
	const lists = [valueAt(body, kind.rowsMember), valueAt(body, 'data'), body];
	return (lists.find((list): list is unknown[] => Array.isArray(list)) ?? []).filter(isRecord);
}

/** Whether an answer may belong to a row. Missing values do not speak against it. */
function fits(answer: Record<string, unknown>, { id, sent }: UpsertRow): boolean {
	if (id !== undefined) return answer.id === undefined || numberFrom(answer.id) === id;
	return sourceOf(answer) === undefined || sourceOf(answer) === sourceOf(sent.body);
}

/** Whether an answer certainly belongs to a row. */
const isAbout = (answer: Record<string, unknown>, { id, sent }: UpsertRow): boolean =>
	id === undefined
		? sourceOf(sent.body) !== undefined && sourceOf(answer) === sourceOf(sent.body)
		: numberFrom(answer.id) === id;

const noticeOf = ({ sent: { notice } }: UpsertRow) => (notice === undefined ? {} : { notice });

/**
 * Kayse does not document the order of the answers (docs/vendors/kayse.md#not-documented), so IDs and sources in the
 * answers go before their positions. A new record without an ID counts as missing.
 */
function results({ body }: IncomingResponse, rows: UpsertRow[], kind: RecordKind): RowResult[] {
	const answers = answeredRows(body, kind);
	const areInOrder = answers.length === rows.length && rows.every((row, index) => fits(answers[index] ?? {}, row));
	return rows.map((row, index) => {
		const answer = areInOrder ? answers[index] : answers.find((candidate) => isAbout(candidate, row));
		const id = numberFrom(answer?.id ?? row.id);
		if (!answer || !Number.isSafeInteger(id)) return missingRow;
		const { name } = row.change.values;
		const said = isFilled(name) && !isFilled(answer.name) ? { ...answer, name } : answer;
		return { row: { ...said, id, action: row.id === undefined ? 'created' : 'updated', ...noticeOf(row) } };
	});
}

/** Index of the row that a refusal names, such as `clients[3].email: …`. */
function refusedRow({ description }: Failure): number | undefined {
	const index = /\b(?:clients|cases|lists)\[(\d+)\]/.exec(description)?.[1];
	return index === undefined ? undefined : Number(index);
}

/**
 * Creates the records without an ID and updates the others, many in one request. Rows of the same record are sent one
 * after another: the first creates it, the others update it.
 */
export const upsert = (kind: RecordKind) =>
	routing.batch<UpsertRow, UpsertTarget>({
		endpoints: [`POST ${kind.path}/bulk`],
		max: ({ rowsPerRequest }) => rowsPerRequest,
		lookUp: kind.lookUp,
		// The notice says that the record perhaps belongs to another person.
		ownWords: ['notice'],
		target: readTarget,
		destination: () => null,
		row: (item) => readRow(item, kind),
		reaches: ({ id, change: { values } }) => (id === undefined ? (sourceOf(values) ?? values.name) : undefined),
		subject: ({ id, change: { values } }) => id ?? nameIn(kind, values),
		among(statements) {
			const ids = new SharedIds(statements, kind);
			return ({ id, change: { values }, policy }, index) =>
				ids.check({ id, values, isSame: policy.sameIdIsSamePerson }, index);
		},
		keyOf: (row) => JSON.stringify(row),
		recordOf: ({ id, change }) => (id === undefined ? sourceOf(change.values) : `${id}`),
		makes: ({ id }) => id === undefined,
		rowsMember: kind.rowsMember,
		refusedRow,
		exclusively: async (rows, work, api) =>
			await recordLocks.runExclusive(
				await Promise.all(
					rows.map(
						async ({ id, change }) =>
							await lockOf(api, id === undefined ? `${kind.path} ${sourceOf(change.values)}` : pathOf(kind, id)),
					),
				),
				work,
				api,
			),
		async complete(row, earlier, _target, api) {
			const id = row.id ?? (isNothing(earlier?.id) ? undefined : idFrom(earlier?.id, 'ID'));
			if (id === undefined) return { ...row, sent: { body: createBody(row.change) } };
			const { body, shown, isUnchanged, notice } = await updateOf(kind, id, row.change, row.policy, api);
			if (isUnchanged) return new DoneRow({ ...asItem(shown), id, action: 'unchanged' });
			return { ...row, id, sent: { notice, body: { id, ...body } } };
		},
		request: (_, rows) => ({
			request: {
				method: 'POST',
				path: `${kind.path}/bulk`,
				query: {},
				body: { [kind.rowsMember]: rows.map(({ sent }) => sent.body) },
			},
			// Two equal updates have the effect of one; two equal creations make two records.
			repeatable: rows.every(({ id }) => id !== undefined),
		}),
		results: (response, rows) => results(response, rows, kind),
	});
