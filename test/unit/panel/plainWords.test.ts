import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

import { isRecord } from '../../../nodes/shared/values/json';
import { CREDENTIAL_TYPES } from '../../support/credentialTypes';
import { NODE_TYPES_BY_NAME } from '../../support/nodeTypes';

const ROOT = join(__dirname, '../../..');

/** Words of those who make software. */
const OURS = /\b(packs?|idempoten\w+|opaque|doubtful)\b/i;

/** Relative clauses in place of a noun, and idioms that a reader with little English does not know. */
const TRANSLATED =
	/\b(whoever|came to pass|is no (?:date|text|number|list)|unsends|taken back|what is (?:empty|left out|filled in)|told apart|goes by|(?:waits?|goes) on with|hands out|named no|knows no|shows whether it)\b/i;

/** Names of headers, kinds and files do not count as text: a text has blanks in it. */
const isText = (text: string): boolean => /\S\s+\S/.test(text);

function textsOf(file: string): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
		if (ts.isTemplateExpression(node))
			found.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…'));
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
	return found.filter(isText);
}

const sources = ['nodes', 'credentials'].flatMap((folder) =>
	readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts'))
		.map((name) => join(folder, name)),
);

/** Every text of a description, that of a label with one word too; names in code, such as those of parameters, are none. */
function shownIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(shownIn);
	if (!isRecord(value)) return [];
	const isOption = Object.hasOwn(value, 'value') && typeof value.name === 'string';
	const texts = ['displayName', 'description', 'action', 'hint', 'placeholder', ...(isOption ? ['name'] : [])];
	return Object.entries(value).flatMap(([name, member]) =>
		texts.includes(name) && typeof member === 'string' ? [member] : shownIn(member),
	);
}

describe('the texts in the panel, in hints and in errors', () => {
	it.each([
		...NODE_TYPES_BY_NAME.map(([name, { description }]) => [name, description] as const),
		...CREDENTIAL_TYPES.map((credential) => [credential.displayName, { ...credential }] as const),
	])('have no word of programmers in a label, option, placeholder or notice of %s', (_name, description) => {
		const texts = shownIn(description);
		expect(texts.length).toBeGreaterThan(5);
		expect(texts.filter((text) => OURS.test(text))).toEqual([]);
	});

	it('have only plain English in the texts of the vendors', () => {
		const texts = sources
			.filter((name) => !name.startsWith(join('nodes', 'shared')))
			.flatMap((name) => textsOf(join(ROOT, name)).map((text) => ({ name, text })));
		expect(texts.length).toBeGreaterThan(1_000);
		expect(texts.filter(({ text }) => TRANSLATED.test(text))).toEqual([]);
	});

	it('have no word of programmers', () => {
		const texts = sources.flatMap((name) => textsOf(join(ROOT, name)).map((text) => ({ name, text })));
		expect(texts.length).toBeGreaterThan(1_000);
		expect(texts.filter(({ text }) => OURS.test(text))).toEqual([]);
	});
});
