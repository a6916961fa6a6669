import { describe, expect, it } from '@jest/globals';
import { sublimeSearch } from '@n8n/utils/search/sublime-search';

import kaiCalls from '../../../nodes/KaiCalls/KaiCalls.node.json';
import kaiCallsTrigger from '../../../nodes/KaiCalls/KaiCallsTrigger.node.json';
import kairo from '../../../nodes/Kairo/Kairo.node.json';
import kakiyo from '../../../nodes/Kakiyo/Kakiyo.node.json';
import kakiyoTrigger from '../../../nodes/Kakiyo/KakiyoTrigger.node.json';
import kayse from '../../../nodes/Kayse/Kayse.node.json';
import kayseTrigger from '../../../nodes/Kayse/KayseTrigger.node.json';
import { SEARCHES, type Codex } from './searches';

/** n8n's own search. It finds a node where all letters of the search, in their order, stand within one alias. */
const searching = (text: string, { alias }: Codex) =>
	sublimeSearch(text.toLowerCase(), [{ properties: { displayName: '', codex: { alias } } }]);

/** A node whose letters fit by chance comes below all nodes that have the words. */
const hasWords = (text: string, { alias }: Codex): boolean => alias.some((one) => one.toLowerCase().includes(text));

const isFound = (text: string, codex: Codex): boolean => searching(text, codex).length > 0 && hasWords(text, codex);

describe('the list of nodes finds what a beginner types:', () => {
	it.each(SEARCHES)('%s', (_name, codex, searches) => {
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
