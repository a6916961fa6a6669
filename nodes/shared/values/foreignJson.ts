/** Members by which JavaScript makes a text or a number of an object, as JSON writes them; a letter may be written by its number. */
const SHADOWS = /toString|valueOf|\\u/;

const isShadowed = (value: object): boolean => Object.hasOwn(value, 'toString') || Object.hasOwn(value, 'valueOf');

/** What an object with such a member is as a text, which JavaScript would refuse to make of it. JSON has no word for it, so it stays unseen. */
function makePrintable(container: object): void {
	if (!Array.isArray(container) && isShadowed(container)) Object.defineProperty(container, Symbol.toPrimitive, { value: () => '[object Object]' });
}

/**
 * JSON that others have written, as any JSON value; wherever code reads a text or a number in it and finds an object, it finds one like any other.
 * @throws SyntaxError when it is no JSON
 */
export function parsedForeign(json: string): unknown {
	const value: unknown = JSON.parse(json);
	if (!SHADOWS.test(json)) return value;
	const found = [value];
	while (found.length > 0) {
		const inner = found.pop();
		if (typeof inner !== 'object' || inner === null) continue;
		makePrintable(inner);
		for (const member of Object.values(inner)) found.push(member);
	}
	return value;
}
