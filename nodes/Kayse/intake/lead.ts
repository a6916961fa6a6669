import { invalidInput } from '../../shared/contract/failure';
import type { ItemParameters } from '../../shared/contract/operation';
import { isRecord } from '../../shared/values/json';
import { readMapped } from '../mapping';
import { sourceOf } from '../operations/sameRecord';
import { readPolicy } from '../fields/policy';
import { legalCase } from '../records/case';
import { client } from '../records/client';
import type { RecordKind } from '../records/record';
import { idFrom, isEmpty, valueFrom } from '../values';
import { checkComplete, createBody, type Change, type UpdatePolicy } from '../write';

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

export interface Lead {
	client: LeadRecord;
	case: LeadRecord;
	list: LeadList | undefined;
	call: LeadCall | undefined;
	policy: UpdatePolicy;
}

/** Names of the node parameters. */
export const CLIENT_FIELDS = 'clientFields';
export const CASE_FIELDS = 'caseFields';

function readRecord(item: ItemParameters, kind: RecordKind, parameter: string, prefix: string, knownId: string): LeadRecord {
	const values = readMapped(item, kind, { parameter, prefix });
	const change: Change = { values, cleared: [], apart: {} };
	checkComplete(kind, createBody(change));
	const source = sourceOf(values);
	if (source === undefined) {
		throw invalidInput('"External Source" and "External Source ID" must be texts', 'They stand for the lead in later executions.');
	}
	const id = item.parameter(`additionalFields.${knownId}`, '');
	return { kind, change, source, id: isEmpty(id) ? undefined : idFrom(id, knownId === 'clientId' ? 'Client ID' : 'Case ID') };
}

/** A switch, which an expression may set from a spreadsheet's "yes". */
function isOn(item: ItemParameters, name: string, label: string): boolean {
	const value = item.parameter(name, false);
	return !isEmpty(value) && valueFrom(value, 'bool', { label, timeZone: item.timeZone }) === true;
}

function readList(item: ItemParameters): LeadList | undefined {
	if (!isOn(item, 'addToList', 'Add to Case List')) return undefined;
	const name = String(item.parameter('listName', '')).trim();
	if (name === '') throw invalidInput('"List Name" is empty', 'Enter the name of the list, or turn off Add to Case List.');
	const filter = valueFrom(item.parameter('listFilter', ''), 'object', { label: 'List Filter', timeZone: item.timeZone });
	if (!isRecord(filter) || Object.keys(filter).length === 0) {
		throw invalidInput(
			'"List Filter" is empty, which may stand for all cases of the firm',
			'Enter a filter such as { "case_type_ids": [25], "status_ids": [30] }.',
		);
	}
	return { name, filter, description: String(item.parameter('additionalFields.listDescription', '')).trim() };
}

function readWantedCall(item: ItemParameters): LeadCall | undefined {
	if (!isOn(item, 'scheduleCall', 'Schedule AI Call')) return undefined;
	return {
		campaignId: idFrom(item.parameter('campaignId'), 'Campaign'),
		again: isOn(item, 'additionalFields.callAgain', 'Call Again'),
	};
}

/** Reads and checks everything of a lead before any of it is sent. */
export const readLead = (item: ItemParameters): Lead => ({
	client: readRecord(item, client, CLIENT_FIELDS, 'client', 'clientId'),
	case: readRecord(item, legalCase, CASE_FIELDS, 'case', 'caseId'),
	list: readList(item),
	call: readWantedCall(item),
	policy: readPolicy(item),
});
