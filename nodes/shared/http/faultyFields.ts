import type { FieldLabels, Refusal } from '../contract/vendor';
import { isRecord } from '../values/json';
import { plainName } from '../values/plainName';
import { plainText } from '../values/text';
import { vendorWords } from './vendorWords';

/** Of a field's name, and of what is wrong with it. */
const LONGEST_NAME = 60;
const LONGEST_REASON = 120;

/** Where an API says which member of the request is meant, and what is wrong with it. */
const PLACES = ['field', 'path', 'loc', 'param', 'parameter'];
const REASONS = ['message', 'msg'];

/** A list such as `["body", "prospects", 0, "url"]` is a path within the request; '' for what is no path. */
function pathOf(place: unknown): string {
	const steps = Array.isArray(place) ? place.filter((step, index) => index > 0 || step !== 'body') : [place];
	const isPath = Array.isArray(place) || typeof place === 'string';
	return isPath ? vendorWords(steps.map(plainText).join('.'), LONGEST_NAME) : '';
}

/** Members of the request that an API lists, each with what is wrong with it: `[{ field, message }]`, also in other words. */
export function faultyFields(list: unknown): Refusal['fields'] {
	if (!Array.isArray(list)) return [];
	return list.filter(isRecord).flatMap((entry) => {
		const field = PLACES.map((name) => pathOf(entry[name])).find((path) => path !== '');
		const reason = REASONS.map((name) => entry[name]).find((value) => typeof value === 'string');
		return field === undefined ? [] : [{ field, message: vendorWords(reason, LONGEST_REASON) }];
	});
}

/** `prospects.0.url` is what the editor calls `url`, or `prospects url`. */
function labelOf(path: string, labels: FieldLabels): string | undefined {
	const steps = path.split(/[.[\]]+/).filter((step) => step !== '' && !/^\d+$/.test(step));
	const found = steps.map((_, start) => labels.get(plainName(steps.slice(start).join('.'))));
	return found.find((label) => label !== undefined);
}

const NAME = /[A-Za-z][\w$]*(?:[.[]\w+\]?)*/g;

/** No word of a sentence looks like this. */
const isOfRequest = (name: string): boolean => /[_.[]|[a-z][A-Z]/.test(name);

/** Between these, a word such as `to` or `name` is that of a field. */
const BEFORE = /(?:^|["'`([:;,.] ?|\b(?:missing|invalid|required|fields?|parameters?|property|and|or) )$/i;
const AFTER =
	/^(?:$|["'`)\]:;,.]| (?:is|are|was|must|should|cannot|can't|has|required|missing|invalid|and|or|number|address|value|format)\b)/i;

/** Characters of a sentence before a word that tell what it is. */
const LONGEST_BEFORE = 12;

/**
 * What the editor calls the fields that an API finds fault with, by the members of the request that it names.
 * @param sentence such as `agent_id is required`
 */
export function labelsOfFaults(fields: Refusal['fields'], sentence: string, labels: FieldLabels): string[] {
	if (labels.size === 0) return [];
	const inSentence = [...sentence.matchAll(NAME)].flatMap(({ 0: name, index }) => {
		const before = sentence.slice(Math.max(0, index - LONGEST_BEFORE), index);
		const isName = isOfRequest(name) || (BEFORE.test(before) && AFTER.test(sentence.slice(index + name.length)));
		return isName ? [name] : [];
	});
	const named = fields.length > 0 ? fields.map(({ field }) => field) : inSentence;
	return [...new Set(named.flatMap((name) => labelOf(name, labels) ?? []))];
}
