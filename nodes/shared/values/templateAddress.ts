import { isExample } from './exampleWords';

/** `name@domain.com`. */
const TEMPLATE =
	/^(?:e?-?mail|me|name|somebody|someone|user(?:name)?|you|contact)@(?:your-?|my-?)?(?:company|domain|email|example|mail|site|website)\.(?:com|net|org|tld)$/i;

const TEMPLATE_MAILBOX =
	/^(?:your|my|first)[._-]?(?:name|e?-?mail|last)(?:[._-]?name)?@|^first[._-]?name[._-]?last[._-]?name@/i;

/** `name@domain.com`, an ID that any number of people have. */
export const isTemplateOfAddress = (address: string): boolean => TEMPLATE.test(address);

/** Whether an email address is an example. Some of these exist. */
export const isTemplateAddress = (address: string): boolean => TEMPLATE.test(address) || TEMPLATE_MAILBOX.test(address);

const OWNED =
	'app|business|clinic|company|crm|domain|firm|host|instance|n8n|org|organi[sz]ation|server|site|startup|url|webhook|website';

/** `your-domain.com`: an example that also exists. */
const TEMPLATE_HOST = new RegExp(
	String.raw`^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[\w-]+\.)*your-?(?:n8n-?|law-?)?(?:${OWNED})\.(?:[\w-]+\.)*[a-z]+(?:[/:?#]|$)`,
	'i',
);

/** Whether a web address is an example. */
export const isTemplateUrl = (address: string): boolean => TEMPLATE_HOST.test(address);

/**
 * `mydomain.com`, `www.clientcompany.co.uk`, `your.domain`, and the hosts of every manual. Names reserved for manuals
 * do not exist.
 */
const HOST_OF_MANUALS = new RegExp(
	[
		String.raw`(?:^|\.)(?:(?:your|my|our|client|customer|some)-?)+(?:n8n-?|law-?)?(?:${OWNED})\.(?:\w{2,3}\.)?\w+$`,
		String.raw`(?:^|\.)(?:acme|bar|business|company|domain|firm|foo|organi[sz]ation|test|website)\.(?:com|net|org|tld)$`,
		String.raw`^(?:your|my)\.(?:${OWNED})$`,
	].join('|'),
	'i',
);

/** The owner of such a mailbox is not the intended person. */
const FREE = /^(?:aol|gmail|gmx|googlemail|hotmail|icloud|live|outlook|proton|protonmail|yahoo)\./i;
const ANYBODY = /^(?:e?-?mail|foo|me|somebody|someone|test|you|(?:jane|john)[._-]?doe)$/i;

/** `your-unique-id`, `xxxx-xxxx`: a part of a path that is to be filled in. */
const TO_BE_FILLED_IN =
	/^(?:(?:your|my)[-_](?:[a-z\d]+[-_])*(?:account|endpoint|hook|id|key|name|path|secret|slug|team|token|url|uuid|webhook|workspace)|(?:[x0]+-)*[x0]{4,})$/i;

/** The same for a model without an address: in a workflow, each of these may be intended. */
export function isMadeUpAddress(address: string): boolean {
	const [mailbox = '', host] = address.split('@');
	if (host === undefined) return false;
	return HOST_OF_MANUALS.test(host) || (FREE.test(host) && (ANYBODY.test(mailbox) || isExample(mailbox)));
}

/** The same for a web address. */
export function isMadeUpUrl(address: string): boolean {
	const [host = '', ...path] = address.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').split(/[/?#]/);
	return HOST_OF_MANUALS.test(host.replace(/:\d+$/, '')) || path.some((part) => TO_BE_FILLED_IN.test(part));
}
