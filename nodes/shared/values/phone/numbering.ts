import { PLANS, type NumberingPlan } from './plans';

/** Digits as a number that can be called, or the reason why they are not one. */
export type Reading = { number: string; misfit?: undefined } | { number?: undefined; misfit: Misfit };

/** Why digits are not a telephone number. */
export type Misfit =
	| { kind: 'noCountry' }
	| { kind: 'noCallingCode' }
	| { kind: 'wrongLength'; digits: number; plan: NumberingPlan; lengths: number[] }
	/** Too many or too few digits for a number with this beginning. */
	| { kind: 'otherLength'; digits: number; plan: NumberingPlan }
	| { kind: 'noSuchNumber' | 'oneDigit'; plan: NumberingPlan }
	| { kind: 'ambiguous'; numbers: string[] };

/** Countries that share a calling code, the main one first. */
type Zone = [NumberingPlan, ...NumberingPlan[]];

function zonesOf(plans: NumberingPlan[]): Map<string, Zone> {
	const zones = new Map<string, Zone>();
	for (const plan of plans) {
		const zone = zones.get(plan.code);
		if (zone) zone.push(plan);
		else zones.set(plan.code, [plan]);
	}
	return zones;
}

const ZONES = zonesOf(Object.values(PLANS));

const compiled = new Map<string, RegExp>();

/** Cache for the fixed texts in the plans. */
function regExp(source: string): RegExp {
	const known = compiled.get(source) ?? new RegExp(source);
	compiled.set(source, known);
	return known;
}

/** Most digits of a number, with its calling code (E.164). */
const MOST_DIGITS = 15;

/** How many digits a number may have after the calling code. */
const lengthsOf = ({ code, lengths }: NumberingPlan): number[] =>
	lengths.filter((length) => code.length + length <= MOST_DIGITS);

/** Rules that are missing in the plans: in North America, an exchange is never N11, except in toll-free numbers. */
const STRICTER: Record<string, RegExp> = { '1': /^(?:8(?:00|33|44|55|66|77|88)|[2-9]\d\d(?!.11))[2-9]/ };

/** Whether no number of a length begins like that, although the pattern allows it. */
const isException = ({ except }: NumberingPlan, digits: string): boolean =>
	except !== undefined && regExp(`^(?:${except})`).test(digits);

const matchesPattern = ({ code, pattern }: NumberingPlan, digits: string): boolean =>
	regExp(`^(?:${pattern})$`).test(digits) && STRICTER[code]?.test(digits) !== false;

const matchesPlan = (plan: NumberingPlan, digits: string): boolean =>
	matchesPattern(plan, digits) && !isException(plan, digits);

/** No calling code is the beginning of another one. */
const zoneOf = (digits: string): Zone | undefined =>
	[1, 2, 3].map((length) => ZONES.get(digits.slice(0, length))).find((zone) => zone !== undefined);

/** The digits without the prefix that is dialed only within the country; unchanged if there is none. */
function withoutTrunk({ trunk, rewritten }: NumberingPlan, digits: string): string {
	if (trunk === undefined) return digits;
	const prefix = regExp(`^(?:${trunk})`);
	const [found = '', ...groups] = prefix.exec(digits) ?? [];
	// The captured part of the prefix belongs to the number.
	return rewritten !== undefined && groups.at(-1) !== undefined
		? digits.replace(prefix, rewritten)
		: digits.slice(found.length);
}

/** Fewest digits of a long number. In countries with such numbers, one repeated digit means "no number". */
const LONG = 9;

const isPlaceholder = ({ mobile = 0 }: NumberingPlan, digits: string): boolean =>
	Math.max(mobile, digits.length) >= LONG && /^(\d)\1+$/.test(digits);

/**
 * @param candidates digits after the calling code, the likeliest first
 * @param plan the plan to name when none fits
 */
function readingOf(zone: Zone, candidates: [string, ...string[]], plan: NumberingPlan = zone[0]): Reading {
	const { code } = zone[0];
	const lengths = lengthsOf(zone[0]);
	const ofLength = candidates.filter(({ length }) => lengths.includes(length));
	const national = ofLength.find((digits) => zone.some((member) => matchesPlan(member, digits)));
	if (national !== undefined && isPlaceholder(zone[0], national)) return { misfit: { kind: 'oneDigit', plan } };
	if (national !== undefined) return { number: `+${code}${national}` };
	const exceptional = ofLength.find((digits) => zone.some((member) => matchesPattern(member, digits)));
	if (exceptional !== undefined) return { misfit: { kind: 'otherLength', digits: exceptional.length, plan } };
	if (ofLength.length > 0) return { misfit: { kind: 'noSuchNumber', plan } };
	return { misfit: { kind: 'wrongLength', digits: candidates[0].length, plan, lengths } };
}

/** Reads digits that begin with a calling code. A text that is a number already has no trunk prefix. */
export function readInternational(digits: string): Reading {
	const zone = zoneOf(digits);
	if (!zone) return { misfit: { kind: 'noCallingCode' } };
	const [main] = zone;
	const national = digits.slice(main.code.length);
	return readingOf(zone, [national, withoutTrunk(main, national)]);
}

/** Reads digits that begin with the prefix for other countries, which no zero follows. */
function readAbroad(exit: string, digits: string): Reading | undefined {
	const [found] = regExp(`^(?:${exit})(?=[1-9])`).exec(digits) ?? [];
	return found === undefined ? undefined : readInternational(digits.slice(found.length));
}

const EXIT = '00';

/** A usual mobile number that is dialed without trunk prefix may begin with the digits of the calling code, as in India. */
const isUsual = (plan: NumberingPlan, digits: string): boolean =>
	digits.length === plan.mobile && matchesPlan(plan, digits);

/** Reads digits as they are dialed in the country, or with its calling code. */
function readIn(plan: NumberingPlan, zone: Zone, digits: string): Reading {
	const national = readingOf(zone, [withoutTrunk(plan, digits), digits], plan);
	const abroad = readAbroad(plan.exit ?? EXIT, digits) ?? readAbroad(EXIT, digits);
	const withCode = digits.startsWith(plan.code) && !isUsual(plan, digits) ? readInternational(digits) : undefined;
	const numbers = [...new Set([national, abroad, withCode].flatMap((reading) => reading?.number ?? []))];
	const [number, ...others] = numbers;
	if (number === undefined) return abroad ?? national;
	return others.length === 0 ? { number } : { misfit: { kind: 'ambiguous', numbers } };
}

/**
 * Reads digits without a plus before them.
 * @param country where they are dialed; undefined if that is not known
 */
export function readNational(digits: string, country: string | undefined): Reading {
	const plan = country === undefined ? undefined : PLANS[country];
	const zone = plan && ZONES.get(plan.code);
	if (zone) return readIn(plan, zone, digits);
	return readAbroad(EXIT, digits) ?? { misfit: { kind: 'noCountry' } };
}

/** A number whose country is known. */
export interface Whole {
	plan: NumberingPlan;
	/** Its digits after the calling code. */
	national: string;
}

/** Fewer digits are an area code, or a part of a number. */
const FEWEST = 6;

const isWhole = ({ mobile = FEWEST }: NumberingPlan, national: string): boolean =>
	national.length >= Math.min(mobile, FEWEST);

/** @param number in E.164; undefined when it may be a part of one */
export function wholeNumber(number: string): Whole | undefined {
	const plan = zoneOf(number.slice(1))?.[0];
	const national = number.slice(1 + (plan?.code.length ?? 0));
	return plan && isWhole(plan, national) ? { plan, national } : undefined;
}

/**
 * The country of a number, as two letters; of countries that share a calling code, the one whose plan is for all.
 * @param number in E.164
 */
export function countryOf(number: string): string | undefined {
	const plan = wholeNumber(number)?.plan;
	return Object.keys(PLANS).find((id) => PLANS[id] === plan);
}

/** Whether digits are dialed as a number of the country by themselves. */
export function isDialedIn(plan: NumberingPlan, digits: string): boolean {
	const national = withoutTrunk(plan, digits);
	return (
		(plan.trunk === undefined || national !== digits) &&
		isWhole(plan, national) &&
		lengthsOf(plan).includes(national.length) &&
		matchesPlan(plan, national)
	);
}

/** Whether a number is shorter than a usual mobile one, where these are long; @param number in E.164 */
export function isShort(number: string): boolean {
	const { mobile = 0, code } = zoneOf(number.slice(1))?.[0] ?? { code: '' };
	return mobile >= LONG && number.length - 1 - code.length < mobile;
}
