import { describe, expect, it } from '@jest/globals';
import { sublimeSearch } from '@n8n/utils/search/sublime-search';

import kaiCalls from '../../../nodes/KaiCalls/KaiCalls.node.json';
import kaiCallsTrigger from '../../../nodes/KaiCalls/KaiCallsTrigger.node.json';
import kairo from '../../../nodes/Kairo/Kairo.node.json';
import kakiyo from '../../../nodes/Kakiyo/Kakiyo.node.json';
import kakiyoTrigger from '../../../nodes/Kakiyo/KakiyoTrigger.node.json';
import kayse from '../../../nodes/Kayse/Kayse.node.json';
import kayseTrigger from '../../../nodes/Kayse/KayseTrigger.node.json';

interface Codex {
	alias: string[];
}

/** n8n's own search. It finds a node where all letters of the search, in their order, stand within one alias. */
const searching = (text: string, { alias }: Codex) =>
	sublimeSearch(text.toLowerCase(), [{ properties: { displayName: '', codex: { alias } } }]);

/** A node whose letters fit by chance comes below all nodes that have the words. */
const hasWords = (text: string, { alias }: Codex): boolean => alias.some((one) => one.toLowerCase().includes(text));

const isFound = (text: string, codex: Codex): boolean => searching(text, codex).length > 0 && hasWords(text, codex);

const ofPhones = [
	'call a lead',
	'phone call',
	'outbound call',
	'voice agent',
	'ai agent',
	'ai call',
	'ai caller',
	'ai phone call',
	'voice ai',
	'bulk calls',
	'call list',
	'call a client',
	'text a client',
	'send a text',
	'send sms',
	'text message',
	'missed call',
	'call transcript',
	'follow up',
];

describe('the list of nodes finds what a beginner types:', () => {
	it.each<[string, Codex, string[]]>([
		[
			'Kakiyo',
			kakiyo,
			[
				'linkedin',
				'linkedin message',
				'linkedin outreach',
				'linkedin automation',
				'linkedin campaign',
				'linkedin lead',
				'linkedin invite',
				'linkedin connection',
				'linkedin dm',
				'linkedin prospecting',
				'send linkedin message',
				'sales outreach',
				'cold outreach',
				'lead generation',
				'import leads',
				'add leads to campaign',
				'qualify leads',
				'follow up',
				'unsubscribe',
			],
		],
		[
			'KaiCalls',
			kaiCalls,
			[
				...ofPhones,
				'make a phone call',
				'inbound call',
				'cold call',
				'cold calling',
				'call leads',
				'call a customer',
				'text a customer',
				'text a lead',
				'ai phone agent',
				'ai receptionist',
				'answering service',
				'auto dialer',
				'call center',
				'voice bot',
				'phone bot',
				'call summary',
				'call recording',
				'voicemail',
				'bulk sms',
				'do not call',
				'book appointment',
				'phone number',
			],
		],
		[
			'Kayse',
			kayse,
			[
				...ofPhones,
				'law firm',
				'law firm crm',
				'legal crm',
				'legal intake',
				'lead intake',
				'intake',
				'lawyer',
				'attorney',
				'personal injury',
				'mass tort',
				'case management',
				'case status',
				'new client',
				'email a client',
				'send email',
				'client follow up',
				'schedule a call',
				'opt out',
			],
		],
		[
			'KAIRO',
			kairo,
			[
				'run agent',
				'run ai agent',
				'create ai agent',
				'build ai agent',
				'ai workflow',
				'run workflow',
				'knowledge base',
				'ask documents',
				'search documents',
				'upload document',
				'vector search',
				'semantic search',
				'rag',
				'llm cost',
				'llm usage',
				'token usage',
				'observability',
			],
		],
	])('%s', (_name, codex, searches) => {
		expect(searches.filter((search) => !isFound(search, codex))).toEqual([]);
	});

	it('and no unrelated node', () => {
		expect(isFound('spreadsheet', kaiCalls)).toBe(false);
	});
});

describe('n8n shows node and trigger as one entry, which it finds by the aliases of the node:', () => {
	it.each<[string, Codex, Codex]>([
		['Kakiyo', kakiyo, kakiyoTrigger],
		['KaiCalls', kaiCalls, kaiCallsTrigger],
		['Kayse', kayse, kayseTrigger],
	])('%s has all aliases of its trigger', (_name, node, trigger) => {
		expect(trigger.alias.filter((one) => !node.alias.some((own) => own === one))).toEqual([]);
	});

	it.each<[string, Codex]>([
		['Kakiyo', kakiyo],
		['Kakiyo Trigger', kakiyoTrigger],
		['KaiCalls', kaiCalls],
		['KaiCalls Trigger', kaiCallsTrigger],
		['Kayse', kayse],
		['Kayse Trigger', kayseTrigger],
		['KAIRO', kairo],
	])('%s has no alias twice', (_name, { alias }) => {
		expect(new Set(alias.map((one) => one.toLowerCase())).size).toBe(alias.length);
	});
});
