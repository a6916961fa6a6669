import { isBreakdown } from './retry';
import { valueAt } from '../values/json';
import { labelOf } from '../values/label';
import { firstFew } from '../values/ranges';
import { shown } from '../values/shown';
import { faultyFields, labelsOfFaults } from './faultyFields';
import { vendorWords } from './vendorWords';
import { namesAccount } from './refusedAccount';
import type { IncomingResponse } from '../contract/exchange';
import type { Failure } from '../contract/failure';
import type { Explanation, FieldLabels, Refusal, Vendor } from '../contract/vendor';

/** Longest code. */
const LONGEST_NAME = 60;

const text = (value: unknown): string => (typeof value === 'string' ? vendorWords(value) : '');
const nameIn = (value: unknown): string => (typeof value === 'string' ? vendorWords(value, LONGEST_NAME) : '');

/** The sentences of a list, or of the messages in it. */
function listed(entries: unknown): string {
	if (!Array.isArray(entries)) return text(entries);
	const sentences = entries
		.map((entry) => text(entry) || text(valueAt(entry, 'message')) || text(valueAt(entry, 'msg')))
		.filter(Boolean);
	return vendorWords(firstFew(sentences, '; '));
}

const LISTS_OF_FAULTS = ['details', 'errors', 'issues', 'detail'];

/** The first list of faults in the body or in its `error`. */
function faultsIn(body: unknown): Refusal['fields'] {
	const lists = [body, valueAt(body, 'error')].flatMap((place) => LISTS_OF_FAULTS.map((name) => valueAt(place, name)));
	return lists.map(faultyFields).find((fields) => fields.length > 0) ?? [];
}

/**
 * Reads the error bodies of all four vendors: `{error: code, message, details}`, `{error: {code, message}}`,
 * `{message}`, `{detail}`, `{title}`, `{msg}`, `{errors: […]}`, `{detail: […]}`; any other body leaves the parts empty.
 * @param labels of the fields from which the request was built
 */
export function readRefusal(response: IncomingResponse, ids: Refusal['ids'], labels: FieldLabels = new Map()): Refusal {
	const { status, body } = response;
	const error = valueAt(body, 'error');
	const isSentence = /\s/.test(text(error));
	const code = (isSentence ? '' : nameIn(error)) || nameIn(valueAt(error, 'code')) || nameIn(valueAt(body, 'code'));
	const message =
		text(valueAt(body, 'message')) ||
		text(valueAt(error, 'message')) ||
		(isSentence ? text(error) : '') ||
		text(valueAt(body, 'detail')) ||
		text(valueAt(body, 'title')) ||
		text(valueAt(body, 'msg')) ||
		listed(valueAt(body, 'errors') ?? valueAt(body, 'detail'));
	const location = text(response.headers.location);
	const fields = faultsIn(body);
	return { status, code, message, fields, labels: labelsOfFaults(fields, message, labels), location, ids };
}

/** Whether a refusal sends the request to another address. */
export const isRedirect = ({ status }: Refusal): boolean => status >= 300 && status < 400;

function namedIds(ids: Refusal['ids']): string {
	return Object.entries(ids)
		.map(([parameter, id]) => `${labelOf(parameter)} "${shown(id)}"`)
		.join(', ');
}

/** Error texts by status, for every vendor. `quote` is the vendor's own sentence. */
function commonExplanation(vendor: Vendor, refusal: Refusal, quote: string): Explanation {
	const { status, location, ids } = refusal;
	const named = namedIds(ids);
	if (status === 404) {
		return {
			message: named ? `${vendor.name} has no ${named}` : `${vendor.name} found nothing at this address`,
			description: `${quote}Check the ID, and that the credential belongs to the account that owns it.`,
		};
	}
	if (status === 401) {
		return {
			message: `${vendor.name} did not accept the API key`,
			description: `${quote}Open the credential and enter a valid key.`,
		};
	}
	if (status === 402) {
		return {
			message: `${vendor.name} reports that the account is out of credits`,
			description: `${quote}Add credits in ${vendor.name}.`,
			again: 'Then run the remaining items again.',
		};
	}
	if (namesAccount(refusal)) {
		return {
			message: `${vendor.name} refuses the account or its API key`,
			description: `${quote}Check the plan, the credits and the key in ${vendor.name}.`,
			again: 'Then run the remaining items again.',
		};
	}
	if (status === 403) {
		return {
			message: `${vendor.name} does not allow this for the API key`,
			description: `${quote}Check the plan and the rights of the key in ${vendor.name}.`,
		};
	}
	if (status === 409) {
		return {
			message: `${vendor.name} refused because of the current state${named ? ` of ${named}` : ''}`,
			description: `${quote}Look at it in ${vendor.name}, then try again.`,
		};
	}
	if (isBreakdown(status)) {
		return {
			message: `${vendor.name} cannot answer at the moment (status ${status})`,
			description: `${quote}Nothing is wrong with your data. Try again later.`,
		};
	}
	if (isRedirect(refusal)) {
		return {
			message: `${vendor.name} redirected to another address. The node did not follow, to keep the API key safe`,
			description: `Correct the Base URL in the credential, under Other Server.${location ? ` ${vendor.name} redirects to ${location}` : ''}`,
		};
	}
	return faultExplanation(vendor, refusal, quote);
}

/** The faulty parts of the request: with the editor's labels if they are known, otherwise with the vendor's names. */
function faultExplanation(vendor: Vendor, { status, message, fields, labels }: Refusal, quote: string): Explanation {
	const told = fields.map((fault) => `${fault.field}: ${fault.message}`);
	const reasons = firstFew(
		told.filter((reason) => !message.includes(reason)),
		'; ',
	);
	const named = firstFew((labels.length > 0 ? labels : fields.map(({ field }) => field)).map((name) => `"${name}"`));
	return {
		message: named
			? `${vendor.name} did not accept ${named}`
			: `${vendor.name} did not accept the request (status ${status})`,
		description: `${quote}${reasons ? `${reasons}. ` : ''}Correct ${labels.length > 0 ? named : 'the field'}.`,
		again: 'Then run the item again.',
	};
}

/**
 * Whether the account is refused: the key is wrong (401), the account has no credits (402), or the vendor's documents
 * or words say so.
 */
export const isOfAccount = (vendor: Vendor, refusal: Refusal): boolean =>
	refusal.status === 401 || refusal.status === 402 || vendor.classify(refusal) === 'account' || namesAccount(refusal);

const isQuotedIn = (own: Explanation, { message }: Refusal): boolean =>
	message !== '' && own.message.includes(`"${message}"`);

/** The error text of a refusal for the user. */
export function explainRefusal(vendor: Vendor, refusal: Refusal): Failure {
	const quote = refusal.message ? `${vendor.name} says: "${refusal.message}". ` : '';
	const own = vendor.explain(refusal);
	const { heldBack, ...explanation } = own
		? { ...own, description: isQuotedIn(own, refusal) ? own.description : quote + own.description }
		: commonExplanation(vendor, refusal, quote);
	return {
		...(heldBack ? { kind: 'heldBack', held: { reason: heldBack } } : { kind: 'refused' }),
		...explanation,
		status: refusal.status,
		quotes: [refusal.message, refusal.code, ...refusal.fields.flatMap(({ field, message }) => [field, message])],
		...(refusal.code && { code: refusal.code }),
	};
}
