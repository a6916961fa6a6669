import { canonicalJson } from '../../shared/values/json';
import { countryOf } from '../../shared/values/phone/numbering';
import { answerIn } from '../../shared/values/reading/yesNo';
import { joined } from './merge';
import { unmapped, type RecordKind } from '../records/record';
import { valueFrom } from '../values/values';
import type { Change } from '../input/change';

type Members = Record<string, unknown>;

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The common form of all spellings of a value. @param defaultCountry country of phone numbers without country code */
function formOf(type: string, value: unknown, defaultCountry?: string): string {
	if (isEmpty(value)) return '';
	const read = () => {
		try {
			return valueFrom(value, type, { label: '', timeZone: 'UTC', defaultCountry });
		} catch {
			return value;
		}
	};
	const form = canonicalJson(read());
	return type === 'email' ? form.toLowerCase() : form;
}

/** Kayse may show `(202) 555-0123` for a number in E.164: it then belongs to the same country. */
const countryFor = (type: string, wanted: unknown): string | undefined =>
	type === 'telephone' && typeof wanted === 'string' ? countryOf(wanted) : undefined;

function isSame({ fields }: RecordKind, name: string, shown: unknown, wanted: unknown): boolean {
	const type = fields.find((field) => field.name === name)?.type ?? '';
	return formOf(type, shown, countryFor(type, wanted)) === formOf(type, wanted);
}

/** The common form of the same links in any order. */
const linksIn = (value: unknown): string =>
	JSON.stringify(Array.isArray(value) ? value.map(Number).sort((a, b) => a - b) : value);

/** Whether links or an opt-out already have the wanted value. A case does not show an opt-out that it passes on to its clients. */
function isApart({ object, apart }: RecordKind, name: string, value: unknown, shown: Members): boolean {
	if (name === apart?.links) return linksIn(shown[name]) === linksIn(value);
	if (value === true) return object === 'clients' && answerIn(shown[name]) === true;
	return shown[name] === value;
}

/**
 * Whether a record already has the values of an update, as far as Kayse shows it.
 * @param keepsOthers whether the update keeps the fields that it does not name
 */
export function isUnchanged(
	kind: RecordKind,
	{ values, cleared, untouched, apart }: Change,
	shown: Members,
	keepsOthers: boolean,
): boolean {
	const wanted = keepsOthers ? joined(shown, values) : values;
	const areSame = Object.keys(values).every(
		(name) => Object.hasOwn(shown, name) && isSame(kind, name, shown[name], wanted[name]),
	);
	const areEmpty = cleared.every((name) => Object.hasOwn(shown, name) && isEmpty(shown[name]));
	if (!areSame || !areEmpty || !Object.entries(apart).every(([name, value]) => isApart(kind, name, value, shown)))
		return false;
	return keepsOthers || !wouldEmptyMore(kind, new Set([...Object.keys(values), ...untouched]), shown);
}

/**
 * Whether fields that an update would empty have, or may have, a value.
 * @param kept names of the fields that it sets or keeps
 */
function wouldEmptyMore(kind: RecordKind, kept: ReadonlySet<string>, shown: Members): boolean {
	const apart = new Set(unmapped(kind));
	const isLeft = (name: string) => !kept.has(name) && !apart.has(name);
	return (
		kind.fields.some(({ name }) => isLeft(name) && !Object.hasOwn(shown, name)) ||
		Object.keys(shown).some((name) => isLeft(name) && !isEmpty(shown[name]))
	);
}
