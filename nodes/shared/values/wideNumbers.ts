import { endOfText, QUOTE } from './excess';

const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;

const MAY_BE_WIDE = /\d{16}/;

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

const WHOLE = /^-?\d+$/;

/** A JSON text in which long whole numbers are texts: a JavaScript number would lose the last digits of an ID. */
export function wideNumbersAsTexts(json: string): string {
	if (!MAY_BE_WIDE.test(json)) return json;
	const parts: string[] = [];
	let end = 0;
	for (let at = 0; at < json.length; at++) {
		const sign = json.charCodeAt(at);
		if (sign === QUOTE) at = endOfText(json, at);
		if (sign !== MINUS && !(sign >= ZERO && sign <= NINE)) continue;
		NUMBER.lastIndex = at;
		const [number] = NUMBER.exec(json) ?? [];
		if (number === undefined) continue;
		if (WHOLE.test(number) && !Number.isSafeInteger(Number(number))) {
			parts.push(json.slice(end, at), `"${number}"`);
			end = at + number.length;
		}
		at += number.length - 1;
	}
	return parts.join('') + json.slice(end);
}
