import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import type { FieldLabels } from '../contract/vendor';
import { isRecord } from '../values/json';
import { contentOf } from '../values/label';
import { plainName } from '../values/plainName';
import { plainText } from '../values/text';
import { membersOf } from '../values/innerFields';

type Named = [name: string, label: string];

const WITHOUT_VALUE: ReadonlySet<string> = new Set(['notice', 'hidden']);

/** Fields that hold a value, including those in collections. */
const filled = (fields: INodeProperties[]): INodeProperties[] =>
	fields
		.filter(({ type }) => !WITHOUT_VALUE.has(type))
		.flatMap((field) => (field.type === 'collection' ? filled(membersOf(field)) : [field]));

/** The mapped fields, as the editor last loaded them. */
function mapped(fields: INodeProperties[], parameters: INodeParameters): Named[] {
	return fields.flatMap(({ type, name }) => {
		const mapper: unknown = type === 'resourceMapper' ? parameters[name] : undefined;
		const schema: unknown = isRecord(mapper) ? mapper.schema : undefined;
		return (Array.isArray(schema) ? schema : [])
			.filter(isRecord)
			.map(({ id, displayName }): Named => [plainText(id), plainText(displayName)]);
	});
}

/**
 * The editor's labels of an operation's fields, by the plain names that the vendor may use for their content: the
 * member of the request if the field is sent as one, otherwise the field's own name.
 */
export function fieldLabels(fields: INodeProperties[], parameters: INodeParameters): FieldLabels {
	const all = filled(fields);
	const sent = all.flatMap(({ routing, displayName }): Named[] => {
		const member = routing?.send?.property;
		return member === undefined ? [] : [[member, displayName]];
	});
	const own = all.map(({ name, displayName }): Named => [contentOf(name), displayName]);
	const last = sent.map(([member, label]): Named => [member.replace(/^.*\./, ''), label]);
	const labels = new Map<string, string>();
	for (const [name, label] of [...sent, ...mapped(fields, parameters), ...own, ...last]) {
		const key = plainName(name);
		if (key !== '' && label !== '' && !labels.has(key)) labels.set(key, label);
	}
	return labels;
}
