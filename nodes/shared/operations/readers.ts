import { jsonParse } from 'n8n-workflow';
import { z } from 'zod';

import { emptyField, invalidInput } from '../contract/failure';
import type { ItemParameters } from '../contract/operation';
import { labelOf } from '../values/label';

/** What a list field holds, whether chosen from a list or entered as text with commas. Nothing comes twice. */
export function textList(value: unknown): string[] {
	const entries: unknown[] = Array.isArray(value) ? value : String(value ?? '').split(',');
	return [...new Set(entries.map((entry) => String(entry ?? '').trim()).filter((entry) => entry !== ''))];
}

function parsed(value: unknown, label: string): unknown {
	if (typeof value !== 'string') return value;
	try {
		return jsonParse(value);
	} catch {
		throw invalidInput(
			`"${label}" is not valid JSON`,
			'Check commas, quotation marks and brackets; names and texts need double quotation marks.',
		);
	}
}

/**
 * Reads a JSON field, typed or from an expression.
 * @throws ItemFailure naming the field when it does not parse or has another shape
 */
export function readJson<T>(
	value: unknown,
	label: string,
	schema: z.ZodType<T, z.ZodTypeDef, unknown>,
): T {
	const checked = schema.safeParse(parsed(value, label));
	if (checked.success) return checked.data;
	const findings = checked.error.issues.map(({ path, message }) =>
		path.length > 0 ? `${path.join('.')}: ${message}` : message,
	);
	throw invalidInput(`"${label}" does not fit: ${findings.join('; ')}`, `Correct the JSON in "${label}".`);
}

/**
 * What a JSON field must hold that takes an object and nothing else.
 * @param example for the message about one that does not fit
 */
export const jsonObject = (example = '{ "name": "value" }') =>
	z.record(z.unknown(), { invalid_type_error: `must be an object such as ${example}` });

/**
 * An id from a field.
 * @throws ItemFailure when it is missing, or would be read as "this folder" or "the folder above" in a path
 */
export function checkedId(value: unknown, label: string): string {
	const id = typeof value === 'number' ? String(value) : value;
	if (typeof id !== 'string' || id.trim() === '') {
		throw emptyField(label);
	}
	const trimmed = id.trim();
	if (/^\.{1,2}$/.test(trimmed)) {
		throw invalidInput(`"${label}" is "${trimmed}", which is no ID`, 'Enter the ID as the vendor shows it.');
	}
	return trimmed;
}

/** The id in the node parameter of that name. */
export const readId = (item: ItemParameters, parameter: string): string =>
	checkedId(item.parameter(parameter), labelOf(parameter));

