import { invalidInput } from '../shared/contract/failure';
import { withBody } from '../shared/operations/prepare';
import type { Prepare } from '../shared/operations/single';
import { isFilled } from '../shared/values/filled';

function textOf(entry: unknown, label: string): string {
	if (typeof entry !== 'object' || entry === null) return String(entry).trim();
	throw invalidInput(`"${label}" holds an object or a list where a text should be`, `Enter texts in "${label}", such as the key of each one.`);
}

/** What a list field holds, entered one by one or with commas; undefined when nothing was found to enter. */
function textsIn(value: unknown, label: string): string[] | undefined {
	if (Array.isArray(value) && value.length === 0) return [];
	const entries: unknown[] = Array.isArray(value) ? value : [value];
	const texts = entries.filter(isFilled).map((entry) => textOf(entry, label));
	const parts = Array.isArray(value) ? texts : texts.flatMap((text) => text.split(','));
	const filled = parts.map((part) => part.trim()).filter(isFilled);
	return filled.length === 0 ? undefined : [...new Set(filled)];
}

/** A list of texts in the body; what is empty is left out. */
export const textsInBody =
	(member: string, field: string, label: string): Prepare =>
	(apiRequest, item) => {
		const texts = textsIn(item.parameter(field, ''), label) ?? [];
		return texts.length === 0 ? apiRequest : withBody(apiRequest, { [member]: texts });
	};

/** A list of texts that replaces another: a list without entries clears it, an expression that finds nothing does not. */
export const replacingTexts =
	(member: string, field: string, label: string): Prepare =>
	(apiRequest, item) => {
		const texts = textsIn(item.parameter(field, ''), label);
		return texts ? withBody(apiRequest, { [member]: texts }) : apiRequest;
	};
