import { lettersOf } from '../values/letters';
import { mapMembers, mapTexts } from './mapTexts';

/** Names, in letters only, of members that open something; not of what counts tokens or says how one signs in. */
const SECRET = /^(?:.*secret|.*password|passwd|apikey|.*accesstoken|.*refreshtoken|.*authtoken|.*bearertoken|token|.*privatekey|authorization|cookie|credentials)$/;

/** What takes a secret's place. */
export const NOT_SHOWN = '(not shown to a model)';

const hasSomething = (value: unknown): boolean => value !== null && value !== undefined && value !== '' && typeof value !== 'boolean';

/** Web addresses with a query or a fragment; what follows a blank, a quotation mark or a bracket is no part of one. */
const ADDRESS = /\bhttps?:\/\/[^\s"'<>()[\]{}]+/gi;

/** Parameters by which whoever has the link gets in, in letters only (AWS, Google, Azure, CloudFront and what others call theirs). */
const SIGNS = /^(?:.*signature|sig|.*token|.*credential|keypairid|policy|.*apikey|key|auth|accesskey|awsaccesskeyid|secret|password|jwt|code)$/;

function isSigned({ password, searchParams, hash }: URL): boolean {
	const names = [...searchParams.keys(), ...new URLSearchParams(hash.slice(1)).keys()];
	return password !== '' || names.some((name) => SIGNS.test(lettersOf(name)));
}

function withoutSignature(address: string): string {
	if (!URL.canParse(address)) return address;
	const url = new URL(address);
	return isSigned(url) ? `${url.origin}${url.pathname}?${NOT_SHOWN}` : address;
}

const withoutSecrets = mapMembers((name, value) => (SECRET.test(lettersOf(name)) && hasSomething(value) ? NOT_SHOWN : value));

const withoutSignedLinks = mapTexts((text) => (text.includes('://') ? text.replace(ADDRESS, withoutSignature) : text));

/** A JSON value without what lets in whoever reads it: a model's conversation is kept, and goes to those who run the model. */
export const concealed = (value: unknown): unknown => withoutSignedLinks(withoutSecrets(value));
