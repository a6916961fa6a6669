import { inputFailure, invalidInput, ItemFailure, type Failure } from '../../shared/contract/failure';
import type { ItemParameters } from '../../shared/contract/operation';
import { Columns } from '../../shared/values/columns';
import { isRecord } from '../../shared/values/json';
import type { Place } from './entry';
import { readMapping } from '../../shared/fields/mapped';
import { readMapped, whatIsMapped } from '../input/mapping';
import { SOURCE } from '../values/sourceId';
import { sourceOf } from '../identity/sameRecord';
import { readKeepingPolicy } from '../input/updateMode';
import { respectOptOutsOfLeadOption } from '../update/respectOptOuts';
import { legalCase } from '../records/case';
import { checkNarrows } from '../records/caseFilter';
import { client } from '../records/client';
import type { RecordKind } from '../records/record';
import { isBlank, isNothing } from '../../shared/values/reading/nothing';
import { readSafeguard } from '../../shared/values/reading/option';
import { idFrom, idsFrom, valueFrom } from '../values/values';
import type { Change, UpdatePolicy } from '../input/change';
import { checkComplete, createBody } from '../update/updateRecord';
import { stringOf } from '../../shared/values/text';

/** A record of a lead: its data and its identity. */
export interface LeadRecord {
	kind: RecordKind;
	change: Change;
	/** External source and ID. */
	source: string;
	/** ID that the user entered. */
	id: number | undefined;
}

/** The list for the cases of a run. */
export interface LeadList {
	name: string;
	description: string;
	filter: Record<string, unknown>;
}

export interface LeadCall {
	campaignId: number;
	/** Whether to call even if an earlier execution has scheduled a call. */
	again: boolean;
}

/** The columns of a table that remembers a lead: in the input item, and in the output of Take In. */
export interface Row {
	client_id?: number;
	case_id?: number;
	/** IDs of the campaigns that have called about the case, separated by commas. */
	called_campaigns?: string;
}

export interface Lead {
	client: LeadRecord;
	case: LeadRecord;
	list: LeadList | undefined;
	call: LeadCall | undefined;
	/** Row of the table that remembers the lead; from the input item. */
	row: Row;
	/** Whether to create the record even if an execution that is no longer remembered may have created it. */
	createAgain: boolean;
	policy: UpdatePolicy;
	respectsOptOuts: boolean;
}

/** Names of the node parameters. */
export const CLIENT_FIELDS = 'clientFields';
export const CASE_FIELDS = 'caseFields';

/** The fields of one of a lead's records. */
interface LeadFields {
	kind: RecordKind;
	parameter: string;
	/** Prefix of its columns, for names that both records have. */
	prefix: string;
	/** The field with the ID of an existing record. */
	knownId: 'clientId' | 'caseId';
}

const CLIENT: LeadFields = { kind: client, parameter: CLIENT_FIELDS, prefix: 'client', knownId: 'clientId' };
const CASE: LeadFields = { kind: legalCase, parameter: CASE_FIELDS, prefix: 'case', knownId: 'caseId' };

/** The case's external source: the client's, if the user left it empty. If an expression yields nothing, it stays missing. */
function sourceOfClient(item: ItemParameters, client: Record<string, unknown>): Record<string, unknown> {
	const { isAutomatic, values } = readMapping(item, CASE_FIELDS);
	const isLeft = (name: string) => isBlank(values[name]) && !item.isExpression(`${CASE_FIELDS}.value.${name}`);
	return isAutomatic ? {} : Object.fromEntries(SOURCE.filter(isLeft).map((name) => [name, client[name]]));
}

/** @param other the record whose columns are in the same item @param preset values for fields that are not mapped */
function readRecord(
	item: ItemParameters,
	{ kind, parameter, prefix, knownId }: LeadFields,
	other: LeadFields,
	preset: Record<string, unknown> = {},
): LeadRecord {
	const values = { ...preset, ...readMapped(item, kind, { parameter, prefix }) };
	const change: Change = { values, cleared: [], untouched: [], apart: {} };
	const mapped = () => {
		// The other record uses columns, too: they must not count as unused.
		attempted(() => readMapped(item, other.kind, other));
		return whatIsMapped(item, parameter);
	};
	checkComplete(kind, createBody(change), { mapped });
	const source = sourceOf(values);
	if (source === undefined) {
		throw invalidInput(
			'"External Source" and "External Source ID" must be texts',
			'They identify the lead in later executions.',
		);
	}
	const id = item.parameter(`additionalFields.${knownId}`, '');
	return {
		kind,
		change,
		source,
		id: isNothing(id) ? undefined : idFrom(id, knownId === 'clientId' ? 'Client ID' : 'Case ID'),
	};
}

const isOn = (item: ItemParameters, name: string): boolean => item.parameter(name, false) === true;

function readList(item: ItemParameters): LeadList | undefined {
	if (!isOn(item, 'addToList')) return undefined;
	const name = stringOf(item.parameter('listName', '')).trim();
	if (name === '')
		throw invalidInput('"List Name" is empty', 'Enter the name of the list, or turn off Add to Case List.');
	const filter = valueFrom(item.parameter('listFilter', ''), 'object', {
		label: 'List Filter',
		timeZone: item.timeZone,
	});
	const named = isRecord(filter) ? filter : {};
	checkNarrows(named, 'List Filter');
	return { name, filter: named, description: stringOf(item.parameter('additionalFields.listDescription', '')).trim() };
}

function readWantedCall(item: ItemParameters): LeadCall | undefined {
	if (!isOn(item, 'scheduleCall')) return undefined;
	return {
		campaignId: idFrom(item.parameter('campaignId'), 'Campaign'),
		again: isOn(item, 'additionalFields.callAgain'),
	};
}

/** The row of a lead. A tool has no input item, so its model reads and remembers the values. */
function readRow(item: ItemParameters): Row {
	if (item.isTool || readPlace(item) === 'workflow') return {};
	const columns = new Columns(item.input);
	const field = (name: string): unknown => {
		const found = columns.exact({ name, label: name });
		if (found) item.columns.use(found.columns);
		return found?.value;
	};
	const id = (name: 'client_id' | 'case_id') => {
		const value = field(name);
		return value === undefined ? {} : { [name]: idFrom(value, name) };
	};
	const called = idsFrom(field('called_campaigns') ?? [], 'called_campaigns');
	return { ...id('client_id'), ...id('case_id'), ...(called.length > 0 && { called_campaigns: called.join(', ') }) };
}

/** Where the leads of the run are remembered. */
export const readPlace = (item: ItemParameters): Place =>
	item.parameter('remember', 'workflow') === 'table' ? 'table' : 'workflow';

/** @returns the result, or the failure */
export function attempted<T>(read: () => T): { value: T } | { failure: Failure } {
	try {
		return { value: read() };
	} catch (error) {
		return { failure: inputFailure(error) };
	}
}

/** If reading a lead fails, adds the remembered columns of its row to the failure, so that the table keeps them. */
export function tellingRow<T>(row: Row, read: () => T): T {
	const tried = attempted(read);
	if ('failure' in tried) throw new ItemFailure({ ...tried.failure, made: { ...row } });
	return tried.value;
}

/** Reads and checks all data of a lead before anything is sent. */
export function readLead(item: ItemParameters): Lead {
	const row = readRow(item);
	return tellingRow(row, () => {
		const client = readRecord(item, CLIENT, CASE);
		return {
			client,
			case: readRecord(item, CASE, CLIENT, sourceOfClient(item, client.change.values)),
			list: readList(item),
			call: readWantedCall(item),
			row,
			createAgain: isOn(item, 'additionalFields.createAgain'),
			policy: readKeepingPolicy(item),
			respectsOptOuts: readSafeguard(item, respectOptOutsOfLeadOption),
		};
	});
}
