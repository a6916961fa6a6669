import { isRecord } from '../../values/json';
import { wordsOf } from '../../values/recordNouns';
import { wordSet } from '../../values/wordSet';
import { withoutSignedLinks } from './links';
import { NOT_SHOWN } from './notShown';
import { isMixedOfAll, isOpaque } from './opaque';
import { isSecretName, isOfFigures, mayBeSecretName, NEEDS_MORE } from './secretNames';
import { withoutSecretTexts } from './secretTexts';

const COUNT = /^\d*$/;

/**
 * Whether a value contains more than yes, no or nothing.
 * @param isCount whether numbers count as nothing
 */
function tells(value: unknown, isCount: boolean): boolean {
	if (Array.isArray(value)) return value.some((entry) => tells(entry, isCount));
	if (isRecord(value)) return Object.values(value).some((member) => tells(member, isCount));
	if (typeof value === 'number') return !isCount;
	return typeof value === 'string' && value !== '' && !(isCount && COUNT.test(value));
}

/** @param above the name of the member around it */
function isSecret(name: string, value: unknown, above: string): boolean {
	if (isSecretName(name)) return tells(value, isOfFigures(name));
	if (NEEDS_MORE.test(name) && isSecretName(`${above}_${name}`)) return tells(value, false);
	if (!mayBeSecretName(name) || typeof value !== 'string') return false;
	return isOpaque(value) || (/keys?$/i.test(name) && isMixedOfAll(value));
}

/** A list of headers or variables has a name and a value in each entry, as in `{"name":…,"value":…}` and `{"headerName":…,"headerValue":…}`. */
const NAMING = wordSet('name key header field variable label property type id title');
const NAMED = wordSet('value values val default');

/** These may be an article that has a title. */
const NAMED_OR_TOLD = wordSet('content data text');
const TITLES = wordSet('type id title');

const lastWord = (name: string): string => wordsOf(name).at(-1) ?? '';

/** The members whose words say that the entry's value is a secret. */
const namingSecret = (entry: Record<string, unknown>): string[] =>
	Object.keys(entry)
		.filter((name) => {
			const value = entry[name];
			return NAMING.has(lastWord(name)) && typeof value === 'string' && isSecretName(value);
		})
		.map(lastWord);

/** In a list, names of headers and their values alternate; names of fields do not. */
const isBehindName = (entries: readonly unknown[], index: number): boolean => {
	const [name, value] = [entries[index - 1], entries[index]];
	return (
		typeof name === 'string' &&
		typeof value === 'string' &&
		isSecretName(name) &&
		!/^[a-z_ ]*$|^[A-Z]?[a-z]+$/.test(value)
	);
};

function withoutSecretMembers(value: unknown, above = ''): unknown {
	if (Array.isArray(value))
		return value.map((entry, index) => (isBehindName(value, index) ? NOT_SHOWN : withoutSecretMembers(entry, above)));
	if (!isRecord(value)) return value;
	const naming = namingSecret(value);
	const isTold = naming.some((name) => !TITLES.has(name));
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => {
			const last = lastWord(name);
			const isNamed = (naming.length > 0 && NAMED.has(last)) || (isTold && NAMED_OR_TOLD.has(last));
			const isHidden = isSecret(name, member, above) || (isNamed && tells(member, false));
			return [name, isHidden ? NOT_SHOWN : withoutSecretMembers(member, name)];
		}),
	);
}

/**
 * A JSON value without secrets: a model's conversation is stored, and its provider sees it. A secret is recognised by
 * the name of its member with any value, by the form of its value under any name, and in an address by both.
 */
export const concealed = (value: unknown): unknown =>
	withoutSignedLinks(withoutSecretTexts(withoutSecretMembers(value)));
