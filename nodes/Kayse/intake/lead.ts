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

/** A record of a lead: what it shall be, and what stands for it. */
export interface LeadRecord {
	kind: RecordKind;
	change: Change;
	/** External source and ID. */
	source: string;
	/** Given by the user. */
	id: number | undefined;
}

/** The list that the cases of a run go to. */
export interface LeadList {
	name: string;
	description: string;
	filter: Record<string, unknown>;
}

export interface LeadCall {
	campaignId: number;
	/** Even if an earlier execution has scheduled one. */
	again: boolean;
}

/** What a table knows of a lead: columns of the input item, and of what Take In puts out. */
export interface Row {
	client_id?: number;
	case_id?: number;
	/** IDs of the campaigns that have called about the case, with commas between them. */
	called_campaigns?: string;
}

export interface Lead {
	client: LeadRecord;
	case: LeadRecord;
	list: LeadList | undefined;
	call: LeadCall | undefined;
	/** Of an input item, where a table remembers. */
	row: Row;
	/** Even if an execution that is not remembered may have created it. */
	createAgain: boolean;
	policy: UpdatePolicy;
	respectsOptOuts: boolean;
}

/** Names of the node parameters. */
export const CLIENT_FIELDS = 'clientFields';
export const CASE_FIELDS = 'caseFields';

/** A record of a lead among the fields of the node. */
interface LeadFields {
	kind: RecordKind;
	parameter: string;
	/** Of its columns, where both records have one of that name. */
	prefix: string;
	/** The field with the ID of one that exists. */
	knownId: 'clientId' | 'caseId';
}

const CLIENT: LeadFields = { kind: client, parameter: CLIENT_FIELDS, prefix: 'client', knownId: 'clientId' };
const CASE: LeadFields = { kind: legalCase, parameter: CASE_FIELDS, prefix: 'case', knownId: 'caseId' };

/** Where the case comes from where nobody has said it: from where the client does. What an expression does not find stays missing. */
function sourceOfClient(item: ItemParameters, client: Record<string, unknown>): Record<string, unknown> {
	const { isAutomatic, values } = readMapping(item, CASE_FIELDS);
	const isLeft = (name: string) => isBlank(values[name]) && !item.isExpression(`${CASE_FIELDS}.value.${name}`);
	return isAutomatic ? {} : Object.fromEntries(SOURCE.filter(isLeft).map((name) => [name, client[name]]));
}

/** @param other the record whose columns are in the same item @param preset values for what is not mapped at all */
function readRecord(
	item: ItemParameters,
	{ kind, parameter, prefix, knownId }: LeadFields,
	other: LeadFields,
	preset: Record<string, unknown> = {},
): LeadRecord {
	const values = { ...preset, ...readMapped(item, kind, { parameter, prefix }) };
	const change: Change = { values, cleared: [], apart: {} };
	const mapped = () => {
		// Its columns are used as well.
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

/** Of a tool, which has no input item, the model reads and remembers. */
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

/** @returns what was read, or why it is unfit */
export function attempted<T>(read: () => T): { value: T } | { failure: Failure } {
	try {
		return { value: read() };
	} catch (error) {
		return { failure: inputFailure(error) };
	}
}

/** What a row knows of its lead comes with what is wrong with it, so that the table keeps it. */
export function tellingRow<T>(row: Row, read: () => T): T {
	const tried = attempted(read);
	if ('failure' in tried) throw new ItemFailure({ ...tried.failure, made: { ...row } });
	return tried.value;
}

/** Reads and checks everything of a lead before any of it is sent. */
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
