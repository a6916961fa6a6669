import { DateTime } from 'luxon';

import type { Channel, Contact, NotToBeReached } from '../contract/contact';
import type { Failure } from '../contract/failure';
import { shown } from '../values/shown';
import { contactHoursOption, contactLimitOption } from './fields';
import { HOUR_MS, type ContactLimit } from './limit';

const NOT_DONE: Readonly<Record<Channel, string>> = {
	call: 'Not called',
	text: 'Not texted',
	email: 'Not written to',
	invitation: 'Not added',
};

function heldBack({ channel }: Contact, why: string, reason: string, at: number): Failure {
	const possibleAt = DateTime.fromMillis(at, { zone: 'utc' }).toISO() ?? '';
	return {
		kind: 'heldBack',
		message: `${NOT_DONE[channel]}: ${why}`,
		description:
			'Nothing was sent for this item. possibleAt says when it is possible: use a Wait node until then, or run the item again later.',
		held: { reason, possibleAt },
	};
}

/** @param who the person and the opt-out, in words */
export const byOptOut = (channel: Channel, who: string): Failure => ({
	kind: 'heldBack',
	message: `${NOT_DONE[channel]}: ${who}`,
	description: 'Nothing was sent for this item, and waiting does not help.',
	held: { reason: 'optedOut' satisfies NotToBeReached },
});

const periodOf = ({ periodMs }: ContactLimit): string => {
	const hours = periodMs / HOUR_MS;
	if (hours % 24 !== 0) return hours === 1 ? 'hour' : `${hours} hours`;
	return hours === 24 ? 'day' : `${hours / 24} days`;
};

/** @param at when the contact will be possible, epoch ms */
export const byLimit = (contact: Contact, limit: ContactLimit, at: number): Failure =>
	heldBack(
		contact,
		`${shown(contact.person)} has been reached ${limit.most === 1 ? 'once' : `${limit.most} times`} in the last ${periodOf(limit)}, as often as "Contact Limit" allows`,
		contactLimitOption.name,
		at,
	);

/** @param at when the contact will be possible, epoch ms */
export const byHours = (contact: Contact, zone: string, now: number, at: number): Failure =>
	heldBack(
		contact,
		`it is ${DateTime.fromMillis(now, { zone }).toFormat('cccc HH:mm', { locale: 'en' })} in ${zone}, outside "Contact Hours"`,
		contactHoursOption.name,
		at,
	);

/** If the person's time zone is not known, no rule of opening hours can be kept. */
export const withoutZone = ({ person }: Contact): Failure => ({
	kind: 'input',
	message: `"Contact Hours" cannot be applied: the time zone of ${shown(person)} is unknown`,
	description: 'Fill in "Time Zone of the Person" or "Time Zone Else" under "Contact Hours".',
});

/** For a number whose possible zones have no common hours. */
export const withoutCommonHours = ({ person }: Contact): Failure => ({
	kind: 'input',
	message: `"Contact Hours" leave no time for ${shown(person)}: the number may be in several time zones`,
	description: 'Fill in "Time Zone of the Person" under "Contact Hours", or choose longer hours.',
});
