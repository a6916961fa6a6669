import type { Exchange } from '../contract/exchange';
import { isRecord } from '../values/json';

/** Shorter texts would make others unreadable; no vendor takes such a key or password. */
const SHORTEST_SECRET = 6;

/** The ways in which a text that a request held can come back: as it is, in JSON, in an address, in a web page. */
function spellings(secret: string): string[] {
	const inPage = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
	return [
		secret,
		JSON.stringify(secret).slice(1, -1),
		encodeURIComponent(secret),
		new URLSearchParams([['', secret]]).toString().slice(1),
		inPage,
		inPage.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
	];
}

/** What no text for the user may hold. */
export class Secrets {
	private readonly spelled: string[];

	constructor(secrets: string[]) {
		const all = new Set(secrets.filter(({ length }) => length >= SHORTEST_SECRET).flatMap(spellings));
		// A longer one may have a shorter one in it.
		this.spelled = [...all].sort((a, b) => b.length - a.length);
	}

	/** The text without them. */
	concealedText(text: string): string {
		return this.spelled.reduce((concealed, secret) => concealed.replaceAll(secret, '***'), text);
	}

	/** A JSON value without them in any of its texts. */
	concealed(value: unknown): unknown {
		if (typeof value === 'string') return this.concealedText(value);
		if (Array.isArray(value)) return value.map((entry) => this.concealed(entry));
		if (!isRecord(value)) return value;
		return Object.fromEntries(Object.entries(value).map(([name, member]) => [this.concealedText(name), this.concealed(member)]));
	}

	/** An answer without them where it is a refusal: of that, words are cut out for the user, which could part a secret. */
	outOfRefusal(exchange: Exchange): Exchange {
		const { response } = exchange;
		if (!response || (response.status >= 200 && response.status < 300)) return exchange;
		const { location } = response.headers;
		const headers = { ...response.headers, ...(location !== undefined && { location: this.concealedText(location) }) };
		return { response: { ...response, headers, body: this.concealed(response.body) } };
	}
}
