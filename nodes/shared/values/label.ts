/** `campaignId` as the editor labels it: `Campaign ID`. */
export function labelOf(parameter: string): string {
	const words = parameter
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.replace(/\bId(s?)\b/gi, 'ID$1')
		.replace(/\bUrl\b/gi, 'URL');
	return words.charAt(0).toUpperCase() + words.slice(1);
}
