import { ItemFailure } from '../../shared/contract/failure';
import type { ApiClient, ApiRequest } from '../../shared/contract/operation';
import { isRecord } from '../../shared/values/json';
import { wholeList } from '../pages';
import { unmapped, type KayseField, type RecordKind } from './record';

/** See docs/vendors/kayse.md#metadata. */
export const metadataRequest: ApiRequest = { request: { method: 'GET', path: '/metadata/objects', query: {} } };

function fieldFrom({ name, type, required, description }: Record<string, unknown>): KayseField[] {
	if (typeof name !== 'string' || name === '') return [];
	return [
		{
			name,
			type: typeof type === 'string' ? type : 'string',
			required: required === true,
			description: typeof description === 'string' ? description : '',
		},
	];
}

/** The fields of one kind of record in the metadata; undefined if they are missing. */
export function announcedFields(body: unknown, { object }: RecordKind): KayseField[] | undefined {
	const objects = wholeList.rows(body) ?? [];
	const fields = objects.filter(isRecord).find(({ name }) => name === object)?.fields;
	return Array.isArray(fields) ? fields.filter(isRecord).flatMap(fieldFrom) : undefined;
}

/** The fields that Kayse takes for a kind of record: the documented ones and the announced ones. */
export function allFields(kind: RecordKind, announced: KayseField[] = []): KayseField[] {
	const byName = new Map(announced.map((field) => [field.name, field]));
	const documented = kind.fields.map((field): KayseField => {
		const now = byName.get(field.name);
		return now
			? { ...field, required: field.required || now.required, description: now.description || field.description }
			: field;
	});
	const known = new Set([...kind.fields.map(({ name }) => name), ...unmapped(kind)]);
	return [...documented, ...announced.filter(({ name }) => !known.has(name))];
}

/** Answers, one for each run of a node, to save requests: the limit is 500 per hour. */
const bodies = new WeakMap<object, Promise<unknown>>();

async function metadataBody(api: ApiClient): Promise<unknown> {
	const { run } = api;
	const reading = bodies.get(run) ?? api.send(metadataRequest).then(({ body }) => body);
	bodies.set(run, reading);
	// After a failure, the next try of the run asks again.
	reading.catch(() => bodies.delete(run));
	return await reading;
}

/** Names of the fields that Kayse takes for a kind of record; undefined if the metadata do not have them. */
export async function announcedNames(api: ApiClient, kind: RecordKind): Promise<Set<string> | undefined> {
	const fields = await metadataBody(api).then(
		(body) => announcedFields(body, kind),
		(error: unknown) => {
			if (error instanceof ItemFailure && error.failure.kind !== 'skipped') return undefined;
			throw error;
		},
	);
	return fields && new Set(fields.map(({ name }) => name));
}
