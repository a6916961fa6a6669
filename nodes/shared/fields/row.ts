import type { INodeProperties } from 'n8n-workflow';
import type { z } from 'zod';

import { invalidInput } from '../contract/failure';
import type { ItemParameters } from '../contract/operation';
import { isRecord } from '../values/json';
import { SEND_UNFILLED, SEND_UNFILLED_LABEL } from '../values/reading/message';
import { isNothing } from '../values/reading/nothing';
import { readOption } from '../values/reading/option';
import type { Reader } from '../values/reading/reading';
import { readYesNo } from '../values/reading/yesNo';
import { inputFields } from '../operations/inputFields';

/** The field that chooses where a batch operation takes its rows from. */
export const DATA_MODE = 'dataMode';
export const AUTO_MAP = 'autoMapInputData';
export const DEFINE_BELOW = 'defineBelow';

/** A member of a row: the vendor's name for it, which is also the node parameter's, and its label in the editor. */
export interface RowMember {
	name: string;
	label: string;
	/** Has a field of its own in Define Below; the others are in the collection Additional Fields. */
	required: boolean;
	/** Of its kind; what the operation reads by itself has none. */
	read?: Reader<unknown>;
}

/**
 * The choice between the input items' own fields and the node's.
 * @param read the input fields that Map Automatically reads, as in "name and url"
 */
export const dataModeField = (read: string): INodeProperties => ({
	displayName: 'Data Mode',
	name: DATA_MODE,
	type: 'options',
	noDataExpression: true,
	default: AUTO_MAP,
	options: [
		{
			name: 'Map Automatically',
			value: AUTO_MAP,
			description: `Take the ${read} from each input item`,
		},
		{
			name: 'Define Below',
			value: DEFINE_BELOW,
			description: 'Set the fields here, the same way for every input item',
		},
	],
});

/** Shows a field in Define Below only. */
export const definedBelow = { show: { [DATA_MODE]: [DEFINE_BELOW] } };

function fromInput(item: ItemParameters, members: RowMember[]): Record<string, unknown> {
	const field = inputFields(item, 'Set "Data Mode" to "Define Below" and let the AI fill the fields.');
	return Object.fromEntries(members.map(({ name }) => [name, field(name)]));
}

function fromFields(item: ItemParameters, members: RowMember[]): Record<string, unknown> {
	const additional = item.parameter('additionalFields', {});
	return Object.fromEntries(
		members.map(({ name, required }) => [
			name,
			required ? item.parameter(name) : isRecord(additional) ? additional[name] : undefined,
		]),
	);
}

/** The cells of a row, each in the one form that its kind has. */
function readCells(cells: Record<string, unknown>, item: ItemParameters, members: RowMember[]): Record<string, unknown> {
	const sendsUnfilled = readOption(item, `options.${SEND_UNFILLED}`, SEND_UNFILLED_LABEL, readYesNo) === true;
	const read = Object.entries(cells).map(([name, value]) => {
		const member = members.find((known) => known.name === name);
		return [name, member?.read ? member.read(value, { label: name, timeZone: item.timeZone, sendsUnfilled }) : value];
	});
	return Object.fromEntries(read);
}

const withoutEmpty = (row: Record<string, unknown>) =>
	Object.fromEntries(Object.entries(row).filter(([, value]) => !isNothing(value)));

/**
 * Reads this item's row, from the input item's fields or from the node's, and checks it.
 * @throws ItemFailure naming every field that does not fit
 */
export function readRow<Row>(
	item: ItemParameters,
	members: RowMember[],
	schema: z.ZodType<Row, z.ZodTypeDef, unknown>,
): Row {
	const mapped = item.parameter(DATA_MODE, AUTO_MAP) === AUTO_MAP;
	const row = readCells(withoutEmpty(mapped ? fromInput(item, members) : fromFields(item, members)), item, members);
	const checked = schema.safeParse(row);
	if (checked.success) return checked.data;

	const labelOf = (name: PropertyKey | undefined): string => {
		const member = members.find((known) => known.name === name);
		if (!member) return String(name);
		return mapped ? `input field "${member.name}"` : `"${member.label}"`;
	};
	const findings = checked.error.issues.map(({ path, message }) => `${labelOf(path[0])} ${message}`);
	const remedy = mapped
		? `Map Automatically reads the input fields ${members.map(({ name }) => name).join(', ')}. Correct the row, rename its fields with an Edit Fields node before this one, or choose Define Below.`
		: 'Correct the field.';
	throw invalidInput(sentence(findings.join('; ')), remedy);
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
