import type { FieldLabels, Refusal } from '../contract/vendor';
import { isRecord } from '../values/json';
import { plainName } from '../values/plainName';
import { plainText } from '../values/text';
import { vendorWords } from './vendorWords';

/** Longest name of a field, and longest reason. */
const LONGEST_NAME = 60;
const LONGEST_REASON = 120;

/** Where an API names the member of the request, and the reason why it is wrong. */
const PLACES = ['field', 'path', 'loc', 'param', 'parameter'];
const REASONS = ['message', 'msg'];

/** A list such as `["body", "prospects", 0, "url"]` is a path within the request; '' for anything else. */
function pathOf(place: unknown): string {
	const steps = Array.isArray(place) ? place.filter((step, index) => index > 0 || step !== 'body') : [place];
	const isPath = Array.isArray(place) || typeof place === 'string';
	return isPath ? vendorWords(steps.map(plainText).join('.'), LONGEST_NAME) : '';
}

/** Members of the request that an API lists, each with a reason: `[{ field, message }]`, also with other names. */
export function faultyFields(list: unknown): Refusal['fields'] {
	if (!Array.isArray(list)) return [];
	return list.filter(isRecord).flatMap((entry) => {
		const field = PLACES.map((name) => pathOf(entry[name])).find((path) => path !== '');
		const reason = REASONS.map((name) => entry[name]).find((value) => typeof value === 'string');
		return field === undefined ? [] : [{ field, message: vendorWords(reason, LONGEST_REASON) }];
	});
}

/** The editor shows `prospects.0.url` as `url` or `prospects url`. */
function labelOf(path: string, labels: FieldLabels): string | undefined {
	const steps = path.split(/[.[\]]+/).filter((step) => step !== '' && !/^\d+$/.test(step));
	const found = steps.map((_, start) => labels.get(plainName(steps.slice(start).join('.'))));
	return found.find((label) => label !== undefined);
}

const NAME = /[A-Za-z][\w$]*(?:[.[]\w+\]?)*/g;

/** Ordinary words do not look like this. */
const isOfRequest = (name: string): boolean => /[_.[]|[a-z][A-Z]/.test(name);

/** Between these characters, a word such as `to` or `name` is the name of a field. */
const BEFORE = /(?:^|["'`([:;,.] ?|\b(?:missing|invalid|required|fields?|parameters?|property|and|or) )$/i;
const AFTER =
	/^(?:$|["'`)\]:;,.]| (?:is|are|was|must|should|cannot|can't|has|required|missing|invalid|and|or|number|address|value|format)\b)/i;

/** How many characters before a word are read to decide whether it is a field. */
const LONGEST_BEFORE = 12;

/**
 * The editor's labels of the fields that an API rejects, by the members of the request that it names.
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
