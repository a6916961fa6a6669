import { unfit } from '../../../shared/executor/failure';
import type { Call } from '../../../shared/executor/operation';
import { isRecord } from '../../../shared/json';
import { jsonObject, readJson } from '../../../shared/operations/prepare';
import { filledText } from '../../texts';
import { idFrom, isEmpty, valueFrom } from '../../values';
import { furtherFields, OPTIONAL_FIELDS } from './fields';

type Body = Record<string, unknown>;

/** Both members are required; without a text before the call, an empty one is sent (apis/kayse.md 6.1a). */
function smsBeforeCall(call: Call): Body {
	const reading = { label: 'Send SMS Before Call', timeZone: call.timeZone };
	const wanted = valueFrom(call.field('sendSmsBeforeCall', false), 'bool', reading) === true;
	return {
		send_sms_before_call: wanted,
		sms_before_call_text: wanted ? filledText(call.field('smsBeforeCallText'), 'SMS Before Call Text') : '',
	};
}

/** What was added and left empty says nothing. */
function optionalMembers(call: Call, added: Body): Body {
	const filled = OPTIONAL_FIELDS.filter(({ property: { name } }) => !isEmpty(added[name]));
	const members = filled.map(({ member, read, property: { name, displayName } }): [string, unknown] => [
		member,
		read(added[name], { label: displayName, timeZone: call.timeZone }),
	]);
	return Object.fromEntries(members.filter(([, value]) => !Array.isArray(value) || value.length > 0));
}

/** A text that nobody would get, or an SMS without a text, is not what the user means. */
function checkSmsAfterCall(body: Body, kind: 'Successful' | 'Failed'): void {
	const when = `after_${kind.toLowerCase()}_call`;
	const hasText = body[`sms_${when}_text`] !== undefined;
	const wanted = body[`send_sms_${when}`];
	const [textLabel, wantedLabel] = [`"SMS After ${kind} Call Text"`, `"Send SMS After ${kind} Call"`];
	if (wanted === true && !hasText) throw unfit(`${textLabel} is empty`, `Add ${textLabel}, or take ${wantedLabel} out.`);
	if (hasText && wanted === undefined) {
		throw unfit(`${textLabel} is filled in, but ${wantedLabel} is not there`, `Add ${wantedLabel} to turn it on or off.`);
	}
}

/**
 * A campaign in the shape of seed 002, and on top what the user adds as JSON.
 * @throws ItemFailure naming the field that does not fit
 */
export function campaignBody(call: Call): Body {
	const collection = call.field('additionalFields', {});
	const added = isRecord(collection) ? collection : {};
	const optional = optionalMembers(call, added);
	checkSmsAfterCall(optional, 'Successful');
	checkSmsAfterCall(optional, 'Failed');
	const further = added[furtherFields.name];
	return {
		name: filledText(call.field('name'), 'Name'),
		agent_id: filledText(call.field('agentId'), 'Agent ID').trim(),
		case_list_id: idFrom(call.field('caseListId'), 'Case List'),
		...smsBeforeCall(call),
		...optional,
		...(isEmpty(further) ? {} : readJson(further, furtherFields.displayName, jsonObject())),
	};
}
