import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import regexp from 'eslint-plugin-regexp';
import globals from 'globals';
import { defineConfig, globalIgnores } from 'eslint/config';
import * as jsoncParser from 'jsonc-eslint-parser';
import tseslint from 'typescript-eslint';

/** n8n-nodes-base publishes its sets in the old format: plugin and rules, to be put into a flat block. */
const nodesBase = (set) => ({
	plugins: { 'n8n-nodes-base': n8nNodesBase },
	rules: { ...n8nNodesBase.configs[set].rules, ...CONTRADICTED },
});

/** n8n's own node-cli turns these off, too: they contradict the rules of `@n8n/community-nodes`, or want a page in n8n's documentation. */
const CONTRADICTED = {
	'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
	'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
	'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
};

/** The signs of a list that is not empty: `[…]`, `[…] as const`, `Object.entries({…})`, `everyOne(…)`, and lists that methods make from these. */
const WITH_ENTRIES = [
	'type="ArrayExpression"',
	'expression.type="ArrayExpression"',
	'arguments.0.type="ObjectExpression"',
	'callee.name="everyOne"',
	'callee.object.type="ArrayExpression"',
	'callee.object.expression.type="ArrayExpression"',
	'callee.object.callee.name="everyOne"',
];

/**
 * n8n's set, with errors where it only warns, and with the one rule that it leaves out. All of them hold for a package of four vendors,
 * too. We do not set `n8n.strict` in package.json: with it, `n8n-node lint` requires that this file equals its template.
 */
const strict = (set) => ({
	...set,
	rules: {
		...Object.fromEntries(Object.keys(set.rules).map((rule) => [rule, 'error'])),
		'@n8n/community-nodes/node-class-description-icon-missing': 'error',
	},
});

const shipped = ['nodes/**/*.ts', 'credentials/**/*.ts', 'dist/**/*.js'];

export default defineConfig(
	globalIgnores(['**/node_modules/', 'coverage/', '.cache/', 'demo/n8n/', 'test/package/unpacked/']),
	{
		files: ['**/*.ts'],
		extends: [js.configs.recommended, tseslint.configs.recommended],
		rules: {
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
		},
	},
	{
		files: [...shipped, 'package.json'],
		extends: [strict(n8nCommunityNodesPlugin.configs.recommended)],
		linterOptions: { noInlineConfig: true },
		rules: { 'no-console': 'error' },
	},
	{ files: ['package.json'], languageOptions: { parser: jsoncParser }, ...nodesBase('community') },
	{ files: ['credentials/**/*.ts'], ...nodesBase('credentials') },
	{ files: ['nodes/**/*.ts'], ...nodesBase('nodes') },
	{
		// A stranger's text must not keep a pattern busy for minutes.
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		plugins: { regexp },
		rules: {
			'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
			'regexp/no-super-linear-move': ['error', { report: 'potential' }],
		},
	},
	{
		// Objects from outside may have their own `toString`: use the reader in values/text.ts.
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		ignores: ['nodes/shared/values/text.ts'],
		languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
		rules: { '@typescript-eslint/no-base-to-string': ['error', { checkUnknown: true }] },
	},
	{
		// A list from outside can be of any length. A call takes only some ten thousand arguments.
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector:
						'CallExpression[callee.property.name=/^(push|unshift|splice|toSpliced|concat|max|min|hypot|fromCharCode|fromCodePoint|of)$/] > SpreadElement, CallExpression[callee.name=/^(at|rowsAt)$/] > SpreadElement',
					message: 'A long list, spread into the arguments of a call, overflows the stack.',
				},
				{
					selector: 'CallExpression[callee.property.name="apply"]',
					message: 'A long list, passed as the arguments of a call, overflows the stack.',
				},
			],
		},
	},
	{
		// A loop over an empty list tests nothing. Lists that fast-check draws may be empty.
		files: ['test/**/*.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				...[
					['ForOfStatement', 'right'],
					['CallExpression[callee.property.name="forEach"]', 'callee.object'],
				].map(([loop, list]) => ({
					selector: `${loop}:has(CallExpression[callee.name="expect"]):not(${WITH_ENTRIES.map((sign) => `[${list}.${sign}]`).join(', ')}, CallExpression[callee.property.name=/[pP]roperty$/] *)`,
					message: 'A loop over an empty list tests nothing: wrap the list in everyOne().',
				})),
			],
		},
	},
	{
		files: ['**/*.{js,mjs}'],
		ignores: ['dist/**'],
		extends: [js.configs.recommended],
		languageOptions: { globals: globals.node },
	},
);
