import type { Contact } from '../contract/contact';
import type { Failure } from '../contract/failure';
import { contactHoursOption, type ContactHours } from './fields';
import { byHours, withoutCommonHours, withoutZone } from './heldBack';
import { isOpen, isUnusualEnd, isUnusualStart, nextOpening, UNUSUAL, USUAL_HOURS } from './openingHours';
import { zonesOf } from './zones';

/** Where a person's clock is to be asked. */
function zonesFor({ telephone }: Contact, { timeZone, timeZoneElse }: ContactHours): readonly string[] {
	if (timeZone !== undefined) return [timeZone];
	const told = telephone === undefined ? [] : zonesOf(telephone);
	return told.length === 0 && timeZoneElse !== undefined ? [timeZoneElse] : told;
}

/** Why a person is not to be contacted at this time of day; undefined when nothing is against it. @param now epoch ms */
export function heldBackByHours(contact: Contact, hours: ContactHours | undefined, now: number): Failure | undefined {
	if (!hours) return undefined;
	const zones = zonesFor(contact, hours);
	if (zones.length === 0) return withoutZone(contact);
	const closed = zones.find((zone) => !isOpen(hours, zone, now));
	if (closed === undefined) return undefined;
	const at = nextOpening(hours, zones, now);
	return at === undefined ? withoutCommonHours(contact) : byHours(contact, closed, now, at);
}

/** What to tell of hours that are allowed and early or late; an e-mail rings nobody up. */
export function hoursWarnings({ channel }: Contact, hours: ContactHours | undefined): string[] {
	if (!hours || (channel !== 'call' && channel !== 'text')) return [];
	const { from, to } = hours;
	return isUnusualStart(from) || isUnusualEnd(to)
		? [`"${contactHoursOption.displayName}" are from ${from} to ${to}: ${UNUSUAL}.`]
		: [];
}

/** Whether it is early or late for who is called or texted, wherever the number may be. @param now epoch ms */
export function isUnusual({ channel, telephone }: Contact, now: number): boolean {
	if (telephone === undefined || (channel !== 'call' && channel !== 'text')) return false;
	const zones = zonesOf(telephone);
	return zones.length > 0 && zones.every((zone) => !isOpen(USUAL_HOURS, zone, now));
}
