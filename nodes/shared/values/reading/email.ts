import { invalidInput } from '../../contract/failure';
import { isPlaceholder } from '../placeholder';
import { withoutMarks } from '../spreadsheetMarks';
import { isMadeUpAddress, isTemplateAddress } from '../templateAddress';
import { trimmed } from './nothing';
import { readText } from './text';
import type { Reader, Reading } from './reading';
import { shown } from '../shown';

/** Marks that people and programs put around an address. */
const QUOTES = new Map(
	[...'\'\'""``\u2018\u2019\u201c\u201d\u201e\u201c\u00ab\u00bb'.matchAll(/../g)].map(([pair]) => [
		pair.charAt(0),
		pair.charAt(1),
	]),
);

/** `Email: dana@example.com`, and the `mailto:` of a link. */
const BEFORE = /^(?:(?:(?:personal |work |business |home |primary )?e-?mail(?: address)?\s*:\s*)?(?:mailto:)?)/i;

/** The separator that a list leaves after an address; it is removed only if there is no other address. */
const BEHIND = /(?<![;,\s])[;,\s]+$/u;

const MARKED = /^(?:['\u2018\u2019]|=")/;

/** `<dana@example.com>`, as mail programs write it. */
const BRACKETED = /^<([^<>]*)>$/;

/** Without quotation marks, a spreadsheet's marks, a label, and the marks of a list or a mail program. */
function plainAddress(text: string): string {
	const closing = QUOTES.get(text.charAt(0));
	const isQuoted = closing !== undefined && text.length > 1 && text.endsWith(closing);
	const inner = isQuoted ? trimmed(text.slice(1, -1)) : MARKED.test(text) ? withoutMarks(text) : text;
	const address = inner.replace(BEFORE, '').replace(BEHIND, '');
	return trimmed((BRACKETED.exec(address)?.[1] ?? address).replace(BEFORE, ''));
}

const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+$/u;
/** Characters that are allowed at its start, but are usually left over from a formula, a link or a list. */
const LEFT_BEFORE = /^(?:['`=#*|?/&]|(?:e-?mail|mail(?:to)?|to)=)/i;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;
const TOP_LEVEL = /^(?!\p{N}+$|[a-z0-9]$)/iu;

const LONGEST = 254;

/** A program's text for a missing value. */
const DEBRIS = new Set(['undefined', 'null', 'nan']);

/** The same before the `@`: as a part of it, or alone. The address of Dana Null is her own. */
const LEFT =
	/(?<![\p{L}\p{N}])undefined(?![\p{L}\p{N}])|undefined(?=undefined|null|nan)|^(?:(?:undefined|null|nan)[._+-]?)+$/iu;

const isDebris = (part: string): boolean => DEBRIS.has(part.toLowerCase());

function flawOf(text: string, { isTool }: Reading): string | undefined {
	const [local = '', domain = '', ...others] = text.split('@');
	if (others.length > 0) return 'it is more than one address';
	if (/[<>]/.test(text)) return 'it has something around the address';
	const labels = domain.split('.');
	const isAddress =
		text.length <= LONGEST &&
		text.normalize('NFC') === text.normalize('NFKC') &&
		local.split('.').every((part) => LOCAL_PART.test(part)) &&
		!LEFT_BEFORE.test(local) &&
		labels.length > 1 &&
		labels.every((label) => LABEL.test(label)) &&
		TOP_LEVEL.test(labels.at(-1) ?? '');
	if (!isAddress) return '';
	if (isTemplateAddress(text) || (isTool && isMadeUpAddress(text))) return 'it is an example';
	const left = LEFT.exec(local)?.[0] ?? (isPlaceholder(local) ? local : labels.find(isDebris));
	return left && `it has "${left}" in it, so a value is missing`;
}

/** One email address, without a name around it. */
export const readEmail: Reader<string> = (value, reading) => {
	const text = readText(value, reading);
	const address = plainAddress(text);
	const flaw = flawOf(address, reading);
	if (flaw === undefined) return address;
	throw invalidInput(
		`"${reading.label}" must be one email address (got "${shown(text)}")${flaw === '' ? '' : `: ${flaw}`}`,
		'Enter one address alone, such as dana@example.com.',
	);
};
