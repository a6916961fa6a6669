import { isDialedIn, wholeNumber, type Whole } from './numbering';
import type { Cut, Flaw } from './spelling';

/** Where a desk's digits are dialed behind those of the house: Austria, and Germany but for its mobile numbers. */
const DIRECT_DIALING = /^\+4(?:3|9(?!1[5-7]))/;

/** Most digits of a desk. */
const SHORT = 4;

const POINT = /[.\u00b7\u2022]/;
/** "664123.00", "664123.5"; where points part the groups as well, less is like a fraction. */
const FRACTION = /^(?:0+|\d{1,2})$/;
const GROUPED = /^0{1,2}$/;

const PARTING = /[/\\\n\r\u2028\u2029]/;

/** Digits behind a usual mobile number. Three and more may be its last group, where all groups are parted alike. */
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
 * Why a cell is not one number, which is a number without the digits behind the cut.
 * @param number what stands before the cut, in E.164
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
