/** Names that only n8n's expressions have, such as `$json.name`, `$('Leads')` and `$node["Leads"]`. */
const OF_N8N = String.raw`\$(?:(?:json|binary|node|input|items?|prevNode|vars|execution|workflow|parameter|fromAI|now|today|if|ifEmpty|jmespath)(?![\p{L}\p{N}_])|\()`;

/** Within braces, or in the form of code with n8n's names. The vendor fills in `{{first_name}}`. */
const UNEVALUATED = [
	new RegExp(String.raw`\{\{[^{}]*${OF_N8N}[^{}]*(?:\}\})?`, 'u'),
	/^\s*=\s*\{\{[^]*/,
	/\$(?:json|binary|node|input|items?)(?:\?\.|\.(?=\p{L})|\[|\(\))[^\s,!?]*/u,
	/\$\(\s*["'`][^"'`]*["'`]\s*\)[^\s,!?]*/u,
];

/**
 * An expression within a text that n8n has not evaluated: its field is on Fixed, or an earlier node has brought it as
 * text.
 */
export function unevaluatedIn(text: string): string | undefined {
	if (!text.includes('$') && !text.includes('{{')) return undefined;
	return UNEVALUATED.map((pattern) => pattern.exec(text)?.[0]).find(Boolean);
}
