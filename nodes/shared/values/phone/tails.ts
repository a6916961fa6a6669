import { isDialedIn, wholeNumber, type Whole } from './numbering';
import type { Cut, Flaw } from './spelling';

/**
 * Countries in which an extension is dialed after the company's number: Austria, and Germany except for its mobile
 * numbers.
 */
const DIRECT_DIALING = /^\+4(?:3|9(?!1[5-7]))/;

/** Most digits of an extension. */
const SHORT = 4;

const POINT = /[.\u00b7\u2022]/;
/** "664123.00", "664123.5"; if points also separate the groups, it is less likely a fraction. */
const FRACTION = /^(?:0+|\d{1,2})$/;
const GROUPED = /^0{1,2}$/;

const PARTING = /[/\\\n\r\u2028\u2029]/;

/** Digits after a usual mobile number. Three or more may be its last group, if all groups have the same separator. */
const isDesk = ({ plan, national }: Whole, { between, after, written }: Cut): boolean =>
	plan.mobile !== undefined &&
	national.length >= plan.mobile &&
	(after.length === 1 || (after.length <= SHORT && !written.includes(between)));

/** "51234 - 51235": as many digits as the group before has. */
const isAnother = ({ between, after, written }: Cut): boolean =>
	/^\s+\p{Pd}\s+$/u.test(between) &&
	after.length > SHORT &&
	after.length === (/(?<!\d)\d+$/.exec(written)?.[0].length ?? 0);

/**
 * Why a cell is not one number: it is a number plus the digits after the cut.
 * @param number before the cut, in E.164
 */
export function tailOf(number: string, cut: Cut): Flaw | undefined {
	const { between, after, written } = cut;
	const whole = wholeNumber(number);
	if (!whole) return undefined;
	if (PARTING.test(between) || isDialedIn(whole.plan, after) || isAnother(cut)) return { kind: 'several' };
	if (POINT.test(between) && (POINT.test(written) ? GROUPED : FRACTION).test(after)) return { kind: 'fraction' };
	if ((between === '_' && !written.includes('_')) || (!DIRECT_DIALING.test(number) && isDesk(whole, cut)))
		return { kind: 'extension', part: after };
	return undefined;
}
