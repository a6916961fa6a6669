import type { Contact } from '../contract/contact';
import type { Failure } from '../contract/failure';
import { contactHoursOption, type ContactHours } from './fields';
import { byHours, withoutCommonHours, withoutZone } from './heldBack';
import { isOpen, isUnusualEnd, isUnusualStart, nextOpening, UNUSUAL, USUAL_HOURS } from './openingHours';
import { zonesOf } from './zones';

/** Where to find the person's time zone. */
function zonesFor({ telephone }: Contact, { timeZone, timeZoneElse }: ContactHours): readonly string[] {
	if (timeZone !== undefined) return [timeZone];
	const told = telephone === undefined ? [] : zonesOf(telephone);
	return told.length === 0 && timeZoneElse !== undefined ? [timeZoneElse] : told;
}

/**
 * Why a person must not be contacted at this time of day; undefined when the time is allowed.
 * @param now epoch ms
 */
export function heldBackByHours(contact: Contact, hours: ContactHours | undefined, now: number): Failure | undefined {
	if (!hours) return undefined;
	const zones = zonesFor(contact, hours);
	if (zones.length === 0) return withoutZone(contact);
	const closed = zones.find((zone) => !isOpen(hours, zone, now));
	if (closed === undefined) return undefined;
	const at = nextOpening(hours, zones, now);
	return at === undefined ? withoutCommonHours(contact) : byHours(contact, closed, now, at);
}

/** A warning about hours that are allowed but early or late. An email does not ring. */
export function hoursWarnings({ channel }: Contact, hours: ContactHours | undefined): string[] {
	if (!hours || (channel !== 'call' && channel !== 'text')) return [];
	const { from, to } = hours;
	return isUnusualStart(from) || isUnusualEnd(to)
		? [`"${contactHoursOption.displayName}" are from ${from} to ${to}: ${UNUSUAL}.`]
		: [];
}

/**
 * Whether it is early or late in any possible zone of a number that is called or texted.
 * @param now epoch ms
 */
export function isUnusual({ channel, telephone }: Contact, now: number): boolean {
	if (telephone === undefined || (channel !== 'call' && channel !== 'text')) return false;
	const zones = zonesOf(telephone);
	return zones.length > 0 && zones.every((zone) => !isOpen(USUAL_HOURS, zone, now));
}
