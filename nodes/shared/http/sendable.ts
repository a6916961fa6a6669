import type { OutgoingRequest } from '../contract/exchange';
import { invalidInput, type ItemFailure } from '../contract/failure';
import { isRecord, writesItself } from '../values/json';
import { excessIn, MOST_LEVELS } from '../values/excess';
import { flawOfSegment } from '../values/pathSegment';
import { HALF_CHARACTER, isWellFormed } from '../values/wellFormed';

const notSent = (flaw: string, remedy: string): ItemFailure =>
	invalidInput(`The request was not sent: it ${flaw}`, remedy);

/** @throws ItemFailure when a value would change on the wire */
function checkValue(value: unknown): void {
	if (typeof value === 'string' && !isWellFormed(value)) throw notSent(HALF_CHARACTER.flaw, HALF_CHARACTER.remedy);
	if (typeof value !== 'number' || Number.isFinite(value)) return;
	throw notSent(
		`has ${value} in it: a number is missing`,
		'Correct the expression, or the field of the row that it reads.',
	);
}

function checkWithin(value: unknown): void {
	checkValue(value);
	if (typeof value !== 'object' || value === null || (isRecord(value) && writesItself(value))) return;
	if (Object.hasOwn(value, '__proto__'))
		throw notSent('has a member "__proto__" in it, which cannot be sent', 'Give it another name, or take it out.');
	for (const [name, inner] of Object.entries(value)) {
		checkValue(name);
		checkWithin(inner);
	}
}

/** @throws ItemFailure when it cannot be written, or would change on the wire */
function checkData(data: unknown): void {
	const excess = excessIn(data, MOST_LEVELS);
	if (excess)
		throw notSent(
			excess === 'tooDeep' ? `is nested deeper than ${MOST_LEVELS} levels` : 'has too many values',
			'Pass only the part of the data that you mean.',
		);
	checkWithin(data);
}

/**
 * The last check of a request before it is noted or sent: its values and its path must arrive as they are here. The
 * readers of the fields check the same and have better messages; this check is for cases that they miss.
 * @throws ItemFailure of kind `input`
 */
export function checkSendable({ path, query, body }: OutgoingRequest): void {
	if (path.split('/').some((segment) => flawOfSegment(segment) !== undefined)) {
		throw notSent('would go to a wrong path', 'Enter each ID as the vendor shows it.');
	}
	checkData(query);
	checkData(body);
}
