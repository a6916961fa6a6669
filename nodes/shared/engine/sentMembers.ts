import type { INodeProperties } from 'n8n-workflow';

import { isRecord } from '../values/json';
import { membersOf } from '../values/innerFields';

/** A parameter whose description says by `routing.send` which member of the query or the body it is. */
interface SentField {
	path: string;
	part: 'query' | 'body';
	member: string;
}

function sentField({ name, routing }: INodeProperties, parent = ''): SentField[] {
	const { send } = routing ?? {};
	if (send?.property === undefined) return [];
	const part = send.type === 'body' ? 'body' : 'query';
	return [{ path: `${parent}${name}`, part, member: send.property }];
}

/** What the fields of an operation send, those in collections included. */
function sentFields(fields: INodeProperties[]): SentField[] {
	return fields.flatMap((field) => {
		const inside = field.type === 'collection' ? membersOf(field) : [];
		return [...sentField(field), ...inside.flatMap((child) => sentField(child, `${field.name}.`))];
	});
}

/** Of each operation once: its fields never change. */
const sentByOperation = new WeakMap<INodeProperties[], SentField[]>();

function sentBy(fields: INodeProperties[]): SentField[] {
	const sent = sentByOperation.get(fields) ?? sentFields(fields);
	sentByOperation.set(fields, sent);
	return sent;
}

/** @param path such as `limits.messages` for a member of an object */
function setMember(target: Record<string, unknown>, path: string, value: unknown): void {
	const [name = '', ...rest] = path.split('.');
	if (rest.length === 0) {
		target[name] = value;
		return;
	}
	const inner = target[name];
	const object: Record<string, unknown> = isRecord(inner) ? inner : {};
	setMember(object, rest.join('.'), value);
	target[name] = object;
}

const ABSENT = Symbol('absent');

/**
 * The members that an item's parameters are to be in the query and the body. A parameter that says nothing is none.
 * @throws ItemFailure when one does not fit, or is required and says nothing
 */
export function sentMembers(
	fields: INodeProperties[],
	parameter: (path: string, fallback: unknown) => unknown,
): Record<'query' | 'body', Record<string, unknown>> {
	const members = { query: {}, body: {} };
	for (const { path, part, member } of sentBy(fields)) {
		const value = parameter(path, ABSENT);
		if (value !== ABSENT) setMember(members[part], member, value);
	}
	return members;
}
