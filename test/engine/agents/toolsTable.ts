import type { OfferedTool } from './offeredTools';
import { NOT_FOR_MODELS, RECOMMENDED } from './recommended';

const inCell = (text: string): string => text.replaceAll('|', '\\|');

const sumOf = (tools: OfferedTool[], of: (tool: OfferedTool) => number): string =>
	tools.reduce((sum, tool) => sum + of(tool), 0).toLocaleString('en');

function rowOf({ at, nodeName, text, arguments: shown, tokens }: OfferedTool): string {
	const asked = Object.entries(shown).map(([name, { description = '' }]) => `\`${name}\`: ${description}`);
	return `| ${[at, nodeName, text, asked.join('<br>'), String(tokens)].map(inCell).join(' | ')} |`;
}

function setOf(vendor: string, tools: OfferedTool[]): string {
	return [
		`All ${tools.length} tools have ${sumOf(tools, ({ tokens }) => tokens)} tokens; with the JSON around them, as a request to a model holds it, ${sumOf(tools, ({ tokensOfJson }) => tokensOfJson)}.`,
		`Recommended: ${(RECOMMENDED[vendor] ?? []).join(', ')}.`,
		`Not for a model: ${(NOT_FOR_MODELS[vendor] ?? []).join(', ')}.`,
	].join('\n\n');
}

/** docs/tools.md. */
export function toolsTable(tools: OfferedTool[]): string {
	const vendors = [...new Set(tools.map(({ vendor }) => vendor))];
	const ofVendor = (vendor: string) => tools.filter((tool) => tool.vendor === vendor);
	return (
		[
			'# What a model reads before it calls',
			'`npm run docs` makes this page from the definitions. It shows each tool as it is when you add it and change nothing. You can change the text under *Description*, and fill in any argument yourself: a model is then not asked for it.',
			`Tokens are counted at four characters each, of the words: name, text, and of each argument name, type and description.`,
			'Hand a model 8 to 12 tools, and those only that its task needs. Put n8n’s approval step before what contacts people, costs money or erases. What a model gets back: [agents.md](agents.md).',
			...vendors.flatMap((vendor) => [
				`## ${vendor}`,
				setOf(vendor, ofVendor(vendor)),
				[
					'| Operation | Tool | Text | Arguments | Tokens |',
					'|---|---|---|---|---|',
					...ofVendor(vendor).map(rowOf),
				].join('\n'),
			]),
			'',
		]
			.join('\n\n')
			.trimEnd() + '\n'
	);
}
