import { z } from 'zod';
import type { Kayse } from '../kayse';
import type { Values } from '../table';
import type { ObjectName } from './fields';
import { memberOf, recordId, rowsOf } from './types';

/** How a body changes an existing record: omitted members become `null`, or stay. */
export type UpdateMode = 'replace' | 'merge';

/** The parts of every checked body of a record. */
export interface RecordBody {
	/** The members that were sent, by name. */
	sent: string[];
	values: Values;
}

const updating = z.object({ id: z.number() });

/** A strict body: the object's present fields, and members with a special effect. */
export function recordBody<Shape extends z.ZodRawShape>(
	kayse: Kayse,
	name: ObjectName,
	effects: Shape,
	mode: UpdateMode = 'replace',
) {
	const members = Object.fromEntries(kayse.ownFields(name).map((field) => [field.name, memberOf(field)]));
	const shape: z.ZodRawShape = mode === 'merge' ? z.object(members).partial().shape : members;
	const own = z.object(shape);
	const beside = z.object(effects);
	return own
		.extend(effects)
		.strict()
		.transform((body) => {
			const values: Values = own.parse(body);
			return { ...beside.parse(body), sent: Object.keys(body), values };
		});
}

/** The rows of a bulk body, which are read one by one. */
export function bulkRows({ settings }: Kayse) {
	return rowsOf(z.unknown(), settings.maxBulk);
}

/** Reads a row of a bulk body: with an `id` it updates, without one it creates. */
export function recordRow<Shape extends z.ZodRawShape>(kayse: Kayse, name: ObjectName, effects: Shape) {
	const shape = { ...effects, id: recordId.optional() };
	return (row: unknown) => {
		const mode = updating.safeParse(row).success ? kayse.settings.bulkUpdate : 'replace';
		return recordBody(kayse, name, shape, mode).safeParse(row);
	};
}
