/** What operations do to the record in a field that the nodes cannot take back. */
const WAYS_FOR_GOOD = ['Cancel', 'Delete', 'Detach', 'Pause', 'Release', 'Remove', 'Rotate', 'Unassign'] as const;

/** One of these ways, as it stands in the name of a field. */
export type WayForGood = (typeof WAYS_FOR_GOOD)[number];

const FOR_GOOD = new RegExp(`To(${WAYS_FOR_GOOD.join('|')})$`);

/** `agentIdToDelete`, for the `agentId` of an operation that erases. */
export const nameForGood = (way: WayForGood, parameter: string): string => `${parameter}To${way}`;

/** The kind of value in a parameter, for any purpose: `agentIdToDelete` holds an `agentId`. */
export const contentOf = (parameter: string): string => parameter.replace(FOR_GOOD, '');

/** `campaignId` as the editor labels it: `Campaign ID`. */
export function labelOf(parameter: string): string {
	const words = contentOf(parameter)
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.replace(/\bId(s?)\b/gi, 'ID$1')
		.replace(/\bUrl\b/gi, 'URL');
	return words.charAt(0).toUpperCase() + words.slice(1);
}
