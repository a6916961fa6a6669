import type { INodeProperties } from 'n8n-workflow';

import { contentOf } from '../../../../nodes/shared/values/label';

/** What tells what fits a field. */
export type Field = Pick<INodeProperties, 'name' | 'type'> &
	Partial<Pick<INodeProperties, 'default' | 'options' | 'typeOptions'>>;

type Value = string | number | boolean | string[];

/** Values by the place of the item. */
export type Values = (item: number) => Value;

const address: Values = (item) => `https://www.linkedin.com/in/person-${item}`;
const phone: Values = (item) => `+1202555${String(item).padStart(4, '0')}`;
const zone: Values = () => 'UTC';
const morning: Values = () => '09:00';
const evening: Values = () => '17:00';

/** Fields that take less than their type says, by type and name. */
const SPECIAL: Record<string, Values> = {
	'dateTime endTime': () => '2026-03-01T17:00:00Z',
	'json steps': () => '[{ "a": 1 }]',
	'json definition': () => '{ "name": "A", "steps": [{ "a": 1 }] }',
	// Operations of one node share their count.
	'multiOptions weekdays': () => ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
	'number contacts': () => 20,
	'multiOptions campaignIds': () => ['1', '2'],
	// A dry run sends nothing.
	'boolean dryRun': () => false,
	// A field with a value cannot be cleared as well.
	...Object.fromEntries(
		['Agent', 'CaseUpdate', 'CaseUpsert', 'ClientUpdate', 'ClientUpsert', 'Lead', 'Prompt'].map((record) => [
			`multiOptions clear${record}Fields`,
			() => [],
		]),
	),
	'resourceLocator phoneNumber': phone,
	'string areaCode': () => '512',
	'string closes': () => '23:59',
	'string country': () => 'US',
	'string otherEvents': (item) => `event.${item}`,
	'string email': (item) => `person-${item}@example.com`,
	'string endTime': evening,
	'string eventDate': () => '2026-03-01',
	'string idempotencyKey': (item) => `key-${item}`,
	'string mobile': phone,
	'string opens': () => '00:00',
	'string phone': phone,
	'string postal_code': () => '78701',
	'string proxy': () => '',
	'string searchUrl': () => 'https://www.linkedin.com/sales/search/people?query=founders',
	'string startTime': morning,
	'string timeZone': zone,
	'string timeZoneElse': zone,
	'string timezone': zone,
	'string to': phone,
	'string transferPhoneNumber': phone,
	'string url': address,
	'string redirectUrl': address,
	'string sourceUrl': address,
	'string webhookUrl': address,
	'string zip': () => '78701',
};

const isEmpty = (value: unknown): boolean =>
	value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The field's default, or else its first choice. */
function usual({ default: standard, options: [first] = [] }: Field, otherwise: Value): Value {
	if (!isEmpty(standard)) return standard as Value;
	return first && 'value' in first ? first.value : otherwise;
}

const object: Values = () => '{ "a": 1 }';

/** By n8n's name for a type, those of mapped fields included. IDs are digits, as one of the vendors takes no others. */
const BY_TYPE: Record<string, (field: Field, path: string) => Values> = {
	boolean: () => () => true,
	dateTime: () => () => '2026-03-01T09:00:00Z',
	json: () => object,
	multiOptions: (field) => () => [usual(field, 'any')].flat().map(String),
	number: (field) => () => usual(field, field.typeOptions?.minValue ?? 1),
	object: () => object,
	options: (field) => () => usual(field, 'any'),
	resourceLocator: () => (item) => String(item + 1),
	string: ({ name }, path) =>
		/(ids?|sources)$/i.test(contentOf(name)) ? (item) => String(item + 1) : (item) => `${path} ${item}`,
};

/**
 * What an operation takes in a field.
 * @param path of the field among the node's parameters
 */
export function fitValues(field: Field, path: string): Values {
	const found = SPECIAL[`${field.type} ${contentOf(field.name)}`] ?? BY_TYPE[field.type]?.(field, path);
	if (found) return found;
	throw new Error(`Nothing is known to fit "${path}" of type "${field.type}": add it to the values`);
}

/** The fields of an input item that Map Automatically reads. */
export const person = (item: number) => ({ name: `Person ${item}`, url: address(item) });
