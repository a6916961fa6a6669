import { invalidInput } from '../../../shared/contract/failure';
import type { ItemParameters } from '../../../shared/contract/operation';
import { isRecord } from '../../../shared/values/json';
import { jsonObject, readJson } from '../../../shared/operations/readers';
import { furtherFields, OPTIONAL_FIELDS } from './fields';
import { checkDays, dayWarnings, onFirstDay } from './days';
import { delayWarnings } from './delays';
import { checkHours, hourWarnings } from './hours';
import type { Body } from './rows';
import { hoursOfJson, listsOfJson } from './schedule';

/** Both members are required; without a text before the call, the text is empty (docs/vendors/kayse.md#campaigns). */
function smsBeforeCall(item: ItemParameters): Body {
	const wanted = item.parameter('sendSmsBeforeCall', false) === true;
	return { send_sms_before_call: wanted, sms_before_call_text: wanted ? item.parameter('smsBeforeCallText') : '' };
}

function optionalMembers(added: Body): Body {
	const given = OPTIONAL_FIELDS.filter(({ property: { name } }) => added[name] !== undefined);
	const members = given.map(({ member, write, property: { name } }): [string, unknown] => [
		member,
		write ? write(added[name]) : added[name],
	]);
	return Object.fromEntries(members.filter(([, value]) => !Array.isArray(value) || value.length > 0));
}

/** Refuses a text without recipients, and an SMS without a text: both must be mistakes. */
function checkSmsAfterCall(body: Body, kind: 'Successful' | 'Failed'): void {
	const when = `after_${kind.toLowerCase()}_call`;
	const hasText = body[`sms_${when}_text`] !== undefined;
	const wanted = body[`send_sms_${when}`];
	const [textLabel, wantedLabel] = [`"SMS After ${kind} Call Text"`, `"Send SMS After ${kind} Call"`];
	if (wanted === true && !hasText)
		throw invalidInput(`${textLabel} is empty`, `Add ${textLabel}, or remove ${wantedLabel}.`);
	if (hasText && wanted === undefined) {
		throw invalidInput(`${textLabel} needs ${wantedLabel}`, `Add ${wantedLabel} to turn it on or off.`);
	}
}

/**
 * The body of a campaign in the form of the API reference (docs/vendors/kayse.md#c11), with the user's JSON on top.
 * @throws ItemFailure with the name of an invalid field
 */
export function campaignBody(item: ItemParameters): Body {
	const collection = item.parameter('additionalFields', {});
	const added = isRecord(collection) ? collection : {};
	const optional = optionalMembers(added);
	checkSmsAfterCall(optional, 'Successful');
	checkSmsAfterCall(optional, 'Failed');
	const json = added[furtherFields.name];
	const further = json === undefined ? {} : readJson(json, furtherFields.displayName, jsonObject());
	const lists = listsOfJson(further, item.timeZone);
	const body: Body = {
		name: item.parameter('name'),
		agent_id: item.parameter('agentId'),
		case_list_id: item.parameter('caseListId'),
		...smsBeforeCall(item),
		...onFirstDay(optional, lists, item.timeZone),
		...further,
		...lists,
		...onFirstDay(hoursOfJson(further, item.timeZone), lists, item.timeZone),
	};
	checkHours(body, item.timeZone);
	checkDays(body);
	return body;
}

/** Warnings about a campaign that Kayse accepts. */
export function campaignWarnings(item: ItemParameters): string[] {
	const body = campaignBody(item);
	return [...hourWarnings(body, item.timeZone), ...dayWarnings(body, item.timeZone), ...delayWarnings(body)];
}
