import { isRecord } from '../../values/json';
import { withoutSignedLinks } from './links';
import { NOT_SHOWN } from './notShown';
import { isOpaque } from './opaque';
import { isSecretName, isOfFigures, mayBeSecretName } from './secretNames';
import { withoutSecretTexts } from './secretTexts';

const COUNT = /^\d*$/;

/** Whether anything in a value tells more than yes, no or nothing. @param isCount whether figures tell nothing */
function tells(value: unknown, isCount: boolean): boolean {
	if (Array.isArray(value)) return value.some((entry) => tells(entry, isCount));
	if (isRecord(value)) return Object.values(value).some((member) => tells(member, isCount));
	if (typeof value === 'number') return !isCount;
	return typeof value === 'string' && value !== '' && !(isCount && COUNT.test(value));
}

function isSecret(name: string, value: unknown): boolean {
	if (isSecretName(name)) return tells(value, isOfFigures(name));
	return mayBeSecretName(name) && typeof value === 'string' && isOpaque(value);
}

/** A list of headers or variables has a name and a value in each entry. */
const NAMING = ['name', 'key', 'header', 'field', 'variable', 'label', 'property'];
const NAMED = new Set(['value', 'values', 'val', 'content', 'data', 'default', 'text']);

/** Whether the entry's own words say that its value is a secret. */
const isNamedSecret = (entry: Record<string, unknown>): boolean =>
	NAMING.some((naming) => typeof entry[naming] === 'string' && isSecretName(entry[naming]));

function withoutSecretMembers(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutSecretMembers);
	if (!isRecord(value)) return value;
	const isNamed = isNamedSecret(value);
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => {
			const isHidden = isSecret(name, member) || (isNamed && NAMED.has(name.toLowerCase()) && tells(member, false));
			return [name, isHidden ? NOT_SHOWN : withoutSecretMembers(member)];
		}),
	);
}

/**
 * A JSON value without what lets in whoever reads it: a model's conversation is kept, and goes to those who run the model. Known by the name
 * of a member, whatever its value; by the form of a value, whatever its name; in an address by both.
 */
export const concealed = (value: unknown): unknown =>
	withoutSignedLinks(withoutSecretTexts(withoutSecretMembers(value)));
