import { invalidInput } from '../../../shared/contract/failure';
import type { ItemParameters } from '../../../shared/contract/operation';
import { isRecord } from '../../../shared/values/json';
import { jsonObject, readJson } from '../../../shared/operations/readers';
import { filledText } from '../../texts';
import { idFrom, isEmpty, valueFrom } from '../../values';
import { furtherFields, OPTIONAL_FIELDS } from './fields';

type Body = Record<string, unknown>;

/** Both members are required; without a text before the call, an empty one is sent (apis/kayse.md 6.1a). */
function smsBeforeCall(item: ItemParameters): Body {
	const reading = { label: 'Send SMS Before Call', timeZone: item.timeZone };
	const wanted = valueFrom(item.parameter('sendSmsBeforeCall', false), 'bool', reading) === true;
	return {
		send_sms_before_call: wanted,
		sms_before_call_text: wanted ? filledText(item.parameter('smsBeforeCallText'), 'SMS Before Call Text') : '',
	};
}

/** What was added and left empty says nothing. */
function optionalMembers(item: ItemParameters, added: Body): Body {
	const filled = OPTIONAL_FIELDS.filter(({ property: { name } }) => !isEmpty(added[name]));
	const members = filled.map(({ member, read, property: { name, displayName } }): [string, unknown] => [
		member,
		read(added[name], { label: displayName, timeZone: item.timeZone }),
	]);
	return Object.fromEntries(members.filter(([, value]) => !Array.isArray(value) || value.length > 0));
}

/** A text that nobody would get, or an SMS without a text, is not what the user means. */
function checkSmsAfterCall(body: Body, kind: 'Successful' | 'Failed'): void {
	const when = `after_${kind.toLowerCase()}_call`;
	const hasText = body[`sms_${when}_text`] !== undefined;
	const wanted = body[`send_sms_${when}`];
	const [textLabel, wantedLabel] = [`"SMS After ${kind} Call Text"`, `"Send SMS After ${kind} Call"`];
	if (wanted === true && !hasText) throw invalidInput(`${textLabel} is empty`, `Add ${textLabel}, or take ${wantedLabel} out.`);
	if (hasText && wanted === undefined) {
		throw invalidInput(`${textLabel} is filled in, but ${wantedLabel} is not there`, `Add ${wantedLabel} to turn it on or off.`);
	}
}

/**
 * A campaign in the shape of seed 002, and on top what the user adds as JSON.
 * @throws ItemFailure naming the field that does not fit
 */
export function campaignBody(item: ItemParameters): Body {
	const collection = item.parameter('additionalFields', {});
	const added = isRecord(collection) ? collection : {};
	const optional = optionalMembers(item, added);
	checkSmsAfterCall(optional, 'Successful');
	checkSmsAfterCall(optional, 'Failed');
	const further = added[furtherFields.name];
	return {
		name: filledText(item.parameter('name'), 'Name'),
		agent_id: filledText(item.parameter('agentId'), 'Agent ID').trim(),
		case_list_id: idFrom(item.parameter('caseListId'), 'Case List'),
		...smsBeforeCall(item),
		...optional,
		...(isEmpty(further) ? {} : readJson(further, furtherFields.displayName, jsonObject())),
	};
}
