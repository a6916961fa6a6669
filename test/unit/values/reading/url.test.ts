import { describe, expect, it } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';

import { checkedBaseUrl } from '../../../../nodes/shared/http/baseUrl';
import { readField } from '../../../../nodes/shared/values/reading/field';
import { kindOf, ofKind } from '../../../../nodes/shared/values/reading/kind';
import { checkedWebhookUrl } from '../../../../nodes/shared/webhook/webhookUrl';
import { failureOf } from '../../support/failures';
import { VENDORS } from '../../../support/vendors';

const field = (name: string): INodeProperties => ({ displayName: name, name, type: 'string', default: '' });

const LACKING: Array<[string, string]> = [
	['https://n8n.example.com/webhook/undefined', 'undefined'],
	['https://n8n.example.com/webhook/undefined/', 'undefined'],
	['https://n8n.example.com/undefined/reports?x=1', 'undefined'],
	['https://undefined/webhook/abc', 'undefined'],
	['https://undefined:5678/webhook', 'undefined'],
	['https://undefined.example.com/webhook', 'undefined'],
	['https://n8n.null/webhook', 'null'],
	['https://example.com/hook?lead=null&x=1', 'null'],
	['https://example.com/hook?x=1&lead=NaN', 'NaN'],
	['https://example.com/NaN#top', 'NaN'],
	['https://example.com/undefinedundefined', 'undefined'],
	['https://example.com/lead-undefined', 'undefined'],
	['https://example.com/[object Object]', '[object Object]'],
	['https://example.com/?a=%5Bobject%20Object%5D', '[object Object]'],
	['https://example.com/?a=%5Bobject+Object%5D', '[object Object]'],
	['https://example.com/%75ndefined', 'undefined'],
	['undefined', 'undefined'],
	['null', 'null'],
];

const WHOLE = [
	'https://example.com',
	'http://localhost:5678/webhook/abc',
	'https://n8n.example.com/webhook/0b9c?lead=7',
	'https://example.com/null-and-void',
	'https://nan.example.com/nan',
	'https://example.com/%',
	'example.com/hook',
];

const fields = VENDORS.map(({ node }) => node()).flatMap(({ description }) => {
	const inside = (each: INodeProperties): INodeProperties[] => [
		each,
		...(each.options ?? []).filter((option): option is INodeProperties => 'type' in option).flatMap(inside),
	];
	return description.properties
		.flatMap(inside)
		.filter(({ displayName, type }) => type === 'string' && /\bURL\b/.test(displayName));
});

describe('a web address', () => {
	const surroundings = { timeZone: 'UTC', unfiltered: () => undefined };
	const [urlField = ofKind('url', field('URL'))] = fields.filter((each) => kindOf(each) === 'url');

	it('is read as one in each field of that name but LinkedIn profiles, which have a reader of their own', () => {
		const others = fields.filter((each) => kindOf(each) !== 'url').map(({ displayName }) => displayName);
		expect(['LinkedIn Profile URL']).toEqual(expect.arrayContaining([...new Set(others)]));
	});

	it.each(LACKING)('is refused with the word that stands for a part of it: %s', (url, word) => {
		const { message } = failureOf(() => readField(urlField, url, surroundings));
		expect(message).toContain(`"${word}"`);
		expect(message).toContain(`"${urlField.displayName}"`);
	});

	it.each(WHOLE)('is taken as it is: %s', (url) => {
		expect(readField(urlField, ` ${url} `, surroundings)).toBe(url);
	});

	it('of a credential or of n8n itself lacks no part either', () => {
		expect(failureOf(() => checkedBaseUrl('https://api.example.com/undefined')).message).toBe(
			'"Base URL" in the credential has "undefined" in it: a part of the address is missing',
		);
		expect(failureOf(() => checkedBaseUrl('https://null/v1', 'Calls Base URL')).message).toContain(
			'"Calls Base URL" in the credential has "null"',
		);
		expect(
			failureOf(() => checkedWebhookUrl('https://undefined/webhook/a', 'https://api.example.com', 'Acme')).message,
		).toContain('no webhook address');
	});
});
