import type { Exchange, IncomingResponse } from '../contract/exchange';
import { isRecord } from '../values/json';
import { smallest } from '../values/extremes';
import { hasUnseen, withoutUnseen } from '../values/unseen';
import { SoughtTexts } from './soughtTexts';
import { anyOf, anySpelling, ESCAPES, inBase64, isBase64Sign, sureSigns, withSignBehind } from './spellings';

/** Shorter secrets would match parts of ordinary words; no vendor accepts such a key or password. */
const SHORTEST_SECRET = 6;

/** A shorter piece of a key does not help an attacker. A vendor may show it on purpose, as in `kk_live_ab...`. */
const SHORTEST_PIECE = 12;

/** Each piece of a key that is long enough contains one whole block. */
const BLOCK = SHORTEST_PIECE / 2;

/** The secret that a block belongs to, and its position there. */
type Block = [text: string, place: number];

const blocksOf = (texts: string[]): Map<string, Block> =>
	new Map(
		texts.flatMap((text) =>
			Array.from({ length: Math.floor(text.length / BLOCK) }, (_, place): [string, Block] => [
				text.slice(place * BLOCK, (place + 1) * BLOCK),
				[text, place * BLOCK],
			]),
		),
	);

/** Finds a match of any of these patterns, in upper or lower case; never matches without patterns. */
const anyPattern = (sources: string[]): RegExp => new RegExp(sources.join('|') || '(?!)', 'gi');

/** How many characters two texts have in common from these positions on, or up to them. */
function commonSigns(one: string, onePlace: number, other: string, otherPlace: number, step: 1 | -1): number {
	let signs = 0;
	for (
		let at = 0;
		one[onePlace + at] !== undefined && one[onePlace + at]?.toLowerCase() === other[otherPlace + at];
		at += step
	)
		signs += 1;
	return signs;
}

/**
 * JSON can write any character by its number, a slash in two ways and a backspace by its letter. Then a search in the
 * raw text misses secrets.
 */
const HIDES_SIGNS = /\\[ub/]/;

/**
 * Removes secrets from a text. The text may have invisible characters within a secret, because readers who quote it
 * leave them out.
 */
function throughUnseen(text: string, cut: (text: string) => string): string {
	const rest = cut(text);
	if (!hasUnseen(rest)) return rest;
	const seen = withoutUnseen(rest);
	const cutSeen = cut(seen);
	return cutSeen === seen ? rest : cutSeen;
}

/** The secrets that no text for the user may contain. */
export class Secrets {
	/** Sorted by length: a longer secret may contain a shorter one. */
	private readonly spelled: RegExp;

	private readonly encoded: RegExp;

	private readonly blocks: Map<string, Block>;

	private readonly block: RegExp;

	/** A quick check: for most texts it says at once that they contain no secret, unless they have escapes. */
	private readonly sought: SoughtTexts;

	/** Secrets that may be part of an ordinary word match whole words only. */
	private readonly short: RegExp;

	private readonly mayBeEscaped: boolean;

	/** @param key the secret that may have been cut in a shortened text */
	constructor(secrets: string[], key = '') {
		const long = [...new Set(secrets.flatMap((secret) => [secret, withoutUnseen(secret)]))]
			.filter(({ length }) => length >= SHORTEST_SECRET)
			.sort((a, b) => b.length - a.length);
		const base64 = long.flatMap(inBase64);
		this.spelled = anyPattern(long.map(anySpelling));
		this.encoded = anyPattern(base64.map(withSignBehind));
		this.blocks = blocksOf([key, ...inBase64(key)].map((text) => text.toLowerCase()));
		this.block = anyPattern([anyOf(this.blocks.keys())]);
		this.mayBeEscaped = long.some((secret) => sureSigns(secret) < SHORTEST_SECRET);
		const surely = long.map((secret) => Math.max(sureSigns(secret), SHORTEST_SECRET));
		this.sought = new SoughtTexts([...long, ...base64], smallest([SHORTEST_PIECE, ...surely]));
		const short = secrets.filter(({ length }) => length > 0 && length < SHORTEST_SECRET);
		this.short = new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyOf(short)})(?![\\p{L}\\p{N}])`, 'giu');
	}

	/** A text about a request, without the secrets. */
	concealedText(text: string): string {
		return throughUnseen(text, (each) => this.withoutSeen(each).replace(this.short, '***'));
	}

	private mayHold(text: string): boolean {
		return this.sought.mayBeIn(text) || (this.mayBeEscaped && ESCAPES.test(text));
	}

	private withoutLong(text: string): string {
		return throughUnseen(text, (each) => this.withoutSeen(each));
	}

	private withoutSeen(text: string): string {
		return this.mayHold(text) ? this.withoutPieces(this.withoutEncoded(text.replace(this.spelled, '***'))) : text;
	}

	/**
	 * With the character before it, which base64 may share: a pattern that begins with any character is slow to find
	 * nothing.
	 */
	private withoutEncoded(text: string): string {
		let rest = '';
		let end = 0;
		for (const { 0: found, index } of text.matchAll(this.encoded)) {
			rest += `${text.slice(end, index > end && isBase64Sign(text[index - 1]) ? index - 1 : index)}***`;
			end = index + found.length;
		}
		return end === 0 ? text : rest + text.slice(end);
	}

	private withoutPieces(text: string): string {
		let rest = '';
		let end = 0;
		for (const { 0: block, index } of text.matchAll(this.block)) {
			const [whole, place] = this.blocks.get(block.toLowerCase()) ?? ['', 0];
			const start = index + 1 - commonSigns(text, index, whole, place, -1);
			const next = index + commonSigns(text, index, whole, place, 1);
			if (next <= end || next - start < SHORTEST_PIECE) continue;
			rest += `${text.slice(end, Math.max(start, end))}***`;
			end = next;
		}
		return end === 0 ? text : rest + text.slice(end);
	}

	/** A search costs less than a copy, and most values contain no secret. */
	private isIn(value: unknown): boolean {
		if (typeof value === 'string') return this.withoutLong(value) !== value;
		if (Array.isArray(value)) return value.some((entry) => this.isIn(entry));
		return isRecord(value) && Object.keys(value).some((name) => this.isIn(name) || this.isIn(value[name]));
	}

	/** For most answers, the text says at once that they contain no secret. */
	private mayBeIn({ body, text }: Pick<IncomingResponse, 'body' | 'text'>): boolean {
		return (text === undefined || this.mayHold(text) || HIDES_SIGNS.test(text) || hasUnseen(text)) && this.isIn(body);
	}

	/** An answer without the secrets, and then without its raw text, which is not needed after this. */
	outOfAnswer<Answer extends Pick<IncomingResponse, 'body' | 'text'>>(answer: Answer): Omit<Answer, 'text'> {
		const isClean = !this.mayBeIn(answer);
		if (isClean && answer.text === undefined) return answer;
		const { text: _, ...read } = answer;
		return isClean ? read : { ...read, body: this.without(read.body, (text) => this.withoutLong(text)) };
	}

	/** A JSON value whose texts contain no secret. */
	private without(value: unknown, cut: (text: string) => string): unknown {
		if (typeof value === 'string') return cut(value);
		if (Array.isArray(value)) return value.map((entry) => this.without(entry, cut));
		if (!isRecord(value)) return value;
		return Object.fromEntries(Object.entries(value).map(([name, member]) => [cut(name), this.without(member, cut)]));
	}

	/**
	 * A refusal without secrets. This comes before its text is shortened for the user, which could cut a secret in two.
	 */
	outOfRefusal(exchange: Exchange): Exchange {
		const { response } = exchange;
		if (!response || (response.status >= 200 && response.status < 300)) return exchange;
		const { location } = response.headers;
		const headers = { ...response.headers, ...(location !== undefined && { location: this.concealedText(location) }) };
		return {
			response: { ...response, headers, body: this.without(response.body, (text) => this.concealedText(text)) },
		};
	}
}
