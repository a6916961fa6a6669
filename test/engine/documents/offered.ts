import type { INodeProperties, INodeType } from 'n8n-workflow';

import { entryPointsIn } from '../../../nodes/shared/engine/entryPoint';

/** A field of an operation that holds a value, and where it is in its panel. */
export interface OfferedField {
	/** As in "filters.days". */
	path: string;
	field: INodeProperties;
}

const isProperty = (option: object): option is INodeProperties => 'type' in option;

/** The fields inside collections, in place of the collections. */
export const leavesOf = (fields: INodeProperties[], parent = ''): OfferedField[] =>
	fields.flatMap((field) => {
		const path = `${parent}${field.name}`;
		const { options = [] } = field;
		if (field.type === 'collection') return leavesOf(options.filter(isProperty), `${path}.`);
		if (field.type !== 'fixedCollection') return [{ path, field }];
		return options.flatMap((group) => ('values' in group ? leavesOf(group.values, `${path}.${group.name}.`) : []));
	});

/** The fields that each operation of a node reads, by resource and operation as in "agent.create". */
export const fieldsByOperation = ({ description }: INodeType): Map<string, OfferedField[]> =>
	new Map(
		[...entryPointsIn(description.properties)].flatMap(([resource, entryPoints]) =>
			[...entryPoints].map(([operation, { target }]) => [`${resource}.${operation}`, leavesOf(target.fields)] as const),
		),
	);

/** Names on the wire of what the description does not send by itself, by the path in the panel. */
const SENT_OTHERWISE: Record<string, string> = {
	'kakiyo additionalFields.workingDays': 'workingHours.days',
	'kakiyo additionalFields.ongoing': 'ongoing',
	'kakiyo additionalFields.customData': 'customData',
	'kakiyo additionalFields.roles': 'roles',
	'kakiyo campaignIds': 'campaignIds',
	'kakiyo customData': 'customData',
	'kakiyo updateFields.workingDays': 'workingHours.days',
	'kakiyo updateFields.invitationsOnly': 'settings.invitationsOnly',
	'kakiyo updateFields.skipInNetwork': 'settings.skipInNetwork',
	'kakiyo updateFields.followUps.followUp.delay': 'followUps.delay',
	'kayse additionalFields.callbackDelays.delay.days': 'callback_delays.days',
	'kayse additionalFields.callbackDelays.delay.hours': 'callback_delays.hours',
	'kayse additionalFields.callbackDelays.delay.minutes': 'callback_delays.minutes',
	'kayse additionalFields.callsScheduledExternally': 'calls_scheduled_externally',
	'kayse additionalFields.days': 'days',
	'kayse additionalFields.endTime': 'end_time',
	'kayse additionalFields.onBehalfOf': 'is_obo',
	'kayse additionalFields.sendSmsAfterFailedCall': 'send_sms_after_failed_call',
	'kayse additionalFields.sendSmsAfterSuccessfulCall': 'send_sms_after_successful_call',
	'kayse additionalFields.smsBeforeCallDelay': 'send_sms_before_call_delay_minutes',
	'kayse additionalFields.startTime': 'start_time',
	'kayse sendSmsBeforeCall': 'send_sms_before_call',
	'kayse withClients': 'with_clients',
};

/** The vendor's name for what a field sends; undefined where it sends nothing, or what the user names. */
export const sentName = (node: INodeType, { path, field }: OfferedField): string | undefined =>
	field.routing?.send?.property ?? SENT_OTHERWISE[`${node.description.name} ${path}`];
