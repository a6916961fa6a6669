/** What n8n knows in an expression and nothing else does, such as `$json.name`, `$('Leads')` and `$node["Leads"]`. */
const OF_N8N = String.raw`\$(?:(?:json|binary|node|input|items?|prevNode|vars|execution|workflow|parameter|fromAI|now|today|if|ifEmpty|jmespath)(?![\p{L}\p{N}_])|\()`;

/** Within braces, or so as n8n's names are written in code. `{{first_name}}` is the vendor's to fill in. */
const UNEVALUATED = [
	new RegExp(String.raw`\{\{[^{}]*${OF_N8N}[^{}]*(?:\}\})?`, 'u'),
	/^\s*=\s*\{\{[^]*/,
	/\$(?:json|binary|node|input|items?)(?:\?\.|\.(?=\p{L})|\[|\(\))[^\s,!?]*/u,
	/\$\(\s*["'`][^"'`]*["'`]\s*\)[^\s,!?]*/u,
];

/** An expression that n8n has not evaluated, as it stands in a text: its field is on Fixed, or an earlier node has brought it as text. */
export function unevaluatedIn(text: string): string | undefined {
	if (!text.includes('$') && !text.includes('{{')) return undefined;
	return UNEVALUATED.map((pattern) => pattern.exec(text)?.[0]).find(Boolean);
}
