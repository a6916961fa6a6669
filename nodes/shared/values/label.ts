/** The kinds of removal of the record in a field. */
const WAYS_TO_REMOVE = ['Delete', 'Detach', 'Release', 'Remove', 'Unassign'] as const;

export type WayToRemove = (typeof WAYS_TO_REMOVE)[number];

const TO_REMOVE = new RegExp(`To(${WAYS_TO_REMOVE.join('|')})$`);

/** `agentIdToDelete`, for the `agentId` of an operation that erases. */
export const nameToRemove = (way: WayToRemove, parameter: string): string => `${parameter}To${way}`;

/** The kind of value in a parameter, for any purpose: `agentIdToDelete` holds an `agentId`. */
export const contentOf = (parameter: string): string => parameter.replace(TO_REMOVE, '');

/** `campaignId` as the editor labels it: `Campaign ID`. */
export function labelOf(parameter: string): string {
	const words = contentOf(parameter)
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.replace(/\bId(s?)\b/gi, 'ID$1')
		.replace(/\bUrl\b/gi, 'URL');
	return words.charAt(0).toUpperCase() + words.slice(1);
}
