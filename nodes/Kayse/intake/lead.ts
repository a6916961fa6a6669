import { unfit } from '../../shared/executor/failure';
import type { Call } from '../../shared/executor/operation';
import { isRecord } from '../../shared/json';
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

function readRecord(call: Call, kind: RecordKind, parameter: string, prefix: string, knownId: string): LeadRecord {
	const values = readMapped(call, kind, { parameter, prefix });
	const change: Change = { values, cleared: [], apart: {} };
	checkComplete(kind, createBody(change));
	const source = sourceOf(values);
	if (source === undefined) {
		throw unfit('"External Source" and "External Source ID" must be texts', 'They stand for the lead in later executions.');
	}
	const id = call.field(`additionalFields.${knownId}`, '');
	return { kind, change, source, id: isEmpty(id) ? undefined : idFrom(id, knownId === 'clientId' ? 'Client ID' : 'Case ID') };
}

/** A switch, which an expression may set from a spreadsheet's "yes". */
function isOn(call: Call, name: string, label: string): boolean {
	const value = call.field(name, false);
	return !isEmpty(value) && valueFrom(value, 'bool', { label, timeZone: call.timeZone }) === true;
}

function readList(call: Call): LeadList | undefined {
	if (!isOn(call, 'addToList', 'Add to Case List')) return undefined;
	const name = String(call.field('listName', '')).trim();
	if (name === '') throw unfit('"List Name" is empty', 'Enter the name of the list, or turn off Add to Case List.');
	const filter = valueFrom(call.field('listFilter', ''), 'object', { label: 'List Filter', timeZone: call.timeZone });
	if (!isRecord(filter) || Object.keys(filter).length === 0) {
		throw unfit(
			'"List Filter" is empty, which may stand for all cases of the firm',
			'Enter a filter such as { "case_type_ids": [25], "status_ids": [30] }.',
		);
	}
	return { name, filter, description: String(call.field('additionalFields.listDescription', '')).trim() };
}

function readWantedCall(call: Call): LeadCall | undefined {
	if (!isOn(call, 'scheduleCall', 'Schedule AI Call')) return undefined;
	return {
		campaignId: idFrom(call.field('campaignId'), 'Campaign'),
		again: isOn(call, 'additionalFields.callAgain', 'Call Again'),
	};
}

/** Reads and checks everything of a lead before any of it is sent. */
export const readLead = (call: Call): Lead => ({
	client: readRecord(call, client, CLIENT_FIELDS, 'client', 'clientId'),
	case: readRecord(call, legalCase, CASE_FIELDS, 'case', 'caseId'),
	list: readList(call),
	call: readWantedCall(call),
	policy: readPolicy(call),
});
