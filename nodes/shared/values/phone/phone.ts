import { invalidInput, type ItemFailure } from '../../contract/failure';
import { shown } from '../shown';
import { stringOf } from '../text';
import { isShort, readInternational, readNational, type Misfit, type Reading } from './numbering';
import type { NumberingPlan } from './plans';
import { spelledNumber, type Digits, type Flaw, type Spelled } from './spelling';
import { tailOf } from './tails';

/** "10", "9 or 10", "6 to 12" */
function lengthsIn(lengths: number[]): string {
	const [first, last] = [lengths[0] ?? 0, lengths.at(-1) ?? 0];
	if (lengths.length === last - first + 1 && lengths.length > 2) return `${first} to ${last}`;
	return lengths.join(' or ');
}

const placeOf = ({ name, code }: NumberingPlan): string => (name === '' ? `+${code}` : `${name} (+${code})`);

const CHECK = 'Compare it with its source. A number of another country needs a plus and the country code before it.';

function aboutMisfit(misfit: Misfit): [fault: string, remedy: string] {
	switch (misfit.kind) {
		case 'noCountry':
			return [
				'it has no country code',
				'Write it with a plus and the country code, such as +12025550123, or choose the country of such numbers under Options > Default Country.',
			];
		case 'noCallingCode':
			return ['no country has the code that it begins with', CHECK];
		case 'wrongLength':
			return [
				`it has ${misfit.digits} digits without the country code, but numbers of ${placeOf(misfit.plan)} have ${lengthsIn(misfit.lengths)}`,
				CHECK,
			];
		case 'otherLength':
			return [
				`it has ${misfit.digits} digits without the country code, but numbers of ${placeOf(misfit.plan)} that begin like it have more or fewer`,
				`${CHECK} A digit may be missing, or one too many.`,
			];
		case 'noSuchNumber':
			return [
				`${placeOf(misfit.plan)} has no such number`,
				`${CHECK} If it is right, its range may be newer than this version of the node.`,
			];
		case 'oneDigit':
			return ['it repeats one digit', 'Enter the number of a telephone, or leave the row out.'];
		case 'ambiguous':
			return [`it may be ${misfit.numbers.join(' or ')}`, 'Write it with a plus and the country code.'];
	}
}

function aboutFlaw(flaw: Flaw): [fault: string, remedy: string] {
	switch (flaw.kind) {
		case 'extension':
			return [
				`it has an extension (${flaw.part})`,
				'Only whole telephone numbers can be reached. Enter the number without the extension, or a direct one.',
			];
		case 'several':
			return [
				'it is more than one number',
				'Enter only one number. If you have several, make one item of each before this node.',
			];
		case 'rounded':
			return [
				'a spreadsheet has rounded it, so digits are lost',
				'Make the column wider or its format text in the spreadsheet, and export it again.',
			];
		case 'hidden':
			return ['digits are missing', 'Enter all digits of the number.'];
		case 'fax':
			return ['it is a fax number', 'Enter the number of a telephone.'];
		case 'date':
			return ['it looks like a date', 'If it is a telephone number, write it with a plus and the country code.'];
		case 'fraction':
			return [
				'its last digits may be decimals that a spreadsheet has added',
				'Write the number without points, with a plus and the country code.',
			];
		case 'unreadable':
			return [
				`it has "${shown(flaw.part)}" in it`,
				'Enter digits with the country code before them, such as +12025550123.',
			];
	}
}

function reading({ digits, isInternational, withoutZero }: Digits, country: string | undefined): Reading {
	const read = (written: string) => (isInternational ? readInternational(written) : readNational(written, country));
	const asWritten = read(digits);
	if (asWritten.number !== undefined || withoutZero === undefined) return asWritten;
	const without = read(withoutZero);
	return without.number === undefined ? asWritten : without;
}

/** Why digits that can be dialed are not the intended number. */
function doubt(spelled: Spelled, country: string | undefined): Flaw | undefined {
	const { isInternational, cuts, withZeros } = spelled;
	for (const cut of cuts) {
		const { number } = reading(cut.before, country);
		const tail = number === undefined ? undefined : tailOf(number, cut);
		if (tail) return tail;
	}
	if (withZeros === undefined) return undefined;
	const isNumber = (digits: Digits) => reading(digits, country).number !== undefined;
	return isNumber(spelled) && isNumber({ digits: withZeros, isInternational }) ? { kind: 'fraction' } : undefined;
}

/** Longer texts cannot be a telephone number. */
const LONGEST = 250;

/** For an exact number; a number with more digits than a telephone number is not exact. */
const textOf = (value: unknown): string | undefined => {
	if (typeof value === 'string') return value.length > LONGEST ? undefined : value;
	if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return String(value);
	return typeof value === 'bigint' ? String(value) : undefined;
};

/**
 * A telephone number in E.164, the one form that vendors accept and by which equal numbers are found.
 * @param value the text of a person or a spreadsheet, not empty
 * @param label of the field, for the message
 * @param country of numbers without country code, as two letters; undefined refuses them
 * @throws ItemFailure when it is not clear which number is meant, or the number cannot exist
 */
export function phoneFrom(value: unknown, label: string, country: string | undefined): string {
	const text = textOf(value);
	const got = shown(text ?? JSON.stringify(value) ?? stringOf(value));
	const refusal = ([fault, remedy]: [string, string]): ItemFailure =>
		invalidInput(`"${label}" must be one telephone number (got "${got}")${fault === '' ? '' : `: ${fault}`}`, remedy);
	if (text === undefined) throw refusal(['', 'Enter one number as text, such as +12025550123.']);
	const spelled = spelledNumber(text);
	if ('kind' in spelled) throw refusal(aboutFlaw(spelled));
	const flaw = doubt(spelled, country);
	if (flaw) throw refusal(aboutFlaw(flaw));
	const { number, misfit } = reading(spelled, country);
	if (spelled.mayBeDate && (misfit ? misfit.kind === 'otherLength' : isShort(number)))
		throw refusal(aboutFlaw({ kind: 'date' }));
	if (misfit) throw refusal(aboutMisfit(misfit));
	return number;
}
