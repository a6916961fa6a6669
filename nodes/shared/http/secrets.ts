import type { Exchange } from '../contract/exchange';
import { isRecord } from '../values/json';
import { anyOf, anySpelling, ESCAPES, hasSpellings, inBase64, withSharedSigns } from './spellings';

/** Shorter texts would make others unreadable; no vendor takes such a key or password. */
const SHORTEST_SECRET = 6;

/** Fewer signs of a key give nobody the rest of it; a vendor may show them on purpose, as in `kk_live_ab...`. */
const SHORTEST_PIECE = 12;

/** Each piece of a key that is long enough has one of its blocks whole in it. */
const BLOCK = SHORTEST_PIECE / 2;

/** By the place of each in the key. */
const blocksOf = (key: string): Map<string, number> =>
	new Map(Array.from({ length: Math.floor(key.length / BLOCK) }, (_, place) => [key.slice(place * BLOCK, (place + 1) * BLOCK), place * BLOCK]));

/** How many signs two texts have in common from these places on, or up to them. */
function commonSigns(one: string, onePlace: number, other: string, otherPlace: number, step: 1 | -1): number {
	let signs = 0;
	for (let at = 0; one[onePlace + at] !== undefined && one[onePlace + at] === other[otherPlace + at]; at += step) signs += 1;
	return signs;
}

/** What no text for the user may hold. */
export class Secrets {
	/** A longer one may have a shorter one in it, and is looked for first. */
	private readonly spelled: RegExp;

	private readonly encoded: RegExp;

	private readonly blocks: Map<string, number>;

	private readonly block: RegExp;

	/** Of most texts it says at once that they hold nothing, unless an escape is in them. */
	private readonly sign: RegExp;

	private readonly mayBeEscaped: boolean;

	/** @param key of the secrets the one of which a text that was cut may hold a piece */
	constructor(
		secrets: string[],
		private readonly key = '',
	) {
		const long = [...new Set(secrets)].filter(({ length }) => length >= SHORTEST_SECRET).sort((a, b) => b.length - a.length);
		const base64 = long.flatMap(inBase64);
		this.spelled = new RegExp(long.map(anySpelling).join('|') || '(?!)', 'g');
		this.encoded = new RegExp(base64.map(withSharedSigns).join('|') || '(?!)', 'g');
		this.blocks = blocksOf(key);
		this.block = new RegExp(anyOf(this.blocks.keys()), 'g');
		this.sign = new RegExp(anyOf([...long, ...base64, ...this.blocks.keys()]));
		this.mayBeEscaped = long.some(hasSpellings);
	}

	/** The text without them. */
	concealedText(text: string): string {
		if (this.sign.test(text)) return this.withoutPieces(text.replace(this.spelled, '***').replace(this.encoded, '***'));
		return this.mayBeEscaped && ESCAPES.test(text) ? text.replace(this.spelled, '***') : text;
	}

	private withoutPieces(text: string): string {
		let rest = '';
		let end = 0;
		for (const { 0: block, index } of text.matchAll(this.block)) {
			const place = this.blocks.get(block) ?? 0;
			const start = index + 1 - commonSigns(text, index, this.key, place, -1);
			const next = index + commonSigns(text, index, this.key, place, 1);
			if (next <= end || next - start < SHORTEST_PIECE) continue;
			rest += `${text.slice(end, Math.max(start, end))}***`;
			end = next;
		}
		return end === 0 ? text : rest + text.slice(end);
	}

	/** Looking costs less than copying what has none. */
	private isIn(value: unknown): boolean {
		if (typeof value === 'string') return this.concealedText(value) !== value;
		if (Array.isArray(value)) return value.some((entry) => this.isIn(entry));
		return isRecord(value) && Object.keys(value).some((name) => this.isIn(name) || this.isIn(value[name]));
	}

	/** An answer without them where it has any. */
	outOfAnswer<Answer extends { body: unknown }>(answer: Answer): Answer {
		return this.isIn(answer.body) ? { ...answer, body: this.concealed(answer.body) } : answer;
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
